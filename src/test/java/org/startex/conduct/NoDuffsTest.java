package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.startex.conduct.SteeringTest.holds;
import static org.startex.conduct.SteeringTest.refusal;
import static org.startex.conduct.SteeringTest.tick;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Ruling;

/** No duff from the drill to the all-clear, and what becomes of what waited. Inject 1 is due at 5 minutes, 2 at 10 and so on. */
class NoDuffsTest {
    private static final InjectNumber TWO = new InjectNumber("2");

    @Test
    void aDrillIsHeldBeforeStartexAndEndsAsItBegan() {
        Played played = Played.planned(2);
        played.does(new ExerciseCommand.DrillNoDuff(played.director, "Before the doors open"));
        assertThat(played.state)
                .isInstanceOfSatisfying(
                        Exercise.Stopped.class,
                        stopped -> assertThat(stopped.noDuff().drill()).isTrue());
        assertThat(refusal(played.does(new ExerciseCommand.StartExercise(played.director))))
                .contains("stopped");
        played.does(new ExerciseCommand.ClearRealIncident(played.director, ""));
        assertThat(played.state).isInstanceOf(Exercise.Planned.class);
        assertThat(played.record.getLast().fact()).isEqualTo(new NoDuffDrillEnded(""));

        played.does(new ExerciseCommand.StartExercise(played.director));
        assertThat(refusal(played.does(new ExerciseCommand.DrillNoDuff(played.director, ""))))
                .contains("drill-before-startex");
    }

    @Test
    void aRealCallDuringADrillStopsForRealAndOnlyAReasonClearsIt() {
        Played played = Played.planned(2);
        played.does(new ExerciseCommand.DrillNoDuff(played.director, ""));
        played.does(new ExerciseCommand.StopForRealIncident(played.okafor, "Adult collapsed", played.now));
        assertThat(played.state).isInstanceOfSatisfying(Exercise.Stopped.class, stopped -> {
            assertThat(stopped.noDuff().drill()).isFalse();
            assertThat(stopped.noDuff().by()).isEqualTo(played.okafor);
            assertThat(stopped.noDuff().seq()).isEqualTo(played.record.size());
        });
        assertThat(refusal(played.does(new ExerciseCommand.StopForRealIncident(played.price, "The same", played.now))))
                .contains("already-stopped");
        assertThat(refusal(played.does(new ExerciseCommand.ClearRealIncident(played.director, ""))))
                .contains("missing");
        played.does(new ExerciseCommand.ClearRealIncident(played.director, "Taken to hospital"));
        assertThat(played.state).isInstanceOf(Exercise.Planned.class);
    }

    @Test
    void whatWaitedIsWhatWouldHaveComeMeanwhileOrWithinAMinute() {
        Played played = stoppedAtFour(Played.running(4));
        played.after(Duration.ofMinutes(5));
        assertThat(StandingStill.of(played.state, played.now)).hasValueSatisfying(still -> {
            assertThat(still.lost()).isEqualTo(ExerciseTime.minutes(5));
            assertThat(numbers(still.waited()))
                    .as("1 was due at 5, 2 at 10: within the minute after")
                    .containsExactly("1", "2");
        });
    }

    @Test
    void aPaceOfTwoLosesTwiceTheExerciseTime() {
        Played played = Played.running(4);
        played.does(new ExerciseCommand.ChangePace(played.director, new Pace(200)));
        stoppedAtFour(played);
        played.after(Duration.ofMinutes(5));
        assertThat(StandingStill.of(played.state, played.now).orElseThrow().lost())
                .isEqualTo(ExerciseTime.minutes(10));
    }

    @Test
    void clearedAsPlannedEveryInjectKeepsItsExerciseTime() {
        Played played = clears(stoppedAtFour(Played.running(4)), WaitedInjects.AS_PLANNED, 0);
        assertThat(played.state)
                .isInstanceOfSatisfying(
                        Exercise.Paused.class,
                        paused -> assertThat(paused.cause()).isEqualTo(PauseCause.NO_DUFF));
        assertThat(played.record.getLast().fact())
                .isEqualTo(new NoDuffCleared(WaitedInjects.AS_PLANNED, "Taken to hospital"));
        played.does(new ExerciseCommand.ResumeExercise(played.director));
        tick(played, Duration.ofSeconds(59));
        assertThat(played.deliveredNumbers()).isEmpty();
        tick(played, Duration.ofSeconds(1));
        assertThat(played.deliveredNumbers()).containsExactly("1");
    }

    @Test
    void clearedWithLaterTheRestComesLaterByTheMinutesChosen() {
        Played played = clears(stoppedAtFour(Played.running(4)), WaitedInjects.LATER, 5 * 60_000_000L);
        assertThat(played.record.getLast().fact())
                .isEqualTo(new RestPostponed(5 * 60_000_000L, ExerciseTime.minutes(4), ""));
        assertThat(played.play().pending().getFirst().due()).isEqualTo(ExerciseTime.minutes(10));
    }

