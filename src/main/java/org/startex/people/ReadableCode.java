package org.startex.people;

import java.security.SecureRandom;
import java.util.Locale;

/** Codes that people read aloud and type on phones: capitals and figures of which no two look alike in print or handwriting. */
public final class ReadableCode {
    /** No 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V. */
    public static final String ALPHABET = "ACDEFGHJKMNPRTVWXY34679";

    private static final SecureRandom RANDOM = new SecureRandom();

    private ReadableCode() {}

    /** A fresh, random code of so many characters. */
    public static String random(int length) {
        StringBuilder code = new StringBuilder();
        while (code.length() < length) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** What somebody typed, without spaces and hyphens, in capitals. */
    public static String plain(String typed) {
        return typed.replaceAll("[\\s\\p{Pd}]", "").toUpperCase(Locale.ROOT);
    }

    /** The code as it is shown, in groups of four: {@code HJK4-TM7R}. */
    public static String grouped(String plain) {
        return plain.replaceAll("(.{4})(?=.)", "$1-");
    }
}
