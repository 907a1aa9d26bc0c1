package org.startex.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When something happened that a phone tells of later, however wrong its clock: only the time between writing and sending is believed. */
final class OccurredAt {
    private OccurredAt() {}

    /**
     * The server's time, less how long the page held it: never before the participant joined, never after now.
     *
     * @param written the page's own time at which it was written, in epoch milliseconds
     * @param sent the page's own time at which it was sent
     */
    static Instant of(Instant now, Instant joined, long written, long sent) {
        long held = sent - written;
        boolean overflown = ((sent ^ written) & (sent ^ held)) < 0;
        if (overflown || held <= 0) {
            return now;
        }
        long possible = Math.max(0, ChronoUnit.MILLIS.between(joined, now));
        return held > possible ? (joined.isAfter(now) ? now : joined) : now.minusMillis(held);
    }
}
