package org.startex.conduct;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.startex.conduct.Exercise.Before;
import org.startex.conduct.Exercise.InPlay;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ExerciseTime;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Reason;
import org.startex.ledger.Ruling;

/**
 * The rules of an exercise: pure, and total. Every ruling first delivers what has fallen due up to its time, so that nothing overtakes an inject and
 * it does not matter how often the timer looks: extra ticks change nothing.
 */
public final class Conduct {
    /** A silence of the program longer than this, while exercise time runs, is an outage. */
    static final Duration OUTAGE_AFTER = Duration.ofSeconds(5);

    private Conduct() {}

    /**
     * Rules on a command.
     *
     * @param now never before the last entry
     * @param lastAlive when the program was last known to be alive
     */
    public static Ruling decide(Exercise state, ExerciseCommand command, Instant now, Instant lastAlive) {
        Unfolding unfolding = dueFirst(state, now, lastAlive);
        Optional<Reason> refusal = apply(unfolding, command);
        return refusal.<Ruling>map(reason -> new Ruling.Refused(reason, unfolding.drafts()))
                .orElseGet(() -> Ruling.accept(unfolding.drafts()));
    }

    /** What comes before every ruling: an outage is found, and what has fallen due is delivered. */
    static Unfolding dueFirst(Exercise state, Instant now, Instant lastAlive) {
        Unfolding unfolding = new Unfolding(state, now);
        findOutage(unfolding, lastAlive);
        deliverDue(unfolding);
        return unfolding;
    }

    /** The next instant at which something falls due by itself, or a move ends, if exercise time runs. */
    public static Optional<Instant> nextDue(Exercise state) {
        if (!(state instanceof Exercise.Running running)) {
            return Optional.empty();
        }
        Play play = running.play();
        return play.pending().stream()
                .findFirst()
                .map(PlannedInject::due)
                .filter(play::withinMove)
                .or(play::moveEnd)
                .flatMap(play.clock()::dueAt);
    }

    /** Folds an entry in; kinds that other modules own only move the sequence on. */
    public static Exercise evolve(Exercise state, LedgerEntry entry) {
        return Evolution.fold(state, entry);
    }

    private static void findOutage(Unfolding unfolding, Instant lastAlive) {
        if (!(unfolding.state() instanceof Exercise.Running running)) {
            return;
        }
        Play play = running.play();
        Instant alive = later(lastAlive, play.lastRecorded());
        Instant now = unfolding.now();
        if (Duration.between(alive, now).compareTo(OUTAGE_AFTER) <= 0) {
            return;
        }
        long gap = ChronoUnit.MICROS.between(alive, now);
        ExerciseTime then = atMost(play, play.clock().elapsedAt(alive));
        ExerciseTime reached = atMost(play, play.clock().elapsedAt(now));
        int waiting = (int) play.pending().stream()
                .takeWhile(i -> i.due().compareTo(reached) <= 0 && play.withinMove(i.due()))
                .count();
        Grace grace = play.grace();
        boolean carriesOn = gap <= grace.realSeconds() * 1_000_000L
                && reached.micros() - then.micros() <= grace.exerciseMinutes() * 60_000_000L
                && waiting <= grace.injects();
        unfolding.program(Audience.STAFF, now, new OutageFound(alive, gap, waiting, carriesOn));
        if (!carriesOn) {
            unfolding.program(Audience.EVERYONE, alive, new ExercisePaused(PauseCause.OUTAGE, then, ""));
        }
    }

    /** Exercise time never gets beyond the move that is played. */
    private static ExerciseTime atMost(Play play, ExerciseTime time) {
        return play.moveEnd().filter(end -> time.compareTo(end) > 0).orElse(time);
    }

