package org.startex.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When a mail that could not be handed over is tried again. Pure. */
final class Pauses {
    /** After this time an exercise's mail would only confuse: it has failed. */
    static final Duration PATIENCE = Duration.ofHours(4);

    private static final List<Duration> GROWING = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10));

    private Pauses() {}

    /** How long to wait after so many attempts in vain. */
    static Duration after(int attempts) {
        return GROWING.get(Math.clamp(attempts - 1L, 0, GROWING.size() - 1));
    }

    /** Whether it has been tried long enough. */
    static boolean over(Instant since, Instant now) {
        return !now.isBefore(since.plus(PATIENCE));
    }
}
