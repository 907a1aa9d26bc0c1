package org.startex.conduct;

/**
 * How fast exercise time runs: a whole percentage of real time, so that nothing drifts.
 *
 * @param percent 1 to 10,000; 100 is real time, 6,000 is a minute for each second
 */
public record Pace(int percent) {
    public static final int SLOWEST = 1;
    public static final int FASTEST = 10_000;
    /** Real time. */
    public static final Pace REAL_TIME = new Pace(100);

    /** @throws IllegalArgumentException outside 1 to 10,000 */
    public Pace {
        if (!isOne(percent)) {
            throw new IllegalArgumentException("pace is 1 to 10,000 percent: " + percent);
        }
    }

    /** Whether the percentage is in range. */
    public static boolean isOne(int percent) {
        return percent >= SLOWEST && percent <= FASTEST;
    }
}
