package org.startex.conduct;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.scenario.InjectKind;

/**
 * An inject in the controller's list: planned, sent or written on the spot.
 *
 * @param seq of the entry that delivered it; null while it is to come
 * @param kind what makes it leave, as planned; one written on the spot counts as timed
 * @param at exercise time at which it was sent, or is due; meaningless while it has no place in time
 * @param turn the moment its state counts from or towards: when it is due, or since when it is late
 * @param movedMicros how much later than planned it is due, in exercise time; negative for earlier, 0 once it is sent
 * @param acknowledged how many of those it is for have acknowledged it
 * @param recipients how many players it is for now
 */
public record InjectRow(
        InjectNumber number,
        @Nullable Long seq,
        boolean adHoc,
        InjectKind kind,
        ExerciseTime at,
        Channel channel,
        String title,
        String from,
        List<Addressee> to,
        InjectState state,
        ExerciseTime turn,
        long movedMicros,
        int acknowledged,
        int recipients) {
    /** Stands for a time that nobody knows: after every other. */
    static final ExerciseTime NOWHERE = new ExerciseTime(Long.MAX_VALUE);

    public InjectRow {
        to = List.copyOf(to);
    }

    /** The entry that delivered it, once it is with its players. */
    public Optional<Long> delivery() {
        return Optional.ofNullable(seq);
    }

    /** Whether it has left. */
    public boolean sent() {
        return seq != null;
    }

    /** Whether somebody it is for has not acknowledged it, and still should. */
    public boolean open() {
        return sent() && state != InjectState.RECALLED && acknowledged < recipients;
    }

    /** Whether it has not left and is not left out; spare ones do not count. */
    public boolean toCome() {
        return !sent() && state != InjectState.SKIPPED && state != InjectState.CONTINGENCY;
    }

    /** Whether it stands somewhere on the timeline: it has left, or it is known when it is due. */
    public boolean inTime() {
        return sent() || at.compareTo(NOWHERE) < 0;
    }

    /** Whether this is the same line, saying something else. */
    public boolean sameLine(InjectRow other) {
        return number.equals(other.number);
    }
}
