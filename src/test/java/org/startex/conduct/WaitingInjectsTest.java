package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Ruling;
import org.startex.scenario.Condition;
import org.startex.scenario.InjectKind;

/** What makes an inject leave that has no time, or not only a time. Inject 1 goes to both cells at five minutes; 2 waits for what each test says. */
class WaitingInjectsTest {
    private static final InjectNumber ONE = new InjectNumber("1");
    private static final InjectNumber TWO = new InjectNumber("2");
    private static final Condition LEFT = new Condition.Delivered(ONE);
    private static final Condition TACTICAL_ACKNOWLEDGES = new Condition.Acknowledged(ONE, Played.TACTICAL);
    private static final Condition TACTICAL_SILENT =
            new Condition.NotAcknowledged(ONE, Played.TACTICAL, ExerciseTime.minutes(40));

    private Played played = new Played();

    private void waitsFor(Condition condition) {
        waitsFor(condition, 0, null);
    }

    private void waitsFor(Condition condition, int minutes, @Nullable Integer notBefore) {
        is(new InjectKind.Conditional(
                condition, minutes * 60_000_000L, notBefore == null ? null : ExerciseTime.minutes(notBefore)));
    }

    private void is(InjectKind kind) {
        ExerciseTime own = kind instanceof InjectKind.Conditional c
                ? Optional.ofNullable(c.notBefore())
                        .or(() -> c.when().firstTime())
                        .orElse(ExerciseTime.ZERO)
                : ExerciseTime.ZERO;
        played = Played.running(
                List.of(inject("1", ExerciseTime.minutes(5), new InjectKind.Timed()), inject("2", own, kind)));
    }

    private static PlannedInject inject(String number, ExerciseTime due, InjectKind kind) {
        return new PlannedInject(
                new InjectNumber(number),
                due,
                List.of(new Addressee(Played.TACTICAL, ""), new Addressee(Played.REST_CENTRE, "")),
                Channel.PHONE,
                List.of(),
                List.of(),
                List.of(),
                new InjectWords(
                        "Inject " + number,
                        "Control",
                        "Text",
                        List.of(new ExpectedStep(
                                new ExerciseTime(due.micros() + 600_000_000),
                                new Addressee(Played.TACTICAL, ""),
                                "Answers.")),
                        "",
                        List.of()),
                kind);
    }

    /** The timer looks at a minute of the exercise, which has run at its own pace until then. */
    private void at(double minute) {
        played.now = Played.START.plus(Duration.ofSeconds(Math.round(minute * 60)));
        played.lastAlive = played.now;
        played.does(new ExerciseCommand.Tick());
    }

    private void acknowledges(ParticipantId player) {
        assertThat(played.does(new ExerciseCommand.AcknowledgeInject(player, played.entry("1"), played.now)))
                .isInstanceOf(Ruling.Accepted.class);
    }

    private void decides(ParticipantId player, int actions) {
        assertThat(played.does(new ExerciseCommand.LogReply(player, played.entry("1"), actions, "", played.now)))
                .isInstanceOf(Ruling.Accepted.class);
    }

    private Delivered two() {
        return played.play().delivered(TWO).orElseThrow();
    }

    private boolean gone() {
        return played.play().delivered(TWO).isPresent();
    }

    private void refused(String reason, ExerciseCommand command) {
        assertThat(played.does(command))
                .isInstanceOfSatisfying(
                        Ruling.Refused.class, r -> assertThat(r.reason().code()).isEqualTo(reason));
    }

    @Test
    void afterAnInjectHasLeftAndADelay() {
        waitsFor(LEFT, 3, null);
        at(7.9);
        assertThat(gone()).isFalse();
        at(8);
        assertThat(gone()).isTrue();
        assertThat(two().cause()).contains(new Because(ExerciseTime.minutes(8), List.of(LEFT)));
        assertThat(two().byHand()).isFalse();
        assertThat(two().latenessMicros()).isZero();
    }

    @Test
    void theTimerIsArmedForIt() {
        waitsFor(LEFT, 3, null);
        at(5);
        assertThat(Conduct.nextDue(played.state)).contains(minute(8));
        played.does(new ExerciseCommand.PauseExercise(played.director, ""));
        assertThat(Conduct.nextDue(played.state)).isEmpty();
    }

    @Test
    void aPauseStopsTheDelay() {
        waitsFor(LEFT, 3, null);
        at(6);
        played.does(new ExerciseCommand.PauseExercise(played.director, ""));
        at(30);
        played.does(new ExerciseCommand.ResumeExercise(played.director));
        assertThat(Conduct.nextDue(played.state)).contains(minute(32));
        at(31.9);
        assertThat(gone()).isFalse();
        at(32);
        assertThat(two().time()).isEqualTo(ExerciseTime.minutes(8));
    }

