package org.startex.swarm;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What all players count together, while they play. */
final class Tally {
    final LongAdder joined = new LongAdder();
    final LongAdder askedToWait = new LongAdder();
    final LongAdder connected = new LongAdder();
    final LongAdder injects = new LongAdder();
    final LongAdder resumes = new LongAdder();
    final LongAdder tooSlow = new LongAdder();
    final LongAdder gaps = new LongAdder();
    final LongAdder acknowledged = new LongAdder();
    final LongAdder decided = new LongAdder();
    final LongAdder refused = new LongAdder();
    private final Map<Trouble, Long> troubles = new ConcurrentHashMap<>();

    void trouble(Trouble trouble) {
        troubles.merge(trouble, 1L, Long::sum);
    }

    /** The troubles that there were, with how many of each. */
    Map<Trouble, Long> troubles() {
        return new TreeMap<>(troubles);
    }
}
