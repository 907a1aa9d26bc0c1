package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.startex.conduct.SteeringTest.refusal;
import static org.startex.conduct.SteeringTest.skips;
import static org.startex.conduct.SteeringTest.tick;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Ruling;

/** An inject that players have is recalled or corrected; one that is to come is made to be for others. Inject 1 is for Tactical, 2 for the rest centre. */
class AmendingTest {
    private static final InjectNumber ONE = new InjectNumber("1");
    private static final Addressee TACTICAL = new Addressee(Played.TACTICAL, "");
    private static final Addressee REST_CENTRE = new Addressee(Played.REST_CENTRE, "");

    @Test
    void aRecallIsForWhoeverHasTheInjectAndSaysWhy() {
        Played played = delivered();
        assertThat(refusal(recalls(played, " "))).contains("missing");
        recalls(played, "Sent to the wrong cell");

        LedgerEntry entry = played.record.getLast();
        Delivered inject = inject(played);
        assertThat(entry.fact()).isEqualTo(new InjectRecalled(inject.seq(), ONE, "Sent to the wrong cell"));
        assertThat(entry.audience()).isEqualTo(inject.audience());
        assertThat(inject.recalled().map(ActMark::by)).contains(played.director);
        assertThat(inject.words().text()).as("what was said stays on record").isEqualTo("Text 1");
    }

    @Test
    void aRecalledInjectIsNeitherLateNorWaitedFor() {
        Played played = delivered();
        assertThat(AcknowledgementTimes.of(played.play(), played.now).open()).isEqualTo(1);
        recalls(played, "Wrong");
        assertThat(AcknowledgementTimes.of(played.play(), played.now).asked()).isZero();
        InjectRow row = ControlBoard.of(played.play(), Map.of(), played.now.plus(Duration.ofHours(1)))
                .row("1")
                .orElseThrow();
        assertThat(row.state()).isEqualTo(InjectState.RECALLED);
        assertThat(row.open()).isFalse();
    }

    @Test
    void anAcknowledgementThatWasOnItsWayIsStillTaken() {
        Played played = delivered();
        long inject = played.entry("1");
        recalls(played, "Wrong");
        assertThat(refusal(played.does(new ExerciseCommand.AcknowledgeInject(played.price, inject, played.now))))
                .isEmpty();
        assertThat(inject(played).acknowledged()).containsKey(played.price);
        assertThat(inject(played).recalled()).isPresent();
    }

    @Test
    void theLastCorrectionCountsAndAllStayOnRecord() {
        Played played = delivered();
        corrects(played, 0, "Five, not six");
        corrects(played, 1, "Four, not five");
        Delivered inject = inject(played);
        assertThat(inject.text()).isEqualTo("Four, not five");
        assertThat(inject.corrections())
                .extracting(Correction::text)
                .containsExactly("Five, not six", "Four, not five");
        assertThat(played.record.getLast().audience()).isEqualTo(inject.audience());
    }

    @Test
    void aCorrectionSaysSomethingElseAndIsOfWhatPlayersHave() {
        Played played = delivered();
        assertThat(refusal(corrects(played, 0, "Text 1"))).contains("corrected-by-nothing");
        assertThat(refusal(corrects(played, 0, ""))).contains("missing");
        assertThat(refusal(played.does(new ExerciseCommand.CorrectInject(played.director, 1, 0, "x", ""))))
                .contains("not-delivered");
        recalls(played, "Wrong");
        assertThat(refusal(corrects(played, 0, "Five"))).contains("already-recalled");
        assertThat(refusal(recalls(played, "Again"))).contains("already-recalled");
    }

    @Test
    void twoWhoCorrectAtOnceCorrectOnce() {
        Played played = delivered();
        corrects(played, 0, "Five");
        assertThat(refusal(corrects(played, 0, "Four"))).contains("corrected-meanwhile");
        assertThat(inject(played).text()).isEqualTo("Five");
    }

    @Test
    void whoIsMovedIntoTheCellMayReadTheInjectAndWhatWasSaidOfItSince() {
        Played played = delivered();
        corrects(played, 0, "Five");
        recalls(played, "Wrong");
        assertThat(readable(played, played.okafor)).as("in the rest centre").isZero();
        played.does(new ExerciseCommand.MoveParticipant(played.director, played.okafor, Played.TACTICAL, ""));
        assertThat(readable(played, played.okafor)).isEqualTo(3);
        ParticipantId late = ParticipantId.random();
        played.joins(late, Played.TACTICAL, "");
        assertThat(readable(played, late)).isEqualTo(3);
    }

    @Test
    void anInjectThatIsToComeIsMadeToBeForOthers() {
        Played played = Played.running(2);
        readdresses(played, List.of(TACTICAL), List.of(REST_CENTRE, TACTICAL));
        tick(played, Duration.ofMinutes(5));
        assertThat(inject(played).to()).containsExactly(REST_CENTRE, TACTICAL);
        assertThat(played.play().recipients(inject(played)))
                .extracting(Member::participant)
                .containsExactlyInAnyOrder(played.price, played.okafor);
        assertThat(refusal(readdresses(played, List.of(TACTICAL), List.of(REST_CENTRE))))
                .contains("already-delivered");
    }

    @Test
    void anInjectIsForSomebodyWhoExists() {
        Played played = Played.running(2);
        assertThat(refusal(readdresses(played, List.of(TACTICAL), List.of()))).contains("nobody-addressed");
        assertThat(refusal(
                        readdresses(played, List.of(TACTICAL), List.of(new Addressee(new CellCode("elsewhere"), "")))))
                .contains("nobody-addressed");
        assertThat(refusal(readdresses(played, List.of(TACTICAL), List.of(TACTICAL))))
                .contains("addressed-as-before");
        assertThat(refusal(readdresses(played, List.of(REST_CENTRE), List.of(TACTICAL))))
                .contains("readdressed-meanwhile");
        skips(played, ONE, "No time");
        assertThat(refusal(readdresses(played, List.of(TACTICAL), List.of(REST_CENTRE))))
                .contains("already-skipped");
    }

    private static Played delivered() {
        Played played = Played.running(2);
        tick(played, Duration.ofMinutes(5));
        return played;
    }

    private static Delivered inject(Played played) {
        return played.play().delivered(ONE).orElseThrow();
    }

    /** How many entries about inject 1 somebody may read. */
    private static long readable(Played played, ParticipantId who) {
        return played.record.stream()
                .filter(entry -> entry.fact() instanceof InjectDelivered || entry.fact() instanceof InjectAmended)
                .filter(entry -> played.play().mayRead(who, entry.audience()))
                .count();
    }

    private static Ruling recalls(Played played, String reason) {
        return played.does(new ExerciseCommand.RecallInject(played.director, played.entry("1"), reason));
    }

    private static Ruling corrects(Played played, int corrections, String text) {
        return played.does(
                new ExerciseCommand.CorrectInject(played.director, played.entry("1"), corrections, text, ""));
    }

    private static Ruling readdresses(Played played, List<Addressee> from, List<Addressee> to) {
        return played.does(new ExerciseCommand.ReaddressInject(played.director, ONE, from, to, ""));
    }
}
