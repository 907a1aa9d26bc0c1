package org.startex.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks whether an attachment is of a kind that players' phones show, whether it is what its name says, and whether a drawing would run a program. */
final class AttachmentCheck {
    private static final Map<String, String> MEDIA_TYPES = new TreeMap<>(Map.of(
            "svg", "image/svg+xml",
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "pdf", "application/pdf",
            "md", "text/markdown",
            "txt", "text/plain",
            "csv", "text/csv"));

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /** What in an SVG acts or fetches: scripts, event handlers, foreign content, entities, and addresses outside the file. */
    private static final Pattern ACTIVE = Pattern.compile(
            "<\\s*(?:\\w+:)?(?:script|foreignObject|iframe|object|embed|handler|set|animate)\\b"
                    + "|<!(?:DOCTYPE|ENTITY)|<\\?xml-stylesheet"
                    + "|\\son\\w+\\s*=|javascript:|@import"
                    + "|(?:href|src)\\s*=\\s*[\"']\\s*(?!#)[^\"'\\s]|url\\(\\s*[\"']?\\s*(?!#)[^)\"'\\s]",
            Pattern.CASE_INSENSITIVE);

    private AttachmentCheck() {}

    /** Whether a name can be one of an attachment: a plain file name, no path. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The media type, or nothing after saying what is wrong. */
    static Optional<String> mediaType(String file, String name, byte[] content, Findings findings) {
        if (!isName(name)) {
            findings.add(Rule.ATTACHMENT_PATH, file, 1, name);
            return Optional.empty();
        }
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String mediaType = MEDIA_TYPES.get(extension);
        if (mediaType == null) {
            findings.add(Rule.ATTACHMENT_TYPE, file, 1, name, String.join(", ", MEDIA_TYPES.keySet()));
            return Optional.empty();
        }
        if (content.length == 0 || !begins(content, mediaType)) {
            findings.add(Rule.ATTACHMENT_CONTENT, file, 1, name, extension);
            return Optional.empty();
        }
        boolean good = !isText(mediaType)
                || FileText.read(file, content, findings)
                        .filter(text -> !mediaType.equals("image/svg+xml") || still(file, name, text, findings))
                        .isPresent();
        return good ? Optional.of(mediaType) : Optional.empty();
    }

    private static boolean isText(String mediaType) {
        return mediaType.startsWith("text/") || mediaType.equals("image/svg+xml");
    }

    private static boolean begins(byte[] content, String mediaType) {
        return switch (mediaType) {
            case "image/png" -> startsWith(content, 0x89, 'P', 'N', 'G');
            case "image/jpeg" -> startsWith(content, 0xFF, 0xD8, 0xFF);
            case "application/pdf" -> startsWith(content, '%', 'P', 'D', 'F');
            default -> true;
        };
    }

    private static boolean startsWith(byte[] content, int... first) {
        if (content.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((content[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean still(String file, String name, String svg, Findings findings) {
        Matcher active = ACTIVE.matcher(svg);
        if (active.find()) {
            int line = 1
                    + (int) svg.substring(0, active.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            findings.add(
                    Rule.ATTACHMENT_ACTIVE, file, line, name, active.group().strip());
            return false;
        }
        if (!svg.contains("<svg")) {
            findings.add(Rule.ATTACHMENT_CONTENT, file, 1, name, "svg");
            return false;
        }
        return true;
    }

    /** The endings that an attachment may have. */
    static List<String> endings() {
        return List.copyOf(MEDIA_TYPES.keySet());
    }
}
