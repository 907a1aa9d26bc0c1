package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.startex.conduct.Facilitated.begins;
import static org.startex.conduct.SteeringTest.holds;
import static org.startex.conduct.SteeringTest.refusal;
import static org.startex.conduct.SteeringTest.releases;
import static org.startex.conduct.SteeringTest.tick;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.Fact;
import org.startex.ledger.LedgerEntry;

/** Moves advance by hand. Inject 1 is due at 5 minutes, 2 at 10 and so on; move 2 begins at 17 minutes, move 3 at 34. */
class FacilitatingTest {
    @Test
    void startexBeginsTheFirstMove() {
        Played played = Facilitated.running(6);
        assertThat(played.play().schedule().moves().begun()).isEqualTo(1);
        assertThat(played.record)
                .extracting(LedgerEntry::fact)
                .contains(new MoveBegun(1, ExerciseTime.ZERO, ExerciseTime.ZERO, PassedOver.HOLD, List.of(), ""));
        assertThat(Played.running(1).record).noneMatch(entry -> entry.fact() instanceof MoveBegun);
    }

    @Test
    void exerciseTimeWaitsAtTheEndOfAMoveFromTheMomentItWasReached() {
        Played played = Facilitated.running(6);
        tick(played, Duration.ofMinutes(50));
        assertThat(played.deliveredNumbers()).containsExactly("1", "2", "3");
        assertThat(played.state)
                .isInstanceOfSatisfying(
                        Exercise.Paused.class,
                        paused -> assertThat(paused.cause()).isEqualTo(PauseCause.MOVE_ENDED));
        assertThat(played.play().clock().elapsedAt(played.now)).isEqualTo(Facilitated.SECOND);
        LedgerEntry ended = played.record.getLast();
        assertThat(ended.fact()).isEqualTo(new MoveEnded(1, Facilitated.SECOND));
        assertThat(ended.audience()).isEqualTo(Audience.EVERYONE);
        assertThat(ended.occurredAt()).isEqualTo(Played.START.plus(Duration.ofMinutes(17)));
        assertThat(refusal(played.does(new ExerciseCommand.ResumeExercise(played.director))))
                .contains("move-ended");
    }

    @Test
    void theTimerWakesForTheEndOfAMove() {
        Played played = Facilitated.running(6);
        tick(played, Duration.ofMinutes(16));
        assertThat(Conduct.nextDue(played.state)).contains(Played.START.plus(Duration.ofMinutes(17)));
    }

    @Test
    void beginningTheNextMoveLetsTimeRunFromItsBeginning() {
        Played played = Facilitated.running(6);
        tick(played, Duration.ofMinutes(50));
        assertThat(refusal(begins(played, 2))).isEmpty();
        assertThat(played.state).isInstanceOf(Exercise.Running.class);
        tick(played, Duration.ofMinutes(3));
        assertThat(played.deliveredNumbers()).containsExactly("1", "2", "3", "4");
        assertThat(played.play().clock().elapsedAt(played.now)).isEqualTo(ExerciseTime.minutes(20));
    }

    @Test
    void aMoveBegunEarlyJumpsToItsBeginningAndTheFacilitatorSaysWhatBecomesOfTheRest() {
        Played held = Facilitated.running(6);
        tick(held, Duration.ofMinutes(6));
        assertThat(refusal(begins(held, 2))).isEmpty();
        assertThat(held.play().clock().elapsedAt(held.now)).isEqualTo(Facilitated.SECOND);
        assertThat(held.play().handling(new InjectNumber("2")).flatMap(Handling::held))
                .isPresent();
        assertThat(held.deliveredNumbers()).containsExactly("1");

        Played sent = Facilitated.running(6);
        tick(sent, Duration.ofMinutes(6));
        begins(sent, 2, PassedOver.SEND, "");
        assertThat(sent.deliveredNumbers()).containsExactly("1", "2", "3");

        Played skipped = Facilitated.running(6);
        tick(skipped, Duration.ofMinutes(6));
        assertThat(refusal(begins(skipped, 2, PassedOver.SKIP, ""))).contains("missing");
        assertThat(refusal(begins(skipped, 2, PassedOver.SKIP, "No time"))).isEmpty();
        assertThat(skipped.play().handling(new InjectNumber("3")).flatMap(Handling::skipped))
                .isPresent();
    }

