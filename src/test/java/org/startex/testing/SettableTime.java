package org.startex.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that stands still until a test moves it. */
public final class SettableTime implements InstantSource {
    /** Where it stands at first: a Tuesday morning in May. */
    public static final Instant START = Instant.parse("2026-05-12T08:30:00Z");

    private Instant now = START;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** Moves on; a negative amount is refused, as time does not run backwards. */
    public synchronized Instant advance(Duration amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("time does not run backwards");
        }
        now = now.plus(amount);
        return now;
    }

    /** Puts it where the test wants it, also back. */
    public synchronized void set(Instant instant) {
        now = instant;
    }

    /** Puts it back to {@link #START}. */
    public void reset() {
        set(START);
    }
}
