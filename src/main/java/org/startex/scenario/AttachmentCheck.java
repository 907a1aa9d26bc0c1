package org.startex.scenario;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.startex.kernel.Texts;

/** Looks whether an attachment is of a kind that players' phones show, whether it is what its name says, and whether a drawing would run a program. */
final class AttachmentCheck {
    private static final Map<String, String> MEDIA_TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("geojson", MapFile.MEDIA_TYPE),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            Map.entry("md", "text/markdown"),
            Map.entry("txt", "text/plain"),
            Map.entry("csv", "text/csv")));

    /** How files begin that are no text: the first bytes, or those from an offset on, as ISO 8859-1. */
    private static final Map<String, List<Signature>> SIGNATURES = Map.of(
            "image/png", List.of(new Signature(0, "\u0089PNG\r\n\u001a\n")),
            "image/jpeg", List.of(new Signature(0, "\u00ff\u00d8\u00ff")),
            "image/gif", List.of(new Signature(0, "GIF87a"), new Signature(0, "GIF89a")),
            "image/webp", List.of(new Signature(8, "WEBP")),
            "application/pdf", List.of(new Signature(0, "%PDF-")),
            "audio/mpeg",
                    List.of(
                            new Signature(0, "ID3"),
                            new Signature(0, "\u00ff\u00fb"),
                            new Signature(0, "\u00ff\u00f3")),
            "video/mp4", List.of(new Signature(4, "ftyp")));

    private static final Signature ZIP = new Signature(0, "PK\u0003\u0004");
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private record Signature(int at, String bytes) {
        boolean in(byte[] content) {
            byte[] wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
            return content.length >= at + wanted.length
                    && Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length);
        }
    }

    private static final String SVG = "image/svg+xml";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /** What in an SVG acts or fetches: scripts, event handlers, foreign content, entities, and addresses outside the file. */
    private static final Pattern ACTIVE = Pattern.compile(
            "<\\s*(?:\\w+:)?(?:script|foreignObject|iframe|object|embed|handler|set|animate)\\b"
                    + "|<!(?:DOCTYPE|ENTITY)|<\\?xml-stylesheet"
                    + "|\\son\\w+\\s*=|javascript:|@import"
                    + "|(?:href|src)\\s*=\\s*[\"']\\s*(?!#)[^\"'\\s]|url\\(\\s*[\"']?\\s*(?!#)[^)\"'\\s]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WORDS = Pattern.compile("<(?:title|desc)\\b[^>]*>([^<]+)<");
    private static final String DRAWING = Texts.of("scenario").get("drawing");

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
                        .filter(text -> fine(file, name, mediaType, text, findings))
                        .isPresent();
        return good ? Optional.of(mediaType) : Optional.empty();
    }

    private static boolean isText(String mediaType) {
        return mediaType.startsWith("text/") || mediaType.equals(SVG) || mediaType.equals(MapFile.MEDIA_TYPE);
    }

    /** Whether the content is what its name says; texts are read in a moment. */
    private static boolean begins(byte[] content, String mediaType) {
        if (mediaType.startsWith(OFFICE)) {
            return ZIP.in(content) && holds(content, "[Content_Types].xml") && !holds(content, "vbaProject.bin");
        }
        List<Signature> signatures = SIGNATURES.getOrDefault(mediaType, List.of());
        return signatures.isEmpty() || signatures.stream().anyMatch(signature -> signature.in(content));
    }

    /** Whether these letters stand somewhere in the content: names of files in a ZIP are not compressed. */
    private static boolean holds(byte[] content, String letters) {
        return new String(content, StandardCharsets.ISO_8859_1).contains(letters);
    }

    private static boolean fine(String file, String name, String mediaType, String text, Findings findings) {
        return switch (mediaType) {
            case SVG -> still(file, name, text, findings);
            case MapFile.MEDIA_TYPE -> MapFile.check(file, name, text, findings);
            default -> true;
        };
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

    /** What a drawing says of itself in its title and description; empty for everything else. */
    static String described(String mediaType, byte[] content) {
        if (!mediaType.equals(SVG)) {
            return "";
        }
        String words = WORDS.matcher(new String(content, StandardCharsets.UTF_8))
                .results()
                .limit(2)
                .map(found -> found.group(1).strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining(". "))
                .replace("&amp;", "&");
        return words.isEmpty() ? DRAWING : words.substring(0, Math.min(words.length(), Limits.ALT));
    }

    /** The endings that an attachment may have. */
    static List<String> endings() {
        return List.copyOf(MEDIA_TYPES.keySet());
    }
}