    private static void deliverDue(Unfolding unfolding) {
        while (unfolding.state() instanceof Exercise.Running running) {
            Play play = running.play();
            Instant now = unfolding.now();
            ExerciseTime elapsed = play.clock().elapsedAt(now);
            Optional<PlannedInject> next = play.pending().stream()
                    .findFirst()
                    .filter(i -> i.due().compareTo(elapsed) <= 0 && play.withinMove(i.due()));
            if (next.isEmpty()) {
                play.moveEnd()
                        .filter(end -> end.compareTo(elapsed) <= 0)
                        .ifPresent(end -> Facilitating.endMove(unfolding, play, end));
                return;
            }
            PlannedInject inject = next.get();
            Instant due = play.clock().dueAt(inject.due()).orElse(now);
            unfolding.program(
                    play.people().audienceOf(inject.to()),
                    now,
                    new InjectFellDue(
                            inject.number(),
                            inject.channel(),
                            inject.to(),
                            Math.max(0, ChronoUnit.MICROS.between(due, now)),
                            play.planned(inject.number())
                                    .map(play.schedule()::because)
                                    .orElse(null),
                            inject.delivered()));
        }
    }

    private static Optional<Reason> apply(Unfolding u, ExerciseCommand command) {
        if (command instanceof ExerciseCommand.PlanExercise plan) {
            return plan(u, plan);
        }
        if (!(u.state() instanceof InPlay in)) {
            return command instanceof ExerciseCommand.Tick ? Optional.empty() : refused("not-planned");
        }
        if (in instanceof Exercise.Sealed && !(command instanceof ExerciseCommand.Tick)) {
            return refused("sealed");
        }
        return switch (command) {
            case ExerciseCommand.PlanExercise c -> refused("already-planned");
            case ExerciseCommand.StartExercise c -> start(u, in, c);
            case ExerciseCommand.PauseExercise c -> pause(u, in, c);
            case ExerciseCommand.ResumeExercise c -> resume(u, in, c);
            case ExerciseCommand.ChangePace c -> changePace(u, in, c);
            case ExerciseCommand.SendInject c -> Steering.send(u, in, c);
            case ExerciseCommand.SendAdHocInject c -> Steering.sendAdHoc(u, in, c);
            case ExerciseCommand.PostponeRest c -> Rescheduling.postpone(u, in, c);
            case ExerciseCommand.JumpClock c -> jump(u, in, c);
            case ExerciseCommand.BeginMove c -> beginMove(u, in, c);
            case ExerciseCommand.Discuss c -> Discussing.discuss(u, in, c);
            case ExerciseCommand.Voice c -> Voices.speak(u, in, c);
            case ExerciseCommand.Amend c -> Amending.amend(u, in, c);
            case ExerciseCommand.Steer c -> Steering.steer(u, in, c);
            case ExerciseCommand.AcknowledgeInject c -> acknowledge(u, in, c);
            case ExerciseCommand.LogReply c -> logReply(u, in, c);
            case ExerciseCommand.LogReplyFor c -> Attesting.logReply(u, in, c);
            case ExerciseCommand.JoinExercise c -> Membership.join(u, in, c);
            case ExerciseCommand.GiveRole c -> Membership.giveRole(u, in, c);
            case ExerciseCommand.AdmitParticipant c -> Membership.admit(u, in, c);
            case ExerciseCommand.MoveParticipant c -> Membership.move(u, in, c);
            case ExerciseCommand.HandOverRole c -> Membership.handOver(u, in, c);
            case ExerciseCommand.EjectParticipant c -> Membership.eject(u, in, c);
            case ExerciseCommand.StopForRealIncident c -> NoDuffs.stop(u, in, c);
            case ExerciseCommand.DrillNoDuff c -> NoDuffs.drill(u, in, c);
            case ExerciseCommand.ClearRealIncident c -> NoDuffs.clear(u, in, c);
            case ExerciseCommand.ChangeMarking c -> Markings.change(u, in, c);
            case ExerciseCommand.StartCommsCheck c -> CommsChecks.start(u, in, c);
            case ExerciseCommand.ConfirmCommsCheck c -> CommsChecks.confirm(u, in, c);
            case ExerciseCommand.EndExercise c -> end(u, in, c);
            case ExerciseCommand.SealExercise c -> seal(u, in, c);
            case ExerciseCommand.Tick c -> Optional.empty();
        };
    }

