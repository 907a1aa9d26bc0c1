package org.startex.people;

import java.text.Normalizer;

/** A name as people write it: of a person or of an organisation. Tidied, of bounded length, and without characters that cannot be seen. */
public sealed interface PlainName {
    /** The longest name, in characters. */
    int LONGEST = 80;

    /** A good name: composed, trimmed, with single spaces. */
    record Fit(String text) implements PlainName {}

    /** No name. */
    record Unfit(Fault fault) implements PlainName {}

    /** What is wrong with a name. */
    enum Fault {
        /** Nothing was written. */
        EMPTY,
        /** More than {@link #LONGEST} characters. */
        TOO_LONG,
        /** A control character, half a character, or one that no standard knows. */
        UNREADABLE
    }

    /** Reads a name that must be there. Invisible marks that phones paste along (zero-width, direction) are dropped. */
    static PlainName read(String written) {
        return switch (readOptional(written)) {
            case Fit(String text) when text.isEmpty() -> new Unfit(Fault.EMPTY);
            case PlainName other -> other;
        };
    }

    /** Reads a name that may be empty. */
    static PlainName readOptional(String written) {
        if (written.length() > 1000) {
            return new Unfit(Fault.TOO_LONG);
        }
        StringBuilder seen = new StringBuilder();
        for (int point : written.codePoints().toArray()) {
            switch (Character.getType(point)) {
                case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {
                    return new Unfit(Fault.UNREADABLE);
                }
                case Character.FORMAT -> {}
                case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    seen.append(' ');
                default -> seen.appendCodePoint(point);
            }
        }
        String text = Normalizer.normalize(seen, Normalizer.Form.NFC).strip().replaceAll(" +", " ");
        return text.codePointCount(0, text.length()) > LONGEST ? new Unfit(Fault.TOO_LONG) : new Fit(text);
    }
}
