package org.startex.conduct;

import java.util.List;
import java.util.Optional;
import org.startex.conduct.Exercise.InPlay;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseTime;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Reason;

/** The rules of what moves the whole rest of an exercise: postponing everything that has not left, and jumping the clock forward. */
final class Rescheduling {
    private Rescheduling() {}

    static Play fold(Play play, RestPostponed act, LedgerEntry entry) {
        return play.with(play.schedule().postponed(withTimes(play), act, ActMark.of(entry, act.reason())));
    }

    static Play fold(Play play, ClockJumped act, LedgerEntry entry) {
        ExerciseClock clock = new ExerciseClock(
                entry.occurredAt(), act.to(), play.clock().pace(), play.clock().running());
        return play.with(clock)
                .with(play.schedule()
                        .passed(play.plan(), act.passed(), act.passedOver(), ActMark.of(entry, act.reason())));
    }

    static Optional<Reason> postpone(Unfolding u, InPlay in, ExerciseCommand.PostponeRest c) {
        if (!(in instanceof Exercise.Planned || in instanceof Exercise.Running || in instanceof Exercise.Paused)) {
            return Conduct.notRunning(in);
        }
        Play play = in.play();
        if (c.postponements() != play.schedule().postponements()) {
            return Conduct.refused("postponed-meanwhile");
        }
        if (play.toCome().stream().noneMatch(PlannedInject::hasTime)) {
            return Conduct.refused("nothing-to-postpone");
        }
        if (c.byMicros() == 0) {
            return Optional.of(Reason.of("moved-by-nothing", "minutes"));
        }
        ExerciseTime elapsed = play.clock().elapsedAt(u.now());
        boolean started = play.clock().started().isPresent();
        List<PlannedInject> rest = withTimes(play);
        if (rest.stream().anyMatch(inject -> inject.due().micros() + c.byMicros() < 0)
                || (started && rest.stream().anyMatch(inject -> comesAtOnce(play, inject, c.byMicros(), elapsed)))
                || play.moveEnd()
                        .filter(end -> end.micros() + c.byMicros() <= elapsed.micros())
                        .isPresent()) {
            return Optional.of(Reason.of("brought-before-now", "minutes"));
        }
        if (rest.getLast().due().micros() + c.byMicros() > Steering.LATEST.micros()) {
            return Optional.of(Reason.of("moved-too-far", "minutes"));
        }
        Optional<Reason> bad = Words.check(c.reason(), "reason", Words.REASON, false);
        if (bad.isEmpty()) {
            u.by(c.by(), Audience.STAFF, new RestPostponed(c.byMicros(), elapsed, c.reason()));
        }
        return bad;
    }

    /** Injects that have not left and have a time of their own: only those can be moved. */
    static List<PlannedInject> withTimes(Play play) {
        return play.undelivered().stream().filter(PlannedInject::hasTime).toList();
    }

    /** Whether an inject that comes by itself and has not yet would come at once if its times were moved: nothing leaves unasked because times are moved. */
    static boolean comesAtOnce(Play play, PlannedInject inject, long byMicros, ExerciseTime elapsed) {
        PlannedInject moved =
                inject.movedTo(new ExerciseTime(Math.max(0, inject.due().micros() + byMicros)));
        return play.handling(inject.number()).map(Handling::fallsDue).orElse(true)
                && isPast(play.schedule().comes(moved), elapsed)
                && !isPast(play.schedule().comes(inject), elapsed);
    }

    private static boolean isPast(Optional<ExerciseTime> due, ExerciseTime elapsed) {
        return due.filter(time -> time.compareTo(elapsed) <= 0).isPresent();
    }

    static Optional<Reason> jump(Unfolding u, InPlay in, ExerciseCommand.JumpClock c) {
        if (!(in instanceof Exercise.Running || in instanceof Exercise.Paused)) {
            return Conduct.notRunning(in);
        }
        Play play = in.play();
        ExerciseTime from = play.clock().elapsedAt(u.now());
        if (c.to().compareTo(from) <= 0) {
            return Optional.of(Reason.of("jump-not-ahead", "to"));
        }
        if (c.to().compareTo(Steering.LATEST) > 0) {
            return Optional.of(Reason.of("moved-too-far", "to"));
        }
        Optional<Reason> overMove = Facilitating.jumpsOverMove(play, c.to());
        if (overMove.isPresent()) {
            return overMove;
        }
        List<PlannedInject> passed = play.passedBefore(c.to());
        boolean skips = c.passedOver() == PassedOver.SKIP && !passed.isEmpty();
        Optional<Reason> bad = Words.check(c.reason(), "reason", Words.REASON, skips);
        if (bad.isPresent()) {
            return bad;
        }
        u.by(
                c.by(),
                Audience.EVERYONE,
                new ClockJumped(
                        from,
                        c.to(),
                        c.passedOver(),
                        passed.stream().map(PlannedInject::number).toList(),
                        c.reason()));
        if (c.passedOver() == PassedOver.SEND) {
            passed.forEach(inject -> Steering.deliver(u, play, c.by(), u.now(), inject));
        }
        return Optional.empty();
    }
}
