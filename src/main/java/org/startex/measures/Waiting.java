package org.startex.measures;

/**
 * How long one thing was waited for.
 *
 * @param time from the beginning of the wait, in whatever unit all are given in; not negative
 * @param happened whether it happened then; if not, it was still open then, and nothing is known of later (censored)
 */
public record Waiting(double time, boolean happened) {
    /** @throws IllegalArgumentException if the time is negative or no number */
    public Waiting {
        if (!(time >= 0) || Double.isInfinite(time)) {
            throw new IllegalArgumentException("not a time of waiting: " + time);
        }
    }
}
