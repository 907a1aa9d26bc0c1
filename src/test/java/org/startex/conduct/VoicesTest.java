package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.startex.kernel.Addressee;
import org.startex.kernel.Audience;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Ruling;
import org.startex.scenario.Condition;
import org.startex.scenario.InjectKind;
import org.startex.scenario.VoiceScript;
import org.startex.scenario.VoiceScript.OnPage;

/** Injects that a controller speaks. Inject 1 has its text on the page when it is due at 5 minutes, inject 2 at 10 only once it has been said; 3 comes after 2; nobody speaks 4. */
class VoicesTest {
    private static final InjectNumber ONE = new InjectNumber("1");
    private static final InjectNumber TWO = new InjectNumber("2");
    private static final InjectNumber THREE = new InjectNumber("3");
    private static final InjectNumber FOUR = new InjectNumber("4");

    private final Played played = Played.running(List.of(
            inject(ONE, 5, new InjectKind.Timed(), script(OnPage.WHEN_DUE)),
            inject(TWO, 10, new InjectKind.Timed(), script(OnPage.WHEN_SPOKEN)),
            inject(FOUR, 20, new InjectKind.Timed(), null),
            inject(
                    THREE,
                    0,
                    new InjectKind.Conditional(new Condition.Delivered(TWO), 0, null),
                    script(OnPage.WHEN_DUE))));

    private static VoiceScript script(OnPage onPage) {
        return new VoiceScript("Tactical", "Flood warden", "“It is over the bridge.”", "Says who comes.", onPage);
    }

    private static PlannedInject inject(
            InjectNumber number, int minutes, InjectKind kind, @Nullable VoiceScript voice) {
        return new PlannedInject(
                number,
                ExerciseTime.minutes(minutes),
                List.of(new Addressee(Played.TACTICAL, "")),
                Channel.PHONE,
                List.of(),
                List.of(),
                List.of(),
                new InjectWords("Inject " + number, "Control", "Text", List.of(), "", List.of(), voice),
                kind);
    }

    @Test
    void oneWithItsTextOnThePageFallsDueAndIsStillToBeSpoken() {
        assertThat(card(ONE).state()).isEqualTo(CueCard.State.TO_COME);
        tick(Duration.ofMinutes(5));

        assertThat(played.deliveredNumbers()).containsExactly("1");
        assertThat(card(ONE).state()).isEqualTo(CueCard.State.TO_SPEAK);
        assertThat(card(ONE).onPage()).isTrue();

        speaks(ONE, played.now);
        assertThat(played.deliveredNumbers()).containsExactly("1");
        assertThat(card(ONE).state()).isEqualTo(CueCard.State.SPOKEN);
    }

    @Test
    void oneThatWaitsForTheVoiceReachesNoPageBeforeItIsSaid() {
        tick(Duration.ofMinutes(12));
        assertThat(played.deliveredNumbers()).containsExactly("1");
        assertThat(card(TWO).state()).isEqualTo(CueCard.State.TO_SPEAK);
        assertThat(board().row("2").map(InjectRow::state)).contains(InjectState.TO_SPEAK);
        assertThat(Conduct.nextDue(played.state))
                .as("the timer does not wake for it")
                .contains(Played.START.plus(Duration.ofMinutes(20)));

        speaks(TWO, played.now);
        assertThat(played.deliveredNumbers()).startsWith("1", "2");
        assertThat(played.play().delivered(TWO).map(Delivered::byHand)).contains(true);
        assertThat(played.play().recipients(played.play().delivered(TWO).orElseThrow()))
                .extracting(Member::participant)
                .containsExactly(played.price);
    }

    @Test
    void itCountsFromWhenItWasSaidAlsoForWhatWaitsForIt() {
        tick(Duration.ofMinutes(15));
        speaks(TWO, played.now.minus(Duration.ofMinutes(3)));

        assertThat(played.play().delivered(TWO).map(Delivered::time)).contains(ExerciseTime.minutes(12));
        assertThat(card(TWO).spoken().map(CueCard.Spoken::at)).contains(ExerciseTime.minutes(12));
        tick(Duration.ZERO);
        assertThat(played.deliveredNumbers()).containsExactly("1", "2", "3");
    }