    @Test
    void onceTheCellHasAcknowledgedAndNotAnother() {
        waitsFor(TACTICAL_ACKNOWLEDGES);
        at(6);
        acknowledges(played.okafor);
        at(7);
        assertThat(gone()).isFalse();
        acknowledges(played.price);
        at(8);
        assertThat(two().cause()).contains(new Because(ExerciseTime.minutes(7), List.of(TACTICAL_ACKNOWLEDGES)));
    }

    @Test
    void whoeverAcknowledgesCountsWhereNoCellIsNamed() {
        waitsFor(new Condition.Acknowledged(ONE, null));
        at(6);
        acknowledges(played.okafor);
        at(6.1);
        assertThat(gone()).isTrue();
    }

    @Test
    void anAcknowledgementThatWasStuckCountsFromWhenItArrives() {
        waitsFor(TACTICAL_ACKNOWLEDGES, 5, null);
        at(20);
        played.does(new ExerciseCommand.AcknowledgeInject(played.price, played.entry("1"), minute(6)));
        assertThat(Conduct.nextDue(played.state)).contains(minute(25));
    }

    @Test
    void onceADecisionIsLoggedInReply() {
        waitsFor(new Condition.Decided(ONE, Played.TACTICAL));
        at(6);
        decides(played.okafor, 1);
        at(7);
        assertThat(gone()).as("the other cell decided").isFalse();
        decides(played.price, 0);
        at(7.1);
        assertThat(gone()).isTrue();
    }

    @Test
    void onceAnActionIsLoggedInReply() {
        waitsFor(new Condition.ActionRaised(ONE, null));
        at(6);
        decides(played.price, 0);
        at(7);
        assertThat(gone()).as("a decision without an action").isFalse();
        decides(played.price, 2);
        at(7.1);
        assertThat(gone()).isTrue();
    }

    @Test
    void whereNobodyHasAcknowledgedByATime() {
        waitsFor(TACTICAL_SILENT);
        at(10);
        acknowledges(played.okafor);
        assertThat(Conduct.nextDue(played.state)).contains(minute(40));
        at(39.9);
        assertThat(gone()).isFalse();
        at(40);
        assertThat(two().cause()).contains(new Because(ExerciseTime.minutes(40), List.of(TACTICAL_SILENT)));
        assertThat(two().time()).isEqualTo(ExerciseTime.minutes(40));
    }

    @Test
    void whereSomebodyHasAcknowledgedInTimeItNeverComes() {
        waitsFor(TACTICAL_SILENT);
        at(39.9);
        acknowledges(played.price);
        assertThat(Conduct.nextDue(played.state)).isEmpty();
        at(170);
        assertThat(gone()).isFalse();
    }

    /** The timer was late; what fell due is delivered before the acknowledgement that comes now. */
    @Test
    void whoAcknowledgesAtThatVeryMomentIsTooLate() {
        waitsFor(TACTICAL_SILENT);
        at(20);
        played.now = minute(40);
        played.lastAlive = played.now;
        acknowledges(played.price);
        assertThat(gone()).isTrue();
    }

    @Test
    void nobodyCanHaveFailedToAcknowledgeWhatTheyNeverGot() {
        waitsFor(TACTICAL_SILENT);
        played.does(new ExerciseCommand.SkipInject(played.director, ONE, "Not needed"));
        at(170);
        assertThat(gone()).isFalse();

        waitsFor(TACTICAL_SILENT);
        played.does(new ExerciseCommand.MoveInject(
                played.director, ONE, ExerciseTime.minutes(5), ExerciseTime.minutes(45), ""));
        at(170);
        assertThat(gone()).as("1 left when the time had passed").isFalse();

        waitsFor(TACTICAL_SILENT);
        at(10);
        played.does(new ExerciseCommand.RecallInject(played.director, played.entry("1"), "Wrong"));
        at(170);
        assertThat(gone()).as("1 was recalled").isFalse();
    }

    @Test
    void allOfThemCountsFromTheLastAndAnyFromTheFirst() {
        Condition acknowledged = new Condition.Acknowledged(ONE, null);
        Condition decided = new Condition.Decided(ONE, null);
        waitsFor(new Condition.All(List.of(acknowledged, decided)), 1, null);
        at(6);
        acknowledges(played.price);
        at(9);
        assertThat(gone()).isFalse();
        decides(played.okafor, 0);
        at(10);
        assertThat(two().cause()).contains(new Because(ExerciseTime.minutes(10), List.of(acknowledged, decided)));

        waitsFor(new Condition.Any(List.of(TACTICAL_SILENT, decided)), 1, null);
        at(6);
        decides(played.price, 0);
        at(7);
        assertThat(two().cause()).contains(new Because(ExerciseTime.minutes(7), List.of(decided)));
    }

