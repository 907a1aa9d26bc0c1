package org.startex.conduct;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.startex.conduct.Exercise.InPlay;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Reason;

/** The rules of facilitated conduct: exercise time waits at the end of each move, and the facilitator begins the next. */
final class Facilitating {
    private Facilitating() {}

    /** Exercise time waits from the very moment at which the move's end was reached, however late that is noticed. */
    static void endMove(Unfolding u, Play play, ExerciseTime end) {
        Instant when = play.clock().dueAt(end).orElse(u.now());
        u.program(
                Audience.EVERYONE,
                when,
                new MoveEnded(play.schedule().moves().begun(), play.clock().elapsedAt(when)));
    }

    static void beginFirst(Unfolding u, Play play, ParticipantId by) {
        if (play.plan().facilitated()) {
            u.by(
                    by,
                    Audience.EVERYONE,
                    new MoveBegun(1, ExerciseTime.ZERO, ExerciseTime.ZERO, PassedOver.HOLD, List.of(), ""));
        }
    }

    static Optional<Reason> begin(Unfolding u, InPlay in, ExerciseCommand.BeginMove c) {
        if (!(in instanceof Exercise.Running || in instanceof Exercise.Paused)) {
            return Conduct.notRunning(in);
        }
        Play play = in.play();
        if (!play.plan().facilitated()) {
            return Conduct.refused("not-facilitated");
        }
        if (c.move() != play.schedule().moves().begun() + 1) {
            return Conduct.refused("move-begun-meanwhile");
        }
        Optional<ExerciseTime> start = play.moveEnd();
        if (start.isEmpty()) {
            return Conduct.refused("no-more-moves");
        }
        List<PlannedInject> passed = play.passedBefore(start.get());
        boolean skips = c.passedOver() == PassedOver.SKIP && !passed.isEmpty();
        Optional<Reason> bad = Words.check(c.reason(), "reason", Words.REASON, skips);
        if (bad.isPresent()) {
            return bad;
        }
        play.schedule()
                .moves()
                .discussion()
                .filter(discussion -> !discussion.closed() && !discussion.overAt(u.now()))
                .ifPresent(discussion -> u.by(c.by(), Audience.EVERYONE, new DiscussionClosed(discussion.move())));
        ExerciseTime from = play.clock().elapsedAt(u.now());
        u.by(
                c.by(),
                Audience.EVERYONE,
                new MoveBegun(
                        c.move(),
                        from,
                        from.compareTo(start.get()) < 0 ? start.get() : from,
                        c.passedOver(),
                        passed.stream().map(PlannedInject::number).toList(),
                        c.reason()));
        if (c.passedOver() == PassedOver.SEND) {
            passed.forEach(inject -> Steering.deliver(u, play, c.by(), u.now(), inject));
        }
        return Optional.empty();
    }

    /** Why the clock may not jump there: not past the end of the move, which only the facilitator ends. */
    static Optional<Reason> jumpsOverMove(Play play, ExerciseTime to) {
        return play.moveEnd().filter(end -> to.compareTo(end) > 0).map(end -> Reason.of("jump-over-move", "to"));
    }

    static Exercise fold(Play play, MoveBegun act, LedgerEntry entry) {
        ExerciseClock clock =
                new ExerciseClock(entry.occurredAt(), act.to(), play.clock().pace(), true);
        Schedule schedule =
                play.schedule().passed(play.plan(), act.passed(), act.passedOver(), ActMark.of(entry, act.reason()));
        return new Exercise.Running(
                play.with(clock).with(schedule.with(schedule.moves().begun(act.move()))));
    }

    static Exercise fold(Play play, MoveEnded act, LedgerEntry entry) {
        return new Exercise.Paused(
                play.with(new ExerciseClock(
                        entry.occurredAt(), act.at(), play.clock().pace(), false)),
                PauseCause.MOVE_ENDED,
                "");
    }
}
