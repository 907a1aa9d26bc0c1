package org.startex.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Something that stands in people's calendars, as a file that they take in (RFC 5545). Its times are written in UTC, so that every calendar shows them in its own zone and no rule of summer
 * time has to travel with it.
 *
 * <p>It is published, not requested ({@code METHOD:PUBLISH}): a request asks the reader's calendar to answer the sender by mail, and nobody would read that answer.
 *
 * @param uid the same for all versions of the same entry, and for no other
 * @param sequence of the version, from 0: a calendar puts a higher one in the place of a lower one
 * @param stamp when this version was made
 * @param organiser whom it is from: a mail address or a page
 * @param organiserName the same in words
 * @param page where to go, or where to read more
 */
public record CalendarEntry(
        String uid,
        int sequence,
        Instant stamp,
        Instant from,
        Instant to,
        String summary,
        String description,
        URI organiser,
        String organiserName,
        URI page) {
    /** The media type of its file. */
    public static final String TYPE = "text/calendar; charset=utf-8; method=PUBLISH";

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** Octets in a line, without its end. */
    private static final int LONGEST_LINE = 75;

    /** @throws IllegalArgumentException if it ends before it begins, or its sequence is negative */
    public CalendarEntry {
        if (to.isBefore(from) || sequence < 0) {
            throw new IllegalArgumentException("not an entry of a calendar");
        }
    }

    /** The file. */
    public Enclosure.Whole file(String name) {
        return new Enclosure.Whole(name, TYPE, text().getBytes(StandardCharsets.UTF_8));
    }

    /** What stands in the file: lines of at most 75 octets, each ended by CR LF. */
    public String text() {
        StringBuilder file = new StringBuilder();
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//Startex//Invitation//EN");
        line(file, "CALSCALE:GREGORIAN");
        line(file, "METHOD:PUBLISH");
        line(file, "BEGIN:VEVENT");
        line(file, "UID:" + escaped(uid));
        line(file, "SEQUENCE:" + sequence);
        line(file, "DTSTAMP:" + UTC.format(stamp));
        line(file, "DTSTART:" + UTC.format(from));
        line(file, "DTEND:" + UTC.format(to));
        line(file, "SUMMARY:" + escaped(summary));
        line(file, "DESCRIPTION:" + escaped(description));
        line(file, "ORGANIZER;CN=" + quoted(organiserName) + ":" + organiser.toASCIIString());
        line(file, "URL:" + page.toASCIIString());
        line(file, "CLASS:PRIVATE");
        line(file, "STATUS:CONFIRMED");
        line(file, "TRANSP:OPAQUE");
        line(file, "END:VEVENT");
        line(file, "END:VCALENDAR");
        return file.toString();
    }

    /** Text as a value: line ends, commas, semicolons and backslashes would mean something of their own. */
    private static String escaped(String text) {
        return controlled(text)
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Text as a parameter, which knows no escapes: what cannot stand in it is left out. */
    private static String quoted(String text) {
        return '"' + controlled(text).replace('"', '\'').replace('\n', ' ') + '"';
    }

    /** With one kind of line end, and without other control characters. */
    private static String controlled(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }

    /** Folds a long line: what goes on begins with a space, and no character is torn apart. */
    private static void line(StringBuilder file, String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            String text = Character.toString(character);
            int its = text.getBytes(StandardCharsets.UTF_8).length;
            if (octets + its > LONGEST_LINE) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(text);
            octets += its;
            i += text.length();
        }
        file.append("\r\n");
    }
}
