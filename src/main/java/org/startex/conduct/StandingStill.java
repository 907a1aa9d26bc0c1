package org.startex.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.startex.conduct.Exercise.Before;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Reason;

/**
 * What a standstill that nobody planned has cost: for no duff from the call, for an outage from when the program was last alive. Exercise time stood, so nothing fell due; those waited that would
 * have come meanwhile, and those that would come within a minute of going on.
 *
 * @param since from when, in real time
 * @param lost exercise time that would have passed at the exercise's pace
 * @param waited injects that would have left by themselves meanwhile or within the next minute, in order
 */
public record StandingStill(Instant since, ExerciseTime lost, List<PlannedInject> waited) {
    private static final ExerciseTime SETTLING = ExerciseTime.minutes(1);

    public StandingStill {
        waited = List.copyOf(waited);
    }

    /** The standstill of an exercise at a moment; empty where exercise time runs, a controller paused it, or no play was stopped. */
    public static Optional<StandingStill> of(Exercise exercise, Instant now) {
        return switch (exercise) {
            case Exercise.Stopped s
            when s.before() == Before.PLAY ->
                Optional.of(since(s.play(), s.noDuff().since(), now));
            case Exercise.Paused p
            when p.cause() == PauseCause.OUTAGE ->
                p.play().clock().latest().map(clock -> since(p.play(), clock.anchor(), now));
            default -> Optional.empty();
        };
    }

    private static StandingStill since(Play play, Instant since, Instant now) {
        long real = Math.max(0, Duration.between(since, now).toNanos() / 1000);
        ExerciseTime lost = new ExerciseTime(real * play.clock().pace().percent() / 100);
        ExerciseTime until = new ExerciseTime(play.clock().elapsedAt(now).micros() + lost.micros() + SETTLING.micros());
        return new StandingStill(
                since,
                lost,
                play.pending().stream()
                        .takeWhile(inject -> inject.due().compareTo(until) <= 0 && play.withinMove(inject.due()))
                        .toList());
    }

    /** Why the choice cannot be taken, if it cannot. */
    static Optional<Reason> check(Play play, WaitedInjects choice, long laterMicros) {
        List<PlannedInject> rest = Rescheduling.withTimes(play);
        if (choice != WaitedInjects.LATER || rest.isEmpty()) {
            return Optional.empty();
        }
        if (laterMicros <= 0) {
            return Optional.of(Reason.of("later-by-nothing", "minutes"));
        }
        return rest.getLast().due().micros() + laterMicros > Steering.LATEST.micros()
                ? Optional.of(Reason.of("moved-too-far", "minutes"))
                : Optional.empty();
    }

    /** Does with the injects that waited what was chosen: entries of their own, which controllers can take back one by one. */
    void apply(Unfolding u, Play play, ParticipantId by, WaitedInjects choice, long laterMicros) {
        switch (choice) {
            case AS_PLANNED -> {}
            case LATER -> {
                if (!Rescheduling.withTimes(play).isEmpty()) {
                    u.by(
                            by,
                            Audience.STAFF,
                            new RestPostponed(laterMicros, play.clock().elapsedAt(u.now()), ""));
                }
            }
            case HELD -> waited.forEach(inject -> u.by(by, Audience.STAFF, new InjectHeld(inject.number(), "")));
        }
    }
}
