package org.startex.mail;

import java.util.regex.Pattern;

/**
 * A file that goes with a letter, such as an invitation for a calendar.
 *
 * @param name a file name without folders
 * @param type a media type, perhaps with parameters: {@code text/calendar; charset=utf-8}
 */
@SuppressWarnings("ArrayRecordComponent")
public record Enclosure(String name, String type, byte[] content) {
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}/\\\\]{1,120}");
    private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+(; *[a-z]+=[A-Za-z0-9-]+)*");

    /** @throws IllegalArgumentException if the name or the type is none */
    public Enclosure {
        if (!NAME.matcher(name).matches() || !TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("not a file to send");
        }
    }
}
