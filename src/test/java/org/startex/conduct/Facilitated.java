package org.startex.conduct;

import java.util.List;
import org.startex.kernel.ExerciseTime;
import org.startex.ledger.Ruling;

/** A facilitated exercise against the pure rules: three moves of 17 minutes each, with injects every five minutes as {@link Played} plans them. */
final class Facilitated {
    static final ExerciseTime SECOND = ExerciseTime.minutes(17);
    static final ExerciseTime THIRD = ExerciseTime.minutes(34);

    private Facilitated() {}

    static Played planned(int injects) {
        return Played.planned(plan(injects));
    }

    static Played running(int injects) {
        Played played = planned(injects);
        played.does(new ExerciseCommand.StartExercise(played.director));
        return played;
    }

    private static Plan plan(int injects) {
        return PlanBuilder.like(Played.plan(injects))
                .facilitated()
                .phases(
                        new PlannedPhase(
                                "Move 1: warning",
                                ExerciseTime.ZERO,
                                List.of(
                                        new PlannedQuestion("Who leads?", List.of()),
                                        new PlannedQuestion("Which coaches?", List.of(Played.REST_CENTRE))),
                                20),
                        new PlannedPhase(
                                "Move 2: rising water",
                                SECOND,
                                List.of(new PlannedQuestion("Who leaves?", List.of())),
                                15),
                        new PlannedPhase("Move 3: recovery", THIRD))
                .plan();
    }

    static Ruling begins(Played played, int move) {
        return begins(played, move, PassedOver.HOLD, "");
    }

    static Ruling begins(Played played, int move, PassedOver over, String reason) {
        return played.does(new ExerciseCommand.BeginMove(played.director, move, over, reason));
    }

    static Ruling opens(Played played, int move, int minutes, Integer... questions) {
        return played.does(new ExerciseCommand.OpenDiscussion(played.director, move, List.of(questions), minutes));
    }
}