    @Test
    void notBeforeItsOwnTime() {
        waitsFor(LEFT, 1, 30);
        assertThat(played.play().planned(TWO).orElseThrow().hasTime()).isTrue();
        at(29.9);
        assertThat(gone()).isFalse();
        at(30);
        assertThat(gone()).isTrue();
    }

    @Test
    void aHeldOneWaitsForItsReleaseThoughItsConditionHolds() {
        waitsFor(LEFT);
        played.does(new ExerciseCommand.HoldInject(played.director, TWO, ""));
        at(20);
        assertThat(gone()).isFalse();
        played.does(new ExerciseCommand.ReleaseInject(played.director, TWO));
        assertThat(two().byHand()).as("releasing sends what had come").isTrue();

        waitsFor(TACTICAL_ACKNOWLEDGES);
        played.does(new ExerciseCommand.HoldInject(played.director, TWO, ""));
        at(20);
        played.does(new ExerciseCommand.ReleaseInject(played.director, TWO));
        assertThat(gone()).as("it waits on for its condition").isFalse();
    }

    @Test
    void oneThatIsPutBackAfterItsConditionCameTrueComesBackHeld() {
        waitsFor(LEFT);
        played.does(new ExerciseCommand.SkipInject(played.director, TWO, "Not needed"));
        at(20);
        played.does(new ExerciseCommand.PutBackInject(played.director, TWO));
        at(30);
        assertThat(gone()).isFalse();
        assertThat(played.play().handling(TWO).flatMap(Handling::held)).isPresent();
    }

    @Test
    void whatHasATimeOfItsOwnCanBeMovedAndWhatHasNoneCannot() {
        waitsFor(TACTICAL_SILENT);
        at(10);
        played.does(new ExerciseCommand.MoveInject(
                played.director, TWO, ExerciseTime.minutes(40), ExerciseTime.minutes(50), ""));
        at(49.9);
        assertThat(gone()).isFalse();
        at(50);
        assertThat(two().cause().orElseThrow().held()).containsExactly(TACTICAL_SILENT.later(600_000_000));

        waitsFor(LEFT);
        refused(
                "no-time-to-move",
                new ExerciseCommand.MoveInject(played.director, TWO, ExerciseTime.ZERO, ExerciseTime.minutes(50), ""));
    }

    @Test
    void postponingTheRestMovesItsDeadlineAlong() {
        waitsFor(TACTICAL_SILENT);
        at(10);
        played.does(new ExerciseCommand.PostponeRest(played.director, 1_200_000_000, 0, ""));
        assertThat(Conduct.nextDue(played.state)).contains(minute(60));
        refused("brought-before-now", new ExerciseCommand.PostponeRest(played.director, -3_000_000_000L, 1, ""));
    }

    @Test
    void aJumpAsksAboutADeadlineItPassesOver() {
        for (PassedOver over : PassedOver.values()) {
            waitsFor(TACTICAL_SILENT);
            at(10);
            played.does(new ExerciseCommand.JumpClock(played.director, ExerciseTime.minutes(60), over, "No time"));
            at(12);
            assertThat(gone()).as(over.name()).isEqualTo(over == PassedOver.SEND);
            assertThat(played.play().handling(TWO).flatMap(Handling::held).isPresent())
                    .isEqualTo(over == PassedOver.HOLD);
            assertThat(played.play().handling(TWO).flatMap(Handling::skipped).isPresent())
                    .isEqualTo(over == PassedOver.SKIP);
        }
    }

    @Test
    void aCueIsGivenOnceHoweverManyControllersGiveIt() {
        for (InjectKind kind : List.of(new InjectKind.Cued("When they ask"), new InjectKind.Contingency())) {
            is(kind);
            at(60);
            assertThat(gone()).as("it never leaves by itself").isFalse();
            assertThat(played.play().pending()).isEmpty();
            assertThat(played.does(new ExerciseCommand.SendInject(played.director, TWO)))
                    .isInstanceOf(Ruling.Accepted.class);
            refused("already-delivered", new ExerciseCommand.SendInject(played.director, TWO));
            assertThat(played.record.stream().filter(e -> e.fact() instanceof InjectSent))
                    .hasSize(1);
        }
    }

    @Test
    void whatACueBringsCannotBeHeldButSkippedAndPutBack() {
        is(new InjectKind.Cued("When they ask"));
        refused("leaves-by-hand", new ExerciseCommand.HoldInject(played.director, TWO, ""));
        played.does(new ExerciseCommand.SkipInject(played.director, TWO, "Nobody will ask"));
        refused("already-skipped", new ExerciseCommand.SendInject(played.director, TWO));
        played.does(new ExerciseCommand.PutBackInject(played.director, TWO));
        assertThat(played.play().handling(TWO).flatMap(Handling::held)).isEmpty();
        played.does(new ExerciseCommand.SendInject(played.director, TWO));
        assertThat(gone()).isTrue();
    }