    @Test
    void theTimeIsNeitherInTheFutureNorBeforeStartexNorLongAgo() {
        tick(Duration.ofMinutes(10));
        assertThat(refusal(speaks(ONE, played.now.plusSeconds(1)))).contains("spoken-in-future");
        assertThat(refusal(speaks(ONE, Played.START.minusSeconds(1)))).contains("spoken-before-startex");
        assertThat(refusal(speaks(ONE, Played.START))).isEmpty();
        tick(Duration.ofMinutes(61));
        assertThat(refusal(speaks(TWO, played.now.minus(Duration.ofMinutes(61)))))
                .contains("spoken-too-long-ago");
        assertThat(refusal(speaks(TWO, played.now.minus(Duration.ofMinutes(60)))))
                .isEmpty();
    }

    @Test
    void itIsOnRecordForStaffWhenItWasSaidAndByWhom() {
        tick(Duration.ofMinutes(6));
        Instant said = played.now.minusSeconds(40);
        played.does(new ExerciseCommand.SpeakInject(played.director, ONE, "K. Adeyemi", said));

        LedgerEntry entry = played.record.getLast();
        assertThat(entry.fact()).isEqualTo(new InjectSpoken(ONE, "K. Adeyemi"));
        assertThat(entry.occurredAt()).isEqualTo(said);
        assertThat(entry.recordedAt()).isEqualTo(played.now);
        assertThat(entry.audience()).isEqualTo(Audience.STAFF);
        assertThat(entry.actor().participant()).contains(played.director);
    }

    @Test
    void twoWhoTickAtOnceTickOnce() {
        tick(Duration.ofMinutes(10));
        speaks(TWO, played.now);
        assertThat(refusal(played.does(new ExerciseCommand.SpeakInject(ParticipantId.random(), TWO, "", played.now))))
                .contains("already-spoken");
        tick(Duration.ZERO);
        assertThat(played.record.stream().filter(entry -> entry.fact() instanceof InjectSpoken))
                .hasSize(1);
        assertThat(played.deliveredNumbers()).containsOnlyOnce("2");
    }

    @Test
    void aTickIsTakenBackUntilAReplyIsNoted() {
        tick(Duration.ofMinutes(10));
        speaks(TWO, played.now);
        long first = spoken(TWO);
        assertThat(refusal(undoes(TWO, first))).isEmpty();
        assertThat(card(TWO).state()).isEqualTo(CueCard.State.TO_SPEAK);
        assertThat(card(TWO).onPage()).as("what players have stays").isTrue();
        assertThat(refusal(undoes(TWO, first))).contains("not-spoken-any-more");

        speaks(TWO, played.now);
        assertThat(played.deliveredNumbers()).as("it is not sent twice").containsOnlyOnce("2");
        assertThat(refusal(undoes(TWO, first))).contains("not-spoken-any-more");
        long second = spoken(TWO);
        replies(TWO, second, "Two officers, ten minutes.");
        assertThat(refusal(undoes(TWO, second))).contains("reply-noted");
    }

    @Test
    void aReplyIsNotedAndCorrectedByAFurtherNote() {
        tick(Duration.ofMinutes(5));
        speaks(ONE, played.now);
        long said = spoken(ONE);
        assertThat(refusal(replies(ONE, said, "  "))).contains("missing");
        assertThat(refusal(replies(ONE, said + 1, "Too late"))).contains("not-spoken-any-more");
        replies(ONE, said, "Two officers.");
        replies(ONE, said, "Three officers.");

        assertThat(card(ONE).replies())
                .extracting(reply -> reply.words().text())
                .containsExactly("Two officers.", "Three officers.");
    }

    @Test
    void afterEndexRepliesAreStillNotedAndNothingIsSaid() {
        tick(Duration.ofMinutes(5));
        speaks(ONE, played.now);
        played.does(new ExerciseCommand.EndExercise(played.director, ""));

        assertThat(refusal(speaks(TWO, played.now))).contains("ended");
        assertThat(refusal(replies(ONE, spoken(ONE), "Noted on paper: two officers.")))
                .isEmpty();
        assertThat(refusal(undoes(ONE, spoken(ONE)))).contains("ended");
    }

    @Test
    void whatIsSkippedRecalledOrHasNoCardIsNotSaid() {
        played.does(new ExerciseCommand.SkipInject(played.director, TWO, "Not needed"));
        assertThat(refusal(speaks(TWO, played.now))).contains("already-skipped");
        assertThat(card(TWO).state()).isEqualTo(CueCard.State.LEFT_OUT);
        assertThat(refusal(speaks(FOUR, played.now))).contains("no-cue-card");
        assertThat(refusal(speaks(new InjectNumber("99"), played.now))).contains("unknown-inject");
        tick(Duration.ofMinutes(5));
        played.does(new ExerciseCommand.RecallInject(played.director, played.entry("1"), "Wrong cell"));
        assertThat(refusal(speaks(ONE, played.now))).contains("already-recalled");
        assertThat(card(ONE).state()).isEqualTo(CueCard.State.LEFT_OUT);
    }

