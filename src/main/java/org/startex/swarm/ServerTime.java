package org.startex.swarm;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The server's clock, reckoned from its readings. A reading that answers a question was taken between the question and the answer, so each bounds the
 * difference of the clocks from both sides, and the closest bounds hold. The players' page does the same with a single reading and the lower bound alone.
 * Readings are forgotten after two minutes at the latest, as clocks drift.
 */
final class ServerTime {
    private static final long GENERATION_NANOS = 60_000_000_000L;
    private static final int CONTRADICTIONS = 3;

    /** Bounds of server time minus monotonic time, in microseconds. */
    private record Bounds(long least, long most) {
        static final Bounds NONE = new Bounds(Long.MIN_VALUE, Long.MAX_VALUE);

        Bounds and(Bounds other) {
            return new Bounds(Math.max(least, other.least), Math.min(most, other.most));
        }

        boolean possible() {
            return least <= most;
        }
    }

    private Bounds before = Bounds.NONE;
    private Bounds now = Bounds.NONE;
    private int contradictions;
    private long since = System.nanoTime();

    /** A time as the protocol writes it, in microseconds of the epoch. */
    static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }

    /** A reading that came without being asked for. */
    synchronized void heard(long serverMicros, long receivedNanos) {
        take(new Bounds(serverMicros - receivedNanos / 1000, Long.MAX_VALUE), receivedNanos);
    }

    /** A reading that answers a question. */
    synchronized void answered(long serverMicros, long askedNanos, long receivedNanos) {
        take(new Bounds(serverMicros - receivedNanos / 1000, serverMicros - askedNanos / 1000), receivedNanos);
    }

    private void take(Bounds reading, long nanos) {
        if (nanos - since > GENERATION_NANOS) {
            before = now;
            now = Bounds.NONE;
            since = nanos;
        }
        if (now.and(before).and(reading).possible()) {
            now = now.and(reading);
            contradictions = 0;
        } else if (++contradictions == CONTRADICTIONS) {
            // One of the clocks was set: only the newest counts.
            before = Bounds.NONE;
            now = reading;
        }
    }

    /** The server's time at a monotonic time, in microseconds of the epoch. */
    synchronized long microsAt(long nanos) {
        Bounds bounds = now.and(before);
        long least = bounds.least() == Long.MIN_VALUE ? 0 : bounds.least();
        long difference = bounds.most() == Long.MAX_VALUE ? least : least + (bounds.most() - least) / 2;
        return nanos / 1000 + difference;
    }

    /** How wrong {@link #microsAt} may be at the most, in microseconds; {@link Long#MAX_VALUE} before any answer. */
    synchronized long uncertainMicros() {
        Bounds bounds = now.and(before);
        boolean known = bounds.least() != Long.MIN_VALUE && bounds.most() != Long.MAX_VALUE;
        return known ? (bounds.most() - bounds.least() + 1) / 2 : Long.MAX_VALUE;
    }
}
