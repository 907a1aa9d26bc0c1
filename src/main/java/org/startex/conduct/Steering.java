package org.startex.conduct;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.startex.conduct.Exercise.InPlay;
import org.startex.kernel.Addressee;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Reason;

/** The rules of what controllers do with injects: send, hold, release, skip, put back and move them. */
final class Steering {
    /** So far into an exercise an inject can be moved: 60 days. */
    static final ExerciseTime LATEST = ExerciseTime.minutes(60L * 24 * 60);

    private Steering() {}

    /** How an act of a controller folds into what became of the plan. */
    static Play fold(Play play, InjectSteered act, LedgerEntry entry) {
        ActMark mark = ActMark.of(entry, reason(act));
        return play.plan()
                .inject(act.number())
                .map(planned -> play.with(play.schedule()
                        .with(act.number(), play.schedule().handling(planned).after(act, mark))))
                .orElse(play);
    }

    private static String reason(InjectSteered act) {
        return switch (act) {
            case InjectHeld f -> f.reason();
            case InjectSkipped f -> f.reason();
            case InjectMoved f -> f.reason();
            case InjectReaddressed f -> f.reason();
            case InjectReleased f -> "";
            case InjectPutBack f -> "";
        };
    }

    static Optional<Reason> steer(Unfolding u, InPlay in, ExerciseCommand.Steer command) {
        if (!(in instanceof Exercise.Planned || in instanceof Exercise.Running || in instanceof Exercise.Paused)) {
            return Conduct.notRunning(in);
        }
        Play play = in.play();
        Optional<PlannedInject> known = play.plan().inject(command.number());
        if (known.isEmpty()) {
            return Conduct.refused("unknown-inject");
        }
        if (play.delivered(command.number()).isPresent()) {
            return Conduct.refused("already-delivered");
        }
        Handling now = play.schedule().handling(known.get());
        return switch (command) {
            case ExerciseCommand.HoldInject c -> hold(u, known.get(), c, now);
            case ExerciseCommand.ReleaseInject c -> release(u, play, c, now);
            case ExerciseCommand.SkipInject c -> skip(u, c, now);
            case ExerciseCommand.PutBackInject c -> putBack(u, play, c, now);
            case ExerciseCommand.MoveInject c -> move(u, play, known.get(), c, now);
            case ExerciseCommand.ReaddressInject c -> readdress(u, play, c, now);
        };
    }

    private static Optional<Reason> hold(
            Unfolding u, PlannedInject planned, ExerciseCommand.HoldInject c, Handling now) {
        if (planned.kind().byHand()) {
            return Conduct.refused("leaves-by-hand");
        }
        if (now.skip() != null) {
            return Conduct.refused("already-skipped");
        }
        if (now.hold() != null) {
            return Conduct.refused("already-held");
        }
        Optional<Reason> bad = Words.check(c.reason(), "reason", Words.REASON, false);
        if (bad.isEmpty()) {
            u.by(c.by(), Audience.STAFF, new InjectHeld(c.number(), c.reason()));
        }
        return bad;
    }

    /** What was held beyond its time is sent at once: releasing says that it is to go, and its time has come. */
    private static Optional<Reason> release(Unfolding u, Play play, ExerciseCommand.ReleaseInject c, Handling now) {
        if (now.skip() != null) {
            return Conduct.refused("already-skipped");
        }
        if (now.hold() == null) {
            return Conduct.refused("not-held");
        }
        u.by(c.by(), Audience.STAFF, new InjectReleased(c.number()));
        if (hasCome(u, play, c.number())) {
            play.planned(c.number())
                    .filter(inject -> !inject.awaitsVoice())
                    .ifPresent(inject -> deliver(u, play, c.by(), u.now(), inject));
        }
        return Optional.empty();
    }

    private static Optional<Reason> skip(Unfolding u, ExerciseCommand.SkipInject c, Handling now) {
        if (now.skip() != null) {
            return Conduct.refused("already-skipped");
        }
        Optional<Reason> bad = Words.check(c.reason(), "reason", Words.REASON, true);
        if (bad.isEmpty()) {
            u.by(c.by(), Audience.STAFF, new InjectSkipped(c.number(), c.reason()));
        }
        return bad;
    }

    private static Optional<Reason> putBack(Unfolding u, Play play, ExerciseCommand.PutBackInject c, Handling now) {
        if (now.skip() == null) {
            return Conduct.refused("not-skipped");
        }
        u.by(c.by(), Audience.STAFF, new InjectPutBack(c.number(), now.hold() != null || hasCome(u, play, c.number())));
        return Optional.empty();
    }

