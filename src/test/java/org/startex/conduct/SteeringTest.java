package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Ruling;

/** What controllers do with injects that are still to come. Inject 1 is due at 5 minutes, 2 at 10 and so on. */
class SteeringTest {
    private static final InjectNumber ONE = new InjectNumber("1");
    private static final InjectNumber TWO = new InjectNumber("2");

    @Test
    void aHeldInjectLetsTheNextPassAndComesWhenItIsReleased() {
        Played played = Played.running(3);
        holds(played, ONE);
        tick(played, Duration.ofMinutes(11));
        assertThat(played.deliveredNumbers()).containsExactly("2");

        releases(played, ONE);
        assertThat(played.deliveredNumbers()).containsExactly("2", "1");
        assertThat(played.play().delivered(ONE).map(Delivered::byHand))
                .as("the controller sent it by releasing it beyond its time")
                .contains(true);
    }

    @Test
    void anInjectReleasedBeforeItsTimeKeepsItsPlace() {
        Played played = Played.running(2);
        holds(played, ONE);
        tick(played, Duration.ofMinutes(4));
        releases(played, ONE);
        assertThat(played.deliveredNumbers()).isEmpty();
        assertThat(Conduct.nextDue(played.state)).contains(Played.START.plus(Duration.ofMinutes(5)));

        tick(played, Duration.ofMinutes(1));
        assertThat(played.play().delivered(ONE).map(Delivered::byHand)).contains(false);
        assertThat(played.play().delivered(ONE).map(Delivered::latenessMicros)).contains(0L);
    }

    @Test
    void theTimerWaitsForWhatFallsDueByItself() {
        Played played = Played.running(3);
        holds(played, ONE);
        assertThat(Conduct.nextDue(played.state)).contains(Played.START.plus(Duration.ofMinutes(10)));
        skips(played, TWO, "Not needed");
        assertThat(Conduct.nextDue(played.state)).contains(Played.START.plus(Duration.ofMinutes(15)));
        moves(played, "3", 15, 1);
        assertThat(Conduct.nextDue(played.state)).contains(Played.START.plus(Duration.ofMinutes(1)));
    }

    @Test
    void aHeldInjectCanBeSentAndIsThenNoLongerHeld() {
        Played played = Played.running(1);
        holds(played, ONE);
        played.does(new ExerciseCommand.SendInject(played.director, ONE));
        assertThat(played.deliveredNumbers()).containsExactly("1");
        assertThat(refusal(releases(played, ONE))).contains("already-delivered");
    }

    @Test
    void skippingNeedsAReasonAndIsOnRecordWithWhoAndWhy() {
        Played played = Played.running(2);
        assertThat(refusal(skips(played, ONE, "  "))).contains("missing");
        skips(played, ONE, "Tactical asked before it came");

        LedgerEntry entry = played.record.getLast();
        assertThat(entry.fact()).isEqualTo(new InjectSkipped(ONE, "Tactical asked before it came"));
        assertThat(entry.actor().participant()).contains(played.director);
        assertThat(entry.audience()).isEqualTo(Audience.STAFF);
        assertThat(played.play().toCome()).extracting(PlannedInject::number).containsExactly(TWO);
        assertThat(played.play().handling(ONE).flatMap(Handling::skipped).map(ActMark::reason))
                .contains("Tactical asked before it came");
        tick(played, Duration.ofMinutes(12));
        assertThat(played.deliveredNumbers()).containsExactly("2");
    }

    @Test
    void putBackBeforeItsTimeItStandsAsBefore() {
        Played played = Played.running(2);
        Play before = played.play();
        skips(played, ONE, "No time");
        putsBack(played, ONE);
        assertThat(played.play().pending()).isEqualTo(before.pending());
    }

    @Test
    void putBackAfterItsTimeItIsHeldSoThatNothingIsSentUnasked() {
        Played played = Played.running(2);
        skips(played, ONE, "No time");
        tick(played, Duration.ofMinutes(7));
        putsBack(played, ONE);
        assertThat(played.deliveredNumbers()).isEmpty();
        assertThat(played.play().handling(ONE).flatMap(Handling::held)).isPresent();
        releases(played, ONE);
        assertThat(played.deliveredNumbers()).containsExactly("1");
    }

