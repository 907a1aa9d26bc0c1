package org.startex.feed;

/** How many frames a page may send: so many at once, and so many a second after that. Not for several threads. */
final class FrameAllowance {
    private final int burst;
    private final long nanosEach;
    private long paidFor;

    /** @param start monotonic time, in nanoseconds */
    FrameAllowance(int perSecond, int burst, long start) {
        this.burst = burst;
        this.nanosEach = 1_000_000_000L / perSecond;
        this.paidFor = start;
    }

    /** Whether one more frame may come at this monotonic time. */
    boolean take(long now) {
        paidFor = now - paidFor > 0 ? now : paidFor;
        if (paidFor - now > nanosEach * (burst - 1)) {
            return false;
        }
        paidFor += nanosEach;
        return true;
    }
}