    private static Optional<Reason> move(
            Unfolding u, Play play, PlannedInject planned, ExerciseCommand.MoveInject c, Handling now) {
        if (!planned.hasTime()) {
            return Conduct.refused("no-time-to-move");
        }
        if (now.skip() != null) {
            return Conduct.refused("already-skipped");
        }
        if (!now.due().equals(c.from())) {
            return Conduct.refused("moved-meanwhile");
        }
        if (c.to().equals(c.from())) {
            return Optional.of(Reason.of("moved-by-nothing", "minutes"));
        }
        PlannedInject stands = play.schedule().asItStands(planned);
        if (isPast(u, play, c.to())
                || (play.clock().started().isPresent()
                        && Rescheduling.comesAtOnce(
                                play,
                                stands,
                                c.to().micros() - c.from().micros(),
                                play.clock().elapsedAt(u.now())))) {
            return Optional.of(Reason.of("moved-before-now", "minutes"));
        }
        if (c.to().compareTo(LATEST) > 0) {
            return Optional.of(Reason.of("moved-too-far", "minutes"));
        }
        Optional<Reason> bad = Words.check(c.reason(), "reason", Words.REASON, false);
        if (bad.isEmpty()) {
            u.by(c.by(), Audience.STAFF, new InjectMoved(c.number(), c.from(), c.to(), c.reason()));
        }
        return bad;
    }

    private static Optional<Reason> readdress(Unfolding u, Play play, ExerciseCommand.ReaddressInject c, Handling now) {
        if (now.skip() != null) {
            return Conduct.refused("already-skipped");
        }
        if (!now.to().equals(c.from())) {
            return Conduct.refused("readdressed-meanwhile");
        }
        if (c.to().isEmpty() || !c.to().stream().allMatch(play.plan()::knows)) {
            return Optional.of(Reason.of("nobody-addressed", "to"));
        }
        if (Set.copyOf(c.to()).equals(Set.copyOf(c.from()))) {
            return Optional.of(Reason.of("addressed-as-before", "to"));
        }
        Optional<Reason> bad = Words.check(c.reason(), "reason", Words.REASON, false);
        if (bad.isEmpty()) {
            u.by(c.by(), Audience.STAFF, new InjectReaddressed(c.number(), c.from(), c.to(), c.reason()));
        }
        return bad;
    }

    /** Whether an inject would have fallen due by now if nobody held it or had skipped it. */
    private static boolean hasCome(Unfolding u, Play play, InjectNumber number) {
        return play.comes(number).filter(due -> isPast(u, play, due)).isPresent();
    }

    /** Whether exercise time has reached a moment; before STARTEX it has reached none, and none of a move that has not begun. */
    private static boolean isPast(Unfolding u, Play play, ExerciseTime time) {
        return play.clock().started().isPresent()
                && play.withinMove(time)
                && time.compareTo(play.clock().elapsedAt(u.now())) <= 0;
    }

    static Optional<Reason> send(Unfolding u, InPlay in, ExerciseCommand.SendInject c) {
        if (!(in instanceof Exercise.Running || in instanceof Exercise.Paused)) {
            return Conduct.notRunning(in);
        }
        Play play = in.play();
        Optional<PlannedInject> known = play.planned(c.number());
        if (known.isEmpty()) {
            return Conduct.refused("unknown-inject");
        }
        if (play.delivered(c.number()).isPresent()) {
            return Conduct.refused("already-delivered");
        }
        if (play.schedule().handling(known.get()).skip() != null) {
            return Conduct.refused("already-skipped");
        }
        deliver(u, play, c.by(), u.now(), known.get());
        return Optional.empty();
    }

    /** @param when it reached its players, by whatever way */
    static void deliver(Unfolding u, Play play, ParticipantId by, Instant when, PlannedInject inject) {
        u.by(
                by,
                play.people().audienceOf(inject.to()),
                when,
                new InjectSent(inject.number(), inject.channel(), inject.to(), false, inject.delivered()));
    }

    static Optional<Reason> sendAdHoc(Unfolding u, InPlay in, ExerciseCommand.SendAdHocInject c) {
        if (!(in instanceof Exercise.Running || in instanceof Exercise.Paused)) {
            return Conduct.notRunning(in);
        }
        AdHocInject inject = c.inject();
        Optional<Reason> bad = Words.check(inject.title(), "title", Words.TITLE, true)
                .or(() -> Words.check(inject.from(), "from", Words.TITLE, true))
                .or(() -> Words.check(inject.text(), "text", Words.TEXT, true));
        if (bad.isPresent()) {
            return bad;
        }
        List<Addressee> to = inject.to();
        if (to.isEmpty() || !to.stream().allMatch(in.play().plan()::knows)) {
            return Optional.of(Reason.of("nobody-addressed", "to"));
        }
        u.by(
                c.by(),
                in.play().people().audienceOf(to),
                new InjectSent(
                        new InjectNumber("A" + (in.play().adHocs() + 1)),
                        inject.channel(),
                        to,
                        true,
                        new DeliveredWords(inject.title(), inject.from(), inject.text(), List.of())));
        return Optional.empty();
    }
}
