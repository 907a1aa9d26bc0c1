package org.startex.mail;

import java.util.regex.Pattern;

/** A file that goes with a letter, such as an invitation for a calendar or a picture of an inject. */
public sealed interface Enclosure {
    /** A file name without folders. */
    String name();

    /** A media type, perhaps with parameters: {@code text/calendar; charset=utf-8}. */
    String type();

    /** A file that the letter brings with it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Whole(String name, String type, byte[] content) implements Enclosure {
        /** @throws IllegalArgumentException if the name or the type is none */
        public Whole {
            check(name, type);
        }
    }

    /**
     * A file that is kept elsewhere, and fetched from {@link StoredFiles} when the letter is handed over: so a hundred letters with the same file hold it not once.
     *
     * @param digest SHA-256 of its content, in lower-case hex
     */
    record Stored(String name, String type, String digest) implements Enclosure {
        private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

        /** @throws IllegalArgumentException if the name, the type or the digest is none */
        public Stored {
            check(name, type);
            if (!DIGEST.matcher(digest).matches()) {
                throw new IllegalArgumentException("not a file to send");
            }
        }
    }

    private static void check(String name, String type) {
        if (!name.matches("[^\\p{Cntrl}/\\\\]{1,120}")
                || !type.matches("[a-z]+/[a-z0-9.+-]+(; *[a-z]+=[A-Za-z0-9-]+)*")) {
            throw new IllegalArgumentException("not a file to send");
        }
    }
}