    @Test
    void clearedWithHoldEachThatWaitedIsHeldAndTheOthersComeAsPlanned() {
        Played played = Played.running(4);
        holds(played, TWO);
        stoppedAtFour(played);
        played.after(Duration.ofMinutes(5));
        clears(played, WaitedInjects.HELD, 0);
        assertThat(played.play().handling(new InjectNumber("1")).flatMap(Handling::held))
                .isPresent();
        assertThat(played.play().handling(TWO).flatMap(Handling::held))
                .as("held before, and still")
                .isPresent();
        assertThat(played.record.stream().filter(entry -> entry.fact() instanceof InjectHeld))
                .as("2 by hand, 1 since it waited")
                .hasSize(2);
        played.does(new ExerciseCommand.ResumeExercise(played.director));
        tick(played, Duration.ofMinutes(12));
        assertThat(played.deliveredNumbers()).containsExactly("3");
    }

    @Test
    void laterByNothingIsRefusedAndNothingIsCleared() {
        Played played = stoppedAtFour(Played.running(4));
        int before = played.record.size();
        assertThat(refusal(played.does(new ExerciseCommand.ClearRealIncident(
                        played.director, "Taken to hospital", WaitedInjects.LATER, 0))))
                .contains("later-by-nothing");
        assertThat(played.record).hasSize(before);
        assertThat(played.state).isInstanceOf(Exercise.Stopped.class);
    }

    @Test
    void afterAnOutageTheSameIsChosenOnResuming() {
        Played played = Played.running(4);
        tick(played, Duration.ofMinutes(4));
        played.awayFor(Duration.ofMinutes(7));
        played.does(new ExerciseCommand.Tick());
        assertThat(played.state)
                .isInstanceOfSatisfying(
                        Exercise.Paused.class,
                        paused -> assertThat(paused.cause()).isEqualTo(PauseCause.OUTAGE));
        assertThat(StandingStill.of(played.state, played.now).orElseThrow().lost())
                .isEqualTo(ExerciseTime.minutes(7));
        played.lastAlive = played.now;
        played.does(new ExerciseCommand.ResumeExercise(played.director, WaitedInjects.HELD, 0));
        tick(played, Duration.ofMinutes(2));
        assertThat(played.deliveredNumbers()).as("1 and 2 waited and are held").isEmpty();
        tick(played, Duration.ofMinutes(10));
        assertThat(played.deliveredNumbers()).containsExactly("3");
    }

    @Test
    void aPauseOfAControllerHasNothingThatWaited() {
        Played played = Played.running(4);
        played.does(new ExerciseCommand.PauseExercise(played.director, "Lunch"));
        played.after(Duration.ofMinutes(30));
        assertThat(StandingStill.of(played.state, played.now)).isEmpty();
    }

    @Test
    void theBoardSaysWhomTheStopHasNotReachedThoseToBeCalledFirst() {
        Played played = stoppedAtFour(Played.running(1));
        Instant shown = played.now.plusSeconds(2);
        ParticipantId director = played.director;
        List<StopReach> reach = StopReach.of(
                played.play(),
                ((Exercise.Stopped) played.state).noDuff(),
                Map.of(
                        director,
                        new InjectReceipt(shown, Optional.of(shown)),
                        played.price,
                        new InjectReceipt(shown, Optional.empty())),
                who -> !who.equals(played.okafor),
                who -> Optional.of(Played.START));
        assertThat(reach)
                .extracting(each -> each.member().participant(), StopReach::state, StopReach::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(played.okafor, StopReach.State.AWAY, Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple(played.price, StopReach.State.ON_PAGE, Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple(
                                director, StopReach.State.SHOWN, Optional.of(Duration.ofSeconds(2))));
    }

    private static Played stoppedAtFour(Played played) {
        played.after(Duration.ofMinutes(4).minus(Duration.between(Played.START, played.now)));
        Ruling ruling =
                played.does(new ExerciseCommand.StopForRealIncident(played.price, "Adult collapsed", played.now));
        assertThat(refusal(ruling)).isEmpty();
        return played;
    }

    private static Played clears(Played played, WaitedInjects waited, long laterMicros) {
        Ruling ruling = played.does(
                new ExerciseCommand.ClearRealIncident(played.director, "Taken to hospital", waited, laterMicros));
        assertThat(refusal(ruling)).isEmpty();
        return played;
    }

    private static List<String> numbers(List<PlannedInject> injects) {
        return injects.stream().map(inject -> inject.number().value()).toList();
    }
}