    private static Optional<Reason> plan(Unfolding u, ExerciseCommand.PlanExercise c) {
        if (!(u.state() instanceof Exercise.Unplanned)) {
            return refused("already-planned");
        }
        u.by(c.by(), Audience.STAFF, new ExercisePlanned(c.slug(), c.digest(), c.grace(), c.plan()));
        u.by(
                c.by(),
                Audience.STAFF,
                new ParticipantJoined(c.by(), ExerciseRole.DIRECTOR, null, "", true, c.name(), c.organisation()));
        return Optional.empty();
    }

    private static Optional<Reason> start(Unfolding u, InPlay in, ExerciseCommand.StartExercise c) {
        return switch (in) {
            case Exercise.Planned p -> {
                u.by(c.by(), Audience.EVERYONE, new ExerciseStarted(Pace.REAL_TIME.percent()));
                Facilitating.beginFirst(u, p.play(), c.by());
                deliverDue(u);
                yield Optional.empty();
            }
            case Exercise.Stopped s -> refused("stopped");
            case Exercise.Running s -> refused("already-started");
            case Exercise.Paused s -> refused("already-started");
            case Exercise.Closing s -> refused("ended");
            case Exercise.Sealed s -> refused("sealed");
        };
    }

    private static Optional<Reason> pause(Unfolding u, InPlay in, ExerciseCommand.PauseExercise c) {
        if (!(in instanceof Exercise.Running)) {
            return in instanceof Exercise.Paused ? refused("already-paused") : notRunning(in);
        }
        Optional<Reason> bad = Words.check(c.reason(), "reason", Words.REASON, false);
        if (bad.isPresent()) {
            return bad;
        }
        u.by(
                c.by(),
                Audience.EVERYONE,
                new ExercisePaused(PauseCause.CONTROLLER, in.play().clock().elapsedAt(u.now()), c.reason()));
        return Optional.empty();
    }

    private static Optional<Reason> resume(Unfolding u, InPlay in, ExerciseCommand.ResumeExercise c) {
        if (!(in instanceof Exercise.Paused paused)) {
            return in instanceof Exercise.Running ? refused("already-running") : notRunning(in);
        }
        if (paused.cause() == PauseCause.MOVE_ENDED) {
            return refused("move-ended");
        }
        Optional<StandingStill> still = StandingStill.of(in, u.now());
        Optional<Reason> bad =
                still.isPresent() ? StandingStill.check(in.play(), c.waited(), c.laterMicros()) : Optional.empty();
        if (bad.isPresent()) {
            return bad;
        }
        still.ifPresent(lost -> lost.apply(u, in.play(), c.by(), c.waited(), c.laterMicros()));
        u.by(c.by(), Audience.EVERYONE, new ExerciseResumed());
        deliverDue(u);
        return Optional.empty();
    }

    private static Optional<Reason> changePace(Unfolding u, InPlay in, ExerciseCommand.ChangePace c) {
        if (!(in instanceof Exercise.Running || in instanceof Exercise.Paused)) {
            return notRunning(in);
        }
        u.by(
                c.by(),
                Audience.EVERYONE,
                new PaceChanged(c.pace().percent(), in.play().clock().elapsedAt(u.now())));
        return Optional.empty();
    }

    private static Optional<Reason> jump(Unfolding u, InPlay in, ExerciseCommand.JumpClock c) {
        Optional<Reason> refusal = Rescheduling.jump(u, in, c);
        deliverDue(u);
        return refusal;
    }

    private static Optional<Reason> beginMove(Unfolding u, InPlay in, ExerciseCommand.BeginMove c) {
        Optional<Reason> refusal = Facilitating.begin(u, in, c);
        deliverDue(u);
        return refusal;
    }