    @Test
    void whatWasHeldWhenItWasSkippedComesBackHeld() {
        Played played = Played.running(2);
        holds(played, ONE);
        skips(played, ONE, "No time");
        putsBack(played, ONE);
        assertThat(played.play().handling(ONE).flatMap(Handling::held)).isPresent();
    }

    @Test
    void aMovedInjectFallsDueAtItsNewTimeAndOnlyThen() {
        Played played = Played.running(2);
        moves(played, "1", 5, 12);
        tick(played, Duration.ofMinutes(11));
        assertThat(played.deliveredNumbers()).containsExactly("2");
        tick(played, Duration.ofMinutes(1));
        assertThat(played.deliveredNumbers()).containsExactly("2", "1");
        assertThat(played.record.getLast().exerciseTime()).isEqualTo(ExerciseTime.minutes(12));
    }

    @Test
    void anInjectIsNeverMovedBeforeNow() {
        Played played = Played.running(3);
        tick(played, Duration.ofMinutes(6));
        assertThat(refusal(moves(played, "3", 15, 6))).contains("moved-before-now");
        assertThat(refusal(moves(played, "3", 15, 15))).contains("moved-by-nothing");
        assertThat(refusal(moves(played, "3", 15, 60 * 24 * 60 + 1))).contains("moved-too-far");
        assertThat(played.play().pending().getLast().due()).isEqualTo(ExerciseTime.minutes(15));
    }

    @Test
    void aHeldInjectBeyondItsTimeIsMovedAheadAndStaysHeld() {
        Played played = Played.running(1);
        holds(played, ONE);
        tick(played, Duration.ofMinutes(6));
        moves(played, "1", 5, 9);
        tick(played, Duration.ofMinutes(10));
        assertThat(played.deliveredNumbers()).isEmpty();
    }

    @Test
    void twoControllersAtOnceHaveOneEffectAndTheSecondIsTold() {
        Played played = Played.running(3);
        ParticipantId second = aSecondController(played);
        holds(played, ONE);
        assertThat(refusal(played.does(new ExerciseCommand.HoldInject(second, ONE, ""))))
                .contains("already-held");
        releases(played, ONE);
        assertThat(refusal(played.does(new ExerciseCommand.ReleaseInject(second, ONE))))
                .contains("not-held");
        skips(played, ONE, "No time");
        assertThat(refusal(played.does(new ExerciseCommand.SkipInject(second, ONE, "No room"))))
                .contains("already-skipped");
        assertThat(refusal(played.does(new ExerciseCommand.SendInject(second, ONE))))
                .contains("already-skipped");
        assertThat(played.play().handling(ONE).flatMap(Handling::lastAct).map(ActMark::by))
                .contains(played.director);
        putsBack(played, ONE);
        assertThat(refusal(played.does(new ExerciseCommand.PutBackInject(second, ONE))))
                .contains("not-skipped");
        moves(played, "2", 10, 12);
        assertThat(refusal(played.does(new ExerciseCommand.MoveInject(
                        second, TWO, ExerciseTime.minutes(10), ExerciseTime.minutes(12), ""))))
                .contains("moved-meanwhile");
        assertThat(played.play().planned(TWO).map(PlannedInject::due)).contains(ExerciseTime.minutes(12));
    }

    @Test
    void beforeStartexAPlanCanBePutRightAndAfterEndexNot() {
        Played played = Played.planned(2);
        holds(played, ONE);
        skips(played, TWO, "Dropped this morning");
        moves(played, "1", 5, 0);
        played.does(new ExerciseCommand.StartExercise(played.director));
        tick(played, Duration.ofMinutes(20));
        assertThat(played.deliveredNumbers()).isEmpty();
        played.does(new ExerciseCommand.EndExercise(played.director, ""));
        assertThat(refusal(releases(played, ONE))).contains("ended");
    }

