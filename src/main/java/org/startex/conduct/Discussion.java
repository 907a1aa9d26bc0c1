package org.startex.conduct;

import java.time.Instant;

/**
 * The discussion of a move, in real time.
 *
 * @param move from 1
 * @param opened when it was opened last
 * @param until when its time is up, or was when it was closed
 * @param closed whether the facilitator has closed it
 */
public record Discussion(int move, Instant opened, Instant until, boolean closed) {
    /** Whether an answer written then comes after its end. */
    public boolean overAt(Instant when) {
        return !when.isBefore(until);
    }

    Discussion extended(Instant longer) {
        return new Discussion(move, opened, longer, false);
    }

    Discussion closedAt(Instant when) {
        return new Discussion(move, opened, when.isBefore(until) ? when : until, true);
    }
}
