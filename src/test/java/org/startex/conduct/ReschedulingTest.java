package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.startex.conduct.SteeringTest.holds;
import static org.startex.conduct.SteeringTest.refusal;
import static org.startex.conduct.SteeringTest.releases;
import static org.startex.conduct.SteeringTest.skips;
import static org.startex.conduct.SteeringTest.tick;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Ruling;

/** Everything that is left is postponed, and the clock jumps. Inject 1 is due at 5 minutes, 2 at 10 and so on. */
class ReschedulingTest {
    private static final InjectNumber TWO = new InjectNumber("2");
    private static final InjectNumber THREE = new InjectNumber("3");

    @Test
    void theRestComesLaterHeldAndSkippedOnesTooAndWhatHasLeftStays() {
        Played played = Played.running(4);
        tick(played, Duration.ofMinutes(6));
        holds(played, TWO);
        skips(played, THREE, "No time");
        postpones(played, 20);

        assertThat(due(played, "1")).isEqualTo(ExerciseTime.minutes(5));
        assertThat(due(played, "2")).isEqualTo(ExerciseTime.minutes(30));
        assertThat(due(played, "3")).isEqualTo(ExerciseTime.minutes(35));
        assertThat(due(played, "4")).isEqualTo(ExerciseTime.minutes(40));
        assertThat(played.play().handling(TWO).flatMap(Handling::held)).isPresent();
        assertThat(Conduct.nextDue(played.state)).contains(Played.START.plus(Duration.ofMinutes(40)));
        LedgerEntry entry = played.record.getLast();
        assertThat(entry.fact())
                .as("one entry, whatever is left")
                .isEqualTo(new RestPostponed(20 * 60_000_000L, ExerciseTime.minutes(6), "The boats are late"));
        assertThat(entry.audience()).isEqualTo(Audience.STAFF);
        tick(played, Duration.ofMinutes(20));
        assertThat(played.deliveredNumbers()).containsExactly("1");
    }

    @Test
    void phasesToComeArePostponedAndThoseThatHaveBegunAreNot() {
        Plan plan = PlanBuilder.like(Played.plan(3))
                .phases(
                        new PlannedPhase("Warning", ExerciseTime.ZERO),
                        new PlannedPhase("Response", ExerciseTime.minutes(7)),
                        new PlannedPhase("Recovery", ExerciseTime.minutes(9)))
                .plan();
        Play play = Played.planned(plan).play();
        Schedule later = play.schedule()
                .postponed(
                        play.undelivered(),
                        new RestPostponed(600_000_000L, ExerciseTime.minutes(8), ""),
                        new ActMark(org.startex.kernel.ParticipantId.random(), Instant.EPOCH, ""));
        assertThat(later.phases())
                .extracting(PlannedPhase::from)
                .containsExactly(ExerciseTime.ZERO, ExerciseTime.minutes(7), ExerciseTime.minutes(19));
    }

    @Test
    void nothingIsBroughtForwardToBeforeNow() {
        Played played = Played.running(4);
        tick(played, Duration.ofMinutes(6));
        assertThat(refusal(postpones(played, -4))).contains("brought-before-now");
        assertThat(refusal(postpones(played, 0))).contains("moved-by-nothing");
        assertThat(refusal(postpones(played, -3))).isEmpty();
        assertThat(due(played, "2")).isEqualTo(ExerciseTime.minutes(7));
    }

    @Test
    void whatIsHeldBeyondItsTimeIsNoHindranceToBringingTheRestForward() {
        Played played = Played.running(2);
        holds(played, new InjectNumber("1"));
        tick(played, Duration.ofMinutes(6));
        assertThat(refusal(postpones(played, -3))).isEmpty();
        assertThat(due(played, "1")).isEqualTo(ExerciseTime.minutes(2));
    }

    @Test
    void twoWhoPostponeAtOncePostponeOnce() {
        Played played = Played.running(2);
        int seen = played.play().schedule().postponements();
        postpones(played, 20);
        assertThat(refusal(played.does(new ExerciseCommand.PostponeRest(played.director, 20 * 60_000_000L, seen, ""))))
                .contains("postponed-meanwhile");
        assertThat(due(played, "1")).isEqualTo(ExerciseTime.minutes(25));
    }

    @Test
    void aJumpIsOneEntryAndKeepsWhatItPassesOverHeld() {
        Played played = Played.running(4);
        tick(played, Duration.ofMinutes(1));
        int entries = played.record.size();
        jumps(played, 17, PassedOver.HOLD, "");

        assertThat(played.record).hasSize(entries + 1);
        assertThat(played.record.getLast().fact())
                .isEqualTo(new ClockJumped(
                        ExerciseTime.minutes(1),
                        ExerciseTime.minutes(17),
                        PassedOver.HOLD,
                        List.of(new InjectNumber("1"), TWO, THREE),
                        ""));
        assertThat(played.play().clock().elapsedAt(played.now)).isEqualTo(ExerciseTime.minutes(17));
        assertThat(played.play().pending()).extracting(PlannedInject::number).containsExactly(new InjectNumber("4"));
        tick(played, Duration.ofMinutes(3));
        assertThat(played.deliveredNumbers()).containsExactly("4");
        releases(played, TWO);
        assertThat(played.deliveredNumbers()).containsExactly("4", "2");
    }

    @Test
    void whatIsPassedOverCanBeSentInItsOrder() {
        Played played = Played.running(4);
        jumps(played, 17, PassedOver.SEND, "");
        assertThat(played.deliveredNumbers()).containsExactly("1", "2", "3");
        assertThat(played.record.getLast().exerciseTime()).isEqualTo(ExerciseTime.minutes(17));
        assertThat(played.record.getLast().actor().participant()).contains(played.director);
    }

