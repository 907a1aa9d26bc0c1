package org.startex.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A mail to one address.
 *
 * @param about whose mail it is: an exercise, or something else with an identifier
 * @param key what causes it, at most 400 characters: the same {@code about} and key again is the same mail and is sent once. Mails to one address leave in the order of when they were
 *     written, then of their keys
 * @param matter groups what belongs together, for instance all mails of one inject
 * @param subject one line of at most 200 characters
 * @param simulated whether it is part of play: it says so in its headers, waits while a real incident stops play, and does not leave after ENDEX
 * @param secret whether it tells a secret: what it says and its files are deleted here once it has left or is kept back
 * @param written when its cause was recorded; for some hours from then on sending is tried
 * @param enclosures files that go with it, in their order
 */
public record Letter(
        UUID about,
        String key,
        String matter,
        MailAddress to,
        String subject,
        String body,
        boolean simulated,
        boolean secret,
        Instant written,
        List<Enclosure> enclosures) {
    /** The longest subject, in characters. */
    public static final int LONGEST_SUBJECT = 200;

    private static final Pattern SUBJECT =
            Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029\\u0085]{1," + LONGEST_SUBJECT + "}");
    private static final int LONGEST_KEY = 400;
    private static final int LONGEST_BODY = 200_000;

    /** @throws IllegalArgumentException if a part is too long or empty, or the subject is not one line */
    public Letter {
        if (!SUBJECT.matcher(subject).matches()) {
            throw new IllegalArgumentException("a subject is one line");
        }
        if (key.isEmpty() || key.length() > LONGEST_KEY || body.length() > LONGEST_BODY || body.indexOf(0) >= 0) {
            throw new IllegalArgumentException("not a letter");
        }
        enclosures = List.copyOf(enclosures);
    }

    /** A letter without a file, and without a secret. */
    public static Letter plain(
            UUID about,
            String key,
            String matter,
            MailAddress to,
            String subject,
            String body,
            boolean simulated,
            Instant written) {
        return new Letter(about, key, matter, to, subject, body, simulated, false, written, List.of());
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return "Letter[" + about + " " + key + "]";
    }
}
