package org.startex.conduct;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Addressee;
import org.startex.kernel.ExerciseTime;

/**
 * How a planned inject stands apart from being delivered: when it is due now and for whom, and whether controllers hold it or have skipped it. A held inject that
 * is skipped stays held beneath.
 *
 * @param due the exercise time at which it falls due, as planned or as moved since
 * @param to whom it is for, as planned or as changed since
 * @param hold who holds it, or null
 * @param skip who has skipped it, or null
 * @param last the last act of all on it, or null while it stands as planned
 */
public record Handling(
        ExerciseTime due,
        List<Addressee> to,
        @Nullable ActMark hold,
        @Nullable ActMark skip,
        @Nullable ActMark last) {
    public Handling {
        to = List.copyOf(to);
    }

    static Handling asPlanned(PlannedInject inject) {
        return new Handling(inject.due(), inject.to(), null, null, null);
    }

    /** Whether it falls due by itself. */
    public boolean fallsDue() {
        return hold == null && skip == null;
    }

    /** Who holds it. */
    public Optional<ActMark> held() {
        return Optional.ofNullable(hold);
    }

    /** Who has skipped it. */
    public Optional<ActMark> skipped() {
        return Optional.ofNullable(skip);
    }

    /** The last act on it, if there was one. */
    public Optional<ActMark> lastAct() {
        return Optional.ofNullable(last);
    }

    /** The same so much later, or earlier where it is negative. */
    Handling later(long micros, ActMark mark) {
        return new Handling(new ExerciseTime(Math.max(0, due.micros() + micros)), to, hold, skip, mark);
    }

    /** How it stands after the clock has jumped over it. */
    Handling passed(PassedOver over, ActMark mark) {
        return switch (over) {
            case HOLD -> new Handling(due, to, mark, skip, mark);
            case SKIP -> new Handling(due, to, hold, mark, mark);
            case SEND -> this;
        };
    }

    /** How it stands after an act. */
    Handling after(InjectSteered act, ActMark mark) {
        return switch (act) {
            case InjectHeld f -> new Handling(due, to, mark, skip, mark);
            case InjectReleased f -> new Handling(due, to, null, skip, mark);
            case InjectSkipped f -> new Handling(due, to, hold, mark, mark);
            case InjectPutBack f -> new Handling(due, to, f.held() ? (hold == null ? mark : hold) : null, null, mark);
            case InjectReaddressed f -> new Handling(due, f.to(), hold, skip, mark);
            case InjectMoved f -> new Handling(f.to(), to, hold, skip, mark);
        };
    }
}