    @Test
    void whatIsPassedOverIsSkippedOnlyWithAReason() {
        Played played = Played.running(4);
        assertThat(refusal(jumps(played, 17, PassedOver.SKIP, ""))).contains("missing");
        assertThat(played.play().clock().elapsedAt(played.now)).isEqualTo(ExerciseTime.ZERO);
        jumps(played, 17, PassedOver.SKIP, "No time for the morning");
        assertThat(played.play().toCome()).extracting(PlannedInject::number).containsExactly(new InjectNumber("4"));
        assertThat(played.play().handling(TWO).flatMap(Handling::skipped).map(ActMark::reason))
                .contains("No time for the morning");
    }

    @Test
    void whatIsHeldOrSkippedWhenTheClockJumpsStaysSo() {
        Played played = Played.running(3);
        holds(played, TWO);
        skips(played, THREE, "No time");
        jumps(played, 17, PassedOver.SEND, "");
        assertThat(played.deliveredNumbers()).containsExactly("1");
    }

    @Test
    void whatIsDueAtTheVeryMomentFallsDueThere() {
        Played played = Played.running(3);
        jumps(played, 10, PassedOver.SKIP, "No time");
        assertThat(played.deliveredNumbers()).containsExactly("2");
        assertThat(played.play().delivered(TWO).map(Delivered::byHand)).contains(false);
        assertThat(played.play().delivered(TWO).map(Delivered::latenessMicros)).contains(0L);
    }

    @Test
    void theClockOnlyJumpsForward() {
        Played played = Played.running(3);
        tick(played, Duration.ofMinutes(6));
        assertThat(refusal(jumps(played, 6, PassedOver.HOLD, ""))).contains("jump-not-ahead");
        assertThat(refusal(jumps(played, 2, PassedOver.HOLD, ""))).contains("jump-not-ahead");
        assertThat(refusal(jumps(played, 60L * 24 * 60 + 1, PassedOver.HOLD, "")))
                .contains("moved-too-far");
        assertThat(refusal(jumps(Played.planned(2), 6, PassedOver.HOLD, ""))).contains("not-started");
    }

    @Test
    void aPausedClockJumpsAndStandsOn() {
        Played played = Played.running(3);
        tick(played, Duration.ofMinutes(1));
        played.does(new ExerciseCommand.PauseExercise(played.director, ""));
        jumps(played, 12, PassedOver.HOLD, "");
        assertThat(played.state).isInstanceOf(Exercise.Paused.class);
        played.after(Duration.ofHours(1));
        assertThat(played.play().clock().elapsedAt(played.now)).isEqualTo(ExerciseTime.minutes(12));
        played.does(new ExerciseCommand.ResumeExercise(played.director));
        tick(played, Duration.ofMinutes(3));
        assertThat(played.deliveredNumbers()).containsExactly("3");
    }

    @Test
    void exerciseTimeOfWhatWasBeforeTheJumpIsUnchanged() {
        Played played = Played.running(3);
        tick(played, Duration.ofMinutes(4));
        Instant before = played.now.minusSeconds(30);
        jumps(played, 100, PassedOver.HOLD, "");
        tick(played, Duration.ofMinutes(1));
        ClockHistory clock = played.play().clock();
        assertThat(clock.elapsedAt(before)).isEqualTo(new ExerciseTime(210_000_000));
        assertThat(clock.elapsedAt(played.now)).isEqualTo(ExerciseTime.minutes(101));
    }

    @Test
    void whatTheClockJumpedOverWasNotPlayedThrough() {
        Played played = Played.running(3);
        tick(played, Duration.ofMinutes(4));
        jumps(played, 100, PassedOver.HOLD, "");
        tick(played, Duration.ofMinutes(6));
        played.does(new ExerciseCommand.ChangePace(played.director, new Pace(200)));
        tick(played, Duration.ofMinutes(2));
        ClockHistory clock = played.play().clock();
        assertThat(clock.played(ExerciseTime.minutes(1), ExerciseTime.minutes(110)))
                .isEqualTo(ExerciseTime.minutes(13));
        assertThat(clock.played(ExerciseTime.minutes(50), ExerciseTime.minutes(101)))
                .as("from a moment that never was")
                .isEqualTo(ExerciseTime.minutes(1));
        assertThat(clock.played(ExerciseTime.minutes(100), ExerciseTime.minutes(110)))
                .isEqualTo(ExerciseTime.minutes(10));
        assertThat(clock.played(ExerciseTime.minutes(3), ExerciseTime.minutes(1)))
                .isEqualTo(ExerciseTime.ZERO);
    }

    @Test
    void aJumpIsNoOutage() {
        Played played = Played.running(30);
        jumps(played, 120, PassedOver.HOLD, "");
        tick(played, Duration.ofSeconds(2));
        assertThat(played.state).isInstanceOf(Exercise.Running.class);
        assertThat(played.record).noneMatch(entry -> entry.fact() instanceof OutageFound);
    }

    private static ExerciseTime due(Played played, String number) {
        return played.play().planned(new InjectNumber(number)).orElseThrow().due();
    }

    private static Ruling postpones(Played played, long minutes) {
        return played.does(new ExerciseCommand.PostponeRest(
                played.director,
                minutes * 60_000_000L,
                played.play().schedule().postponements(),
                "The boats are late"));
    }

    private static Ruling jumps(Played played, long to, PassedOver over, String reason) {
        return played.does(new ExerciseCommand.JumpClock(played.director, ExerciseTime.minutes(to), over, reason));
    }
}