    @Test
    void twoWhoBeginTheSameMoveBeginItOnce() {
        Played played = Facilitated.running(6);
        begins(played, 2);
        assertThat(refusal(begins(played, 2))).contains("move-begun-meanwhile");
        begins(played, 3);
        assertThat(refusal(begins(played, 4))).contains("no-more-moves");
        tick(played, Duration.ofMinutes(60));
        assertThat(played.state).as("the last move runs on to ENDEX").isInstanceOf(Exercise.Running.class);
    }

    @Test
    void aMoveIsBegunOnlyInPlayAndOnlyInFacilitatedConduct() {
        assertThat(refusal(begins(Played.running(1), 2))).contains("not-facilitated");
        assertThat(refusal(begins(Facilitated.planned(1), 1))).contains("not-started");
    }

    @Test
    void theClockJumpsWithinAMoveAndToItsEndButNotPastIt() {
        Played played = Facilitated.running(6);
        assertThat(refusal(jumps(played, ExerciseTime.minutes(18)))).contains("jump-over-move");
        assertThat(refusal(jumps(played, ExerciseTime.minutes(8)))).isEmpty();
        assertThat(refusal(jumps(played, Facilitated.SECOND))).isEmpty();
        assertThat(played.record.getLast().fact()).isEqualTo(new MoveEnded(1, Facilitated.SECOND));
    }

    @Test
    void whatIsReleasedForTheNextMoveStaysUntilItBegins() {
        Played played = Facilitated.running(6);
        InjectNumber four = new InjectNumber("4");
        played.does(new ExerciseCommand.MoveInject(
                played.director, four, ExerciseTime.minutes(20), Facilitated.SECOND, ""));
        holds(played, four);
        tick(played, Duration.ofMinutes(20));
        releases(played, four);
        assertThat(played.deliveredNumbers()).doesNotContain("4");
        begins(played, 2);
        assertThat(played.deliveredNumbers()).contains("4");
    }

    @Test
    void postponingWhileTheStoryWaitsTakesTheNextMoveAlong() {
        Played played = Facilitated.running(6);
        tick(played, Duration.ofMinutes(20));
        played.does(new ExerciseCommand.PostponeRest(played.director, 600_000_000L, 0, ""));
        assertThat(played.play().moveEnd()).contains(ExerciseTime.minutes(27));
        begins(played, 2);
        assertThat(played.play().clock().elapsedAt(played.now)).isEqualTo(ExerciseTime.minutes(27));
        assertThat(refusal(played.does(new ExerciseCommand.PostponeRest(played.director, -1_200_000_000L, 1, ""))))
                .contains("brought-before-now");
    }

    @Test
    void afterARealIncidentAtTheEndOfAMoveTheStoryStillWaits() {
        Played played = Facilitated.running(6);
        tick(played, Duration.ofMinutes(20));
        played.does(new ExerciseCommand.StopForRealIncident(played.okafor, "Real", played.now));
        assertThat(refusal(begins(played, 2))).contains("stopped");
        played.does(new ExerciseCommand.ClearRealIncident(played.director, "Over"));
        played.does(new ExerciseCommand.ResumeExercise(played.director));
        assertThat(played.state)
                .isInstanceOfSatisfying(
                        Exercise.Paused.class,
                        paused -> assertThat(paused.cause()).isEqualTo(PauseCause.MOVE_ENDED));
    }

    @Test
    void anOutageNeverTakesTheStoryPastTheEndOfAMove() {
        Played played = Facilitated.running(20);
        tick(played, Duration.ofMinutes(16));
        played.awayFor(Duration.ofMinutes(40));
        played.does(new ExerciseCommand.Tick());
        assertThat(played.record.stream().map(LedgerEntry::fact).toList())
                .last(org.assertj.core.api.InstanceOfAssertFactories.type(Fact.class))
                .isEqualTo(new ExercisePaused(PauseCause.OUTAGE, ExerciseTime.minutes(16), ""));
        played.does(new ExerciseCommand.ResumeExercise(played.director));
        tick(played, Duration.ofMinutes(5));
        assertThat(played.record.getLast().fact()).isEqualTo(new MoveEnded(1, Facilitated.SECOND));
    }

    private static org.startex.ledger.Ruling jumps(Played played, ExerciseTime to) {
        return played.does(new ExerciseCommand.JumpClock(played.director, to, PassedOver.SEND, ""));
    }
}
