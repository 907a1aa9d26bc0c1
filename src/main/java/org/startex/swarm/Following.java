package org.startex.swarm;

import java.util.BitSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What one player has of the record: which entries came, up to where it is covered without a gap, and what came twice though nobody had asked for it
 * again. Pure; the same coverage as the players' page keeps.
 */
final class Following {
    /** How an answer to {@code resume} stands. It begins with {@code welcome} and ends with {@code upTo}. */
    private enum Answer {
        NONE,
        ASKED,
        COMING
    }

    private final BitSet had = new BitSet();
    private final NavigableMap<Long, Long> islands = new TreeMap<>();
    private long covered;
    private long doubled;
    private long askedFrom = -1;
    private Answer answer = Answer.NONE;

    /** A new connection: what was asked on the one before is not answered any more. */
    void connected() {
        answer = Answer.NONE;
    }

    /** Whether what was asked has not been answered to its end. Nothing else may be asked meanwhile: two answers could not be told from one. */
    boolean asking() {
        return answer != Answer.NONE;
    }

    /** Asks for what comes after the covered part, and says up to where that is. */
    long resume() {
        askedFrom = covered;
        answer = Answer.ASKED;
        return covered;
    }

    void welcome() {
        if (answer == Answer.ASKED) {
            answer = Answer.COMING;
        }
    }

    /**
     * An entry came.
     *
     * @return whether it is new; one that came before is doubled, unless it belongs to what was asked for again
     */
    boolean entry(long coversFrom, long seq) {
        int index = Math.toIntExact(seq);
        boolean fresh = !had.get(index);
        if (!fresh && !(answer == Answer.COMING && seq > askedFrom)) {
            doubled++;
        }
        had.set(index);
        islands.merge(coversFrom, seq, Math::max);
        Map.Entry<Long, Long> first = islands.firstEntry();
        while (first != null && first.getKey() <= covered + 1) {
            covered = Math.max(covered, first.getValue());
            islands.pollFirstEntry();
            first = islands.firstEntry();
        }
        return fresh;
    }

    /**
     * Nothing more up to here.
     *
     * @return whether this ended an answer to {@code resume}
     */
    boolean upTo(long seq) {
        if (islands.isEmpty()) {
            covered = Math.max(covered, seq);
        }
        boolean ended = answer == Answer.COMING;
        if (ended) {
            answer = Answer.NONE;
        }
        return ended;
    }

    /** Whether there is a gap that has not been asked for yet, and nothing else is being asked. */
    boolean mustAsk() {
        return !asking() && !islands.isEmpty() && askedFrom != covered;
    }

    /** The server said to begin again: another cell. */
    void beginAgain() {
        had.clear();
        islands.clear();
        covered = 0;
        askedFrom = -1;
        answer = Answer.NONE;
    }

    /** The entries that came. */
    BitSet had() {
        return (BitSet) had.clone();
    }

    /** How many entries of a stream never came. */
    int lost(BitSet stream) {
        BitSet missing = (BitSet) stream.clone();
        missing.andNot(had);
        return missing.cardinality();
    }

    long doubled() {
        return doubled;
    }
}
