package org.startex.swarm;

import java.util.Arrays;
import java.util.Collection;

/** Delays, and how they are spread: each measured value counts, none is rounded or left out. */
public final class Lateness {
    /** Collects delays, in microseconds. For one thread. */
    static final class Collected {
        private long[] values = new long[64];
        private int size;

        void add(long micros) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = micros;
        }
    }

    private final long[] sorted;

    private Lateness(long[] sorted) {
        this.sorted = sorted;
    }

    static Lateness of(Collection<Collected> parts) {
        long[] all = new long[parts.stream().mapToInt(part -> part.size).sum()];
        int at = 0;
        for (Collected part : parts) {
            System.arraycopy(part.values, 0, all, at, part.size);
            at += part.size;
        }
        Arrays.sort(all);
        return new Lateness(all);
    }

    /** How many were measured. */
    public int count() {
        return sorted.length;
    }

    /**
     * The delay within which a share of them lies, in milliseconds, by nearest rank: 1 gives the longest.
     *
     * @param share above 0, at most 1
     * @throws IllegalStateException if nothing was measured
     */
    public double millis(double share) {
        if (sorted.length == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        int rank = (int) Math.ceil(share * sorted.length - 1e-9);
        return sorted[Math.max(1, rank) - 1] / 1000.0;
    }
}