    @Test
    void postponingLeavesAloneWhatHasNoTime() {
        is(new InjectKind.Contingency());
        at(6);
        refused("nothing-to-postpone", new ExerciseCommand.PostponeRest(played.director, 600_000_000, 0, ""));
    }

    /** However late the timer looks, what follows an inject follows the moment at which that was due. */
    @Test
    void aChainKeepsItsTimesWhenTheTimerIsLate() {
        waitsFor(LEFT, 3, null);
        at(20);
        assertThat(played.deliveredNumbers()).containsExactly("1", "2");
        assertThat(two().cause().map(Because::due)).contains(ExerciseTime.minutes(8));
        assertThat(two().latenessMicros()).isEqualTo(12 * 60_000_000L);
    }

    private InjectRow row(String number) {
        return ControlBoard.of(played.play(), Map.of(), played.now).row(number).orElseThrow();
    }

    @Test
    void theBoardSaysWhatEachWaitsFor() {
        is(new InjectKind.Cued("When they ask"));
        assertThat(row("2").state()).isEqualTo(InjectState.CUE);
        is(new InjectKind.Contingency());
        assertThat(row("2").state()).isEqualTo(InjectState.CONTINGENCY);
        assertThat(row("2").toCome()).as("spare").isFalse();
        waitsFor(TACTICAL_ACKNOWLEDGES, 10, null);
        at(6);
        assertThat(row("2").state()).isEqualTo(InjectState.WAITING);
        assertThat(row("2").inTime()).isFalse();
        acknowledges(played.price);
        assertThat(row("2").state()).isEqualTo(InjectState.PENDING);
        assertThat(row("2").at()).isEqualTo(ExerciseTime.minutes(16));
        at(12);
        assertThat(row("2").state()).isEqualTo(InjectState.DUE);
        assertThat(ControlBoard.of(played.play(), Map.of(), played.now).next(5))
                .extracting(next -> next.number().value())
                .containsExactly("2");
    }

    @Test
    void eachConditionSaysWhetherItHolds() {
        Condition left = new Condition.Delivered(ONE);
        waitsFor(new Condition.All(List.of(left, TACTICAL_ACKNOWLEDGES, TACTICAL_SILENT)));
        assertThat(standings()).containsExactly("WAITS", "WAITS", "WAITS");
        at(6);
        assertThat(standings()).containsExactly("HOLDS T+00:05:00", "WAITS", "AHEAD T+00:40:00");
        acknowledges(played.price);
        assertThat(standings()).containsExactly("HOLDS T+00:05:00", "HOLDS T+00:06:00", "LOST");
    }

    private List<String> standings() {
        return ConditionStanding.of(
                        played.play(),
                        played.play().planned(TWO).orElseThrow(),
                        played.play().clock().elapsedAt(played.now))
                .stream()
                .map(s -> s.state() + s.when().map(at -> " " + at).orElse(""))
                .toList();
    }

    /** Ten minutes are expected for an answer; those that nobody lived through do not count. */
    @Test
    void aJumpMakesNobodyLate() {
        waitsFor(TACTICAL_ACKNOWLEDGES);
        at(5);
        at(6);
        played.does(new ExerciseCommand.JumpClock(played.director, ExerciseTime.minutes(60), PassedOver.HOLD, ""));
        at(14.9);
        assertThat(row("1").state()).isEqualTo(InjectState.DELIVERED);
        at(15.5);
        assertThat(row("1").state()).isEqualTo(InjectState.LATE);
        assertThat(row("1").turn()).isEqualTo(ExerciseTime.minutes(69));
    }

    @Test
    void whatIsExpectedCountsFromItsLeaving() {
        is(new InjectKind.Contingency());
        at(20);
        played.does(new ExerciseCommand.SendInject(played.director, TWO));
        assertThat(played.play().planned(TWO).orElseThrow().expectedBy()).contains(ExerciseTime.minutes(30));
        at(29.9);
        assertThat(row("2").state()).isEqualTo(InjectState.DELIVERED);
        at(30.1);
        assertThat(row("2").state()).isEqualTo(InjectState.LATE);
    }

    @Test
    void anOldPlanNamesNoKindAndIsTimed() {
        assertThat(Stream.of(inject("9", ExerciseTime.minutes(9), new InjectKind.Timed()))
                        .map(i -> new PlannedInject(
                                i.number(),
                                i.due(),
                                i.to(),
                                i.channel(),
                                i.objectives(),
                                i.ksbs(),
                                i.lrc(),
                                i.words())))
                .containsExactly(inject("9", ExerciseTime.minutes(9), new InjectKind.Timed()));
    }

    private static Instant minute(int minute) {
        return Played.START.plus(Duration.ofMinutes(minute));
    }
}