    @Test
    void whatIsHeldOrSkippedIsNoBacklogOfAnOutage() {
        Played played = Played.running(6);
        holds(played, ONE);
        skips(played, TWO, "No time");
        played.awayFor(Duration.ofSeconds(59));
        played.does(new ExerciseCommand.ChangePace(played.director, new Pace(6_000)));
        played.lastAlive = played.now;
        played.awayFor(Duration.ofSeconds(21));
        played.does(new ExerciseCommand.Tick());
        OutageFound outage = played.record.stream()
                .map(LedgerEntry::fact)
                .filter(OutageFound.class::isInstance)
                .map(OutageFound.class::cast)
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(outage.waiting()).as("3 and 4 waited").isEqualTo(2);
    }

    @Test
    void whatIsExpectedMovesWithItsInject() {
        PlannedInject inject = Played.plan(1).injects().getFirst();
        PlannedInject expecting = new PlannedInject(
                inject.number(),
                inject.due(),
                inject.to(),
                inject.channel(),
                List.of(),
                List.of(),
                List.of(),
                new InjectWords(
                        "Inject 1",
                        "Control",
                        "Text",
                        List.of(new ExpectedStep(
                                ExerciseTime.minutes(9), inject.to().getFirst(), "Answers")),
                        "",
                        List.of()));
        assertThat(expecting.movedTo(ExerciseTime.minutes(25)).expectedBy()).contains(ExerciseTime.minutes(29));
        assertThat(expecting.movedTo(inject.due())).isEqualTo(expecting);
    }

    @Test
    void theBoardTellsHeldSkippedAndMovedAndTheNextAreThoseThatLeaveByThemselves() {
        Played played = Played.running(4);
        holds(played, ONE);
        skips(played, TWO, "No time");
        moves(played, "3", 15, 35);
        tick(played, Duration.ofMinutes(12));

        ControlBoard board = board(played, played.now);
        assertThat(board.row("1").orElseThrow().state()).isEqualTo(InjectState.HELD);
        assertThat(board.row("2").orElseThrow().state()).isEqualTo(InjectState.SKIPPED);
        assertThat(board.row("3").orElseThrow().movedMicros()).isEqualTo(20 * 60_000_000L);
        assertThat(board.next(5)).extracting(row -> row.number().value()).containsExactly("4", "3");
        assertThat(board.rows())
                .as("held beyond its time stands with what comes, skipped stays at its time")
                .extracting(row -> row.number().value())
                .containsExactly("2", "1", "4", "3");
        assertThat(board.toCome()).isEqualTo(3);
    }

    private static ControlBoard board(Played played, Instant now) {
        return ControlBoard.of(played.play(), java.util.Map.of(), now);
    }

    private static ParticipantId aSecondController(Played played) {
        ParticipantId second = ParticipantId.random();
        played.does(new ExerciseCommand.GiveRole(
                played.director, second, org.startex.kernel.ExerciseRole.CONTROLLER, "P. Second", "Council"));
        return second;
    }

    static Ruling holds(Played played, InjectNumber number) {
        return played.does(new ExerciseCommand.HoldInject(played.director, number, ""));
    }

    static Ruling releases(Played played, InjectNumber number) {
        return played.does(new ExerciseCommand.ReleaseInject(played.director, number));
    }

    static Ruling skips(Played played, InjectNumber number, String reason) {
        return played.does(new ExerciseCommand.SkipInject(played.director, number, reason));
    }

    static Ruling putsBack(Played played, InjectNumber number) {
        return played.does(new ExerciseCommand.PutBackInject(played.director, number));
    }

    static Ruling moves(Played played, String number, long from, long to) {
        return played.does(new ExerciseCommand.MoveInject(
                played.director, new InjectNumber(number), ExerciseTime.minutes(from), ExerciseTime.minutes(to), ""));
    }

    static void tick(Played played, Duration after) {
        played.after(after);
        played.does(new ExerciseCommand.Tick());
    }

    static Optional<String> refusal(Ruling ruling) {
        return ruling instanceof Ruling.Refused refused
                ? Optional.of(refused.reason().code())
                : Optional.empty();
    }
}