    @Test
    void aHeldOneThatIsReleasedBeyondItsTimeIsToBeSpokenAndNotSent() {
        played.does(new ExerciseCommand.HoldInject(played.director, TWO, ""));
        tick(Duration.ofMinutes(11));
        assertThat(card(TWO).state()).isEqualTo(CueCard.State.HELD);
        played.does(new ExerciseCommand.ReleaseInject(played.director, TWO));
        assertThat(played.deliveredNumbers()).containsExactly("1");
        assertThat(card(TWO).state()).isEqualTo(CueCard.State.TO_SPEAK);
    }

    @Test
    void whatBelongsToTheNextMoveIsNotSaidBeforeThatHasBegun() {
        Played tabletop = Played.planned(PlanBuilder.like(Played.plan(0))
                .facilitated()
                .phases(
                        new PlannedPhase("Move 1: warning", ExerciseTime.ZERO),
                        new PlannedPhase("Move 2: rising water", ExerciseTime.minutes(10)))
                .injects(List.of(
                        inject(ONE, 10, new InjectKind.Timed(), script(OnPage.WHEN_DUE)),
                        inject(TWO, 10, new InjectKind.Timed(), script(OnPage.WHEN_SPOKEN))))
                .plan());
        tabletop.does(new ExerciseCommand.StartExercise(tabletop.director));
        tabletop.after(Duration.ofMinutes(30)).does(new ExerciseCommand.Tick());
        assertThat(states(tabletop)).containsOnly(CueCard.State.TO_COME);
        assertThat(ControlBoard.of(tabletop.play(), Map.of(), tabletop.now)
                        .row("2")
                        .map(InjectRow::state))
                .contains(InjectState.PENDING);

        Facilitated.begins(tabletop, 2);
        tabletop.does(new ExerciseCommand.Tick());
        assertThat(states(tabletop)).containsOnly(CueCard.State.TO_SPEAK);
        assertThat(ControlBoard.of(tabletop.play(), Map.of(), tabletop.now)
                        .row("2")
                        .map(InjectRow::state))
                .contains(InjectState.TO_SPEAK);
    }

    private static List<CueCard.State> states(Played tabletop) {
        return CueCard.of(tabletop.play(), tabletop.now).stream()
                .map(CueCard::state)
                .toList();
    }

    @Test
    void theNextCardIsTheLongestWaitingElseTheNextWithATime() {
        assertThat(next()).contains("1");
        tick(Duration.ofMinutes(5));
        speaks(ONE, played.now);
        assertThat(next()).contains("2");
        assertThat(card(THREE).state()).isEqualTo(CueCard.State.WAITING);
        speaks(TWO, played.now);
        tick(Duration.ZERO);
        assertThat(next()).contains("3");
        speaks(THREE, played.now);
        assertThat(next()).isEmpty();
    }

    private Optional<String> next() {
        return CueCard.next(CueCard.of(played.play(), played.now))
                .map(card -> card.number().value());
    }

    private CueCard card(InjectNumber number) {
        return CueCard.of(played.play(), played.now).stream()
                .filter(card -> card.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private ControlBoard board() {
        return ControlBoard.of(played.play(), Map.of(), played.now);
    }

    private long spoken(InjectNumber number) {
        return card(number).spoken().orElseThrow().seq();
    }

    private void tick(Duration real) {
        played.after(real).does(new ExerciseCommand.Tick());
    }

    private Ruling speaks(InjectNumber number, Instant at) {
        return played.does(new ExerciseCommand.SpeakInject(played.director, number, "", at));
    }

    private Ruling undoes(InjectNumber number, long spoken) {
        return played.does(new ExerciseCommand.UndoSpoken(played.director, number, spoken));
    }

    private Ruling replies(InjectNumber number, long spoken, String text) {
        return played.does(
                new ExerciseCommand.NoteVoiceReply(played.director, number, spoken, new VoiceReplyWords(text, "")));
    }

    private static Optional<String> refusal(Ruling ruling) {
        return ruling instanceof Ruling.Refused refused
                ? Optional.of(refused.reason().code())
                : Optional.empty();
    }
}
