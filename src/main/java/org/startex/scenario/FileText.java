package org.startex.scenario;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads bytes as the text that they should be: UTF-8 without control characters. */
final class FileText {
    private FileText() {}

    /** The text, or nothing after saying why not. */
    static Optional<String> read(String file, byte[] bytes, Findings findings) {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = strict.decode(in).toString();
            OptionalInt at = controlCharacter(text);
            if (at.isPresent()) {
                findings.add(Rule.CONTROL_CHARACTER, file, lineAt(text, at.getAsInt()), "U+%04X".formatted((int)
                                text.charAt(at.getAsInt())));
                return Optional.empty();
            }
            return Optional.of(text);
        } catch (CharacterCodingException e) {
            findings.add(Rule.ENCODING, file, 1 + count(bytes, in.position()));
            return Optional.empty();
        }
    }

    /** Where the first character stands that no text for people may hold: a control character other than tab and line ends, or half a surrogate pair. */
    static OptionalInt controlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)
                    || (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r' && c != '\u0085')
                    || c == '\uFFFE'
                    || c == '\uFFFF') {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static int lineAt(String text, int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static int count(byte[] bytes, int end) {
        int lines = 0;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }
}