    private static Optional<Reason> acknowledge(Unfolding u, InPlay in, ExerciseCommand.AcknowledgeInject c) {
        if (!(in instanceof Exercise.Running || in instanceof Exercise.Paused || in instanceof Exercise.Closing)) {
            return notRunning(in);
        }
        Play play = in.play();
        Optional<CellCode> cell = playerCell(play, c.by());
        if (cell.isEmpty()) {
            return refused("not-admitted");
        }
        Optional<Delivered> inject = play.delivered(c.inject()).filter(d -> play.mayRead(c.by(), d.audience()));
        if (inject.isEmpty()) {
            return refused("not-your-inject");
        }
        if (inject.get().acknowledged().containsKey(c.by())) {
            return refused("already-acknowledged");
        }
        u.by(
                c.by(),
                Audience.cell(cell.get()),
                happened(c.written().at(), inject.get().at(), u.now()),
                new InjectAcknowledged(
                        c.inject(), inject.get().number(), c.written().told(u.now())));
        return Optional.empty();
    }

    private static Optional<Reason> logReply(Unfolding u, InPlay in, ExerciseCommand.LogReply c) {
        Play play = in.play();
        Optional<Reason> closed = takesEntries(in, c.lateReason());
        if (closed.isPresent()) {
            return closed;
        }
        if (playerCell(play, c.by()).isEmpty()) {
            return refused("not-admitted");
        }
        Long answered = c.inject();
        if (answered != null
                && play.delivered(answered)
                        .filter(d -> play.mayRead(c.by(), d.audience()))
                        .isEmpty()) {
            return refused("not-your-inject");
        }
        Instant started = play.clock().started().orElse(u.now());
        u.by(
                c.by(),
                Audience.STAFF,
                happened(c.occurredAt(), started, u.now()),
                new ReplyLogged(play.logNumbers() + 1, answered, c.actions(), null, null));
        return Optional.empty();
    }

    /** Why no entry of the log is taken now, if none is: it is in play, paused and, with a reason, after ENDEX. */
    static Optional<Reason> takesEntries(InPlay in, String lateReason) {
        if (in instanceof Exercise.Closing) {
            return Words.check(lateReason, "lateReason", Words.REASON, true)
                    .map(bad -> Reason.of(lateReason.isBlank() ? "late-reason-missing" : bad.code(), "lateReason"));
        }
        return in instanceof Exercise.Running || in instanceof Exercise.Paused ? Optional.empty() : notRunning(in);
    }

    private static Optional<Reason> end(Unfolding u, InPlay in, ExerciseCommand.EndExercise c) {
        if (!(in instanceof Exercise.Running || in instanceof Exercise.Paused)) {
            return notRunning(in);
        }
        Optional<Reason> bad = Words.check(c.reason(), "reason", Words.REASON, false);
        if (bad.isPresent()) {
            return bad;
        }
        u.by(c.by(), Audience.EVERYONE, new ExerciseEnded(in.play().clock().elapsedAt(u.now()), c.reason()));
        return Optional.empty();
    }

    private static Optional<Reason> seal(Unfolding u, InPlay in, ExerciseCommand.SealExercise c) {
        if (!(in instanceof Exercise.Closing)) {
            return in instanceof Exercise.Stopped ? refused("stopped") : refused("not-ended");
        }
        u.by(c.by(), Audience.EVERYONE, new ExerciseSealed());
        return Optional.empty();
    }

    static Optional<Reason> notRunning(InPlay in) {
        return switch (in) {
            case Exercise.Planned s -> refused("not-started");
            case Exercise.Stopped s -> refused(s.before() == Before.PLANNED ? "not-started" : "stopped");
            case Exercise.Closing s -> refused("ended");
            case Exercise.Sealed s -> refused("sealed");
            case Exercise.Running s -> refused("already-running");
            case Exercise.Paused s -> refused("already-paused");
        };
    }

    private static Optional<CellCode> playerCell(Play play, org.startex.kernel.ParticipantId participant) {
        return play.member(participant)
                .filter(m -> m.present() && m.role() == ExerciseRole.PLAYER)
                .flatMap(m -> Optional.ofNullable(m.cell()));
    }

    /** When a page says something happened, held between a bound and now. */
    static Instant happened(Instant said, Instant notBefore, Instant now) {
        Instant micros = said.truncatedTo(ChronoUnit.MICROS);
        return micros.isAfter(now) ? now : later(micros, notBefore);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    static Optional<Reason> refused(String code) {
        return Optional.of(Reason.of(code));
    }
}
