package org.startex.conduct;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;

/**
 * An inject in the controller's list: planned, sent or written on the spot.
 *
 * @param seq of the entry that delivered it; null while it is to come
 * @param at exercise time at which it was sent, or is due
 * @param turn the moment its state counts from or towards: when it is due, or since when it is late
 * @param movedMicros how much later than planned it is due, in exercise time; negative for earlier, 0 once it is sent
 * @param acknowledged how many of those it is for have acknowledged it
 * @param recipients how many players it is for now
 */
public record InjectRow(
        InjectNumber number,
        @Nullable Long seq,
        boolean adHoc,
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

    /** Whether it has not left and is not left out. */
    public boolean toCome() {
        return !sent() && state != InjectState.SKIPPED;
    }

    /** Whether this is the same line, saying something else. */
    public boolean sameLine(InjectRow other) {
        return number.equals(other.number);
    }
}
