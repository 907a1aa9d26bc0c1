package org.startex.exchange;

/** What people wrote, as the formats of documents can hold it. */
final class Printable {
    private static final char REPLACEMENT = '\uFFFD';

    private Printable() {}

    /** The text with control characters that XML forbids replaced by U+FFFD; tabs and line feeds stay, carriage returns go. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(c -> c != '\r').forEach(c -> out.appendCodePoint(allowed(c) ? c : REPLACEMENT));
        return out.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }
}
