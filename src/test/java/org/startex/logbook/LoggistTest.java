package org.startex.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.startex.conduct.Attestation;
import org.startex.conduct.ExerciseCommand;
import org.startex.conduct.Played;
import org.startex.conduct.WrittenAt;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Ruling;

/** A loggist logs what others decide; it is theirs once they have confirmed it. */
class LoggistTest {
    private final Played played = Played.running(4);
    private final ParticipantId loggist = ParticipantId.random();

    @BeforeEach
    void aLoggistIsThere() {
        played.does(new ExerciseCommand.GiveRole(played.director, loggist, ExerciseRole.LOGGIST, "P. Lane", "Council"));
        played.after(Duration.ofMinutes(11));
        played.does(new ExerciseCommand.Tick());
    }

    @Test
    void itStandsInTheMakersCellWithTheTimeOfThePressAndWaitsForTheMaker() {
        played.after(Duration.ofMinutes(2));
        Ruling ruling = played.folds(Logbook.decideFor(
                played.state,
                loggist,
                draft(played.okafor, Played.REST_CENTRE, played.entry("2")),
                new Logbook.Had(List.of(played.entry("2")), List.of()),
                played.now.minusSeconds(45),
                played.now,
                played.lastAlive));

        assertThat(ruling).isInstanceOf(Ruling.Accepted.class);
        LedgerEntry entry = played.record.getLast();
        assertThat(entry.actor().participant()).contains(loggist);
        assertThat(entry.audience()).isEqualTo(Audience.cell(Played.REST_CENTRE));
        assertThat(entry.exerciseTime())
                .isEqualTo(new ExerciseTime(ExerciseTime.minutes(13).micros() - 45_000_000));
        assertThat(entry.fact()).isInstanceOfSatisfying(DecisionRecorded.class, fact -> {
            assertThat(fact.madeBy()).isEqualTo(played.okafor);
            assertThat(fact.number()).isEqualTo(1);
            assertThat(fact.received()).containsExactly(played.entry("2"));
        });
        assertThat(played.play().attestation(entry.seq()))
                .contains(new Attestation(played.okafor, Attestation.Word.AWAITED));
        assertThat(played.play().delivered(played.entry("2")).orElseThrow().answered())
                .as("the maker has answered, not the loggist")
                .containsOnlyKeys(played.okafor);
    }

    @Test
    void aDecisionThatPlayersLogThemselvesWaitsForNobody() {
        played.folds(Logbook.decide(
                played.state,
                played.okafor,
                decision(null, ""),
                new Logbook.Had(List.of(), List.of()),
                new WrittenAt(played.now, false),
                played.now,
                played.lastAlive));
        assertThat(played.record.getLast().fact()).isInstanceOf(DecisionRecorded.class);
        assertThat(played.play().attestations()).isEmpty();
    }

    @Test
    void theMakerConfirmsOnceAndForAll() {
        long entry = logged();
        accepted(confirm(played.okafor, entry));
        assertThat(played.record.getLast().fact()).isEqualTo(new DecisionConfirmed(entry, 1, false));
        assertThat(played.record.getLast().audience()).isEqualTo(Audience.cell(Played.REST_CENTRE));
        assertThat(word(entry)).isEqualTo(Attestation.Word.CONFIRMED);
        refused(confirm(played.okafor, entry), "already-stood-by");
        refused(dispute(played.okafor, entry, "I meant three"), "already-stood-by");
    }

    @Test
    void whatTheMakerDisputesMayStillBeConfirmed() {
        long entry = logged();
        refused(dispute(played.okafor, entry, " "), "missing");
        accepted(dispute(played.okafor, entry, " I meant three "));
        assertThat(played.record.getLast().fact()).isEqualTo(new DecisionDisputed(entry, 1, false, "I meant three"));
        assertThat(word(entry)).isEqualTo(Attestation.Word.DISPUTED);
        refused(dispute(played.okafor, entry, "Four"), "already-disputed");
        accepted(confirm(played.okafor, entry));
        assertThat(word(entry)).isEqualTo(Attestation.Word.CONFIRMED);
    }

    @Test
    void nobodyElseSpeaksForTheMaker() {
        long entry = logged();
        refused(confirm(played.price, entry), "not-your-decision");
        refused(confirm(loggist, entry), "not-your-decision");
        refused(confirm(played.director, entry), "not-your-decision");
        refused(confirm(ParticipantId.random(), entry), "not-admitted");
        refused(confirm(played.okafor, entry - 1), "not-your-decision");
        assertThat(word(entry)).isEqualTo(Attestation.Word.AWAITED);
    }

    @Test
    void onlyALoggistLogsForOthersAndOnlyForThoseWhoMayHaveDecided() {
        refused(log(played.director, played.okafor, Played.REST_CENTRE, null, ""), "not-a-loggist");
        refused(log(played.price, played.okafor, Played.REST_CENTRE, null, ""), "not-a-loggist");
        refused(log(loggist, loggist, Played.REST_CENTRE, null, ""), "maker-is-loggist");
        refused(log(loggist, played.okafor, Played.TACTICAL, null, ""), "maker-elsewhere");
        refused(log(loggist, played.okafor, new CellCode("nowhere"), null, ""), "unknown-cell");
        refused(log(loggist, played.okafor, Played.REST_CENTRE, played.entry("1"), ""), "not-their-inject");
        played.does(new ExerciseCommand.EjectParticipant(played.director, played.okafor, "Left"));
        refused(log(loggist, played.okafor, Played.REST_CENTRE, null, ""), "unknown-maker");
    }

    @Test
    void staffAndThoseWhoHaveNotComeYetDecideInTheCellThatTheLoggistNames() {
        ParticipantId expected = ParticipantId.random();
        accepted(log(loggist, played.director, Played.TACTICAL, played.entry("1"), ""));
        accepted(log(loggist, expected, Played.REST_CENTRE, null, ""));
        long entry = played.record.getLast().seq();
        refused(confirm(expected, entry), "not-admitted");
        played.joins(expected, Played.REST_CENTRE, "");
        accepted(confirm(expected, entry));
    }

    @Test
    void afterEndexTheLoggistSaysWhyItIsLateAndTheMakerNeedNot() {
        long entry = logged();
        played.does(new ExerciseCommand.EndExercise(played.director, ""));
        refused(log(loggist, played.okafor, Played.REST_CENTRE, null, ""), "late-reason-missing");
        accepted(log(loggist, played.okafor, Played.REST_CENTRE, null, "From the paper log"));
        accepted(confirm(played.okafor, entry));
        assertThat(played.record.getLast().fact()).isEqualTo(new DecisionConfirmed(entry, 1, true));
        played.does(new ExerciseCommand.SealExercise(played.director));
        refused(confirm(played.okafor, entry + 1), "sealed");
    }

    @Test
    void whilePlayIsStoppedNobodyLogsOrConfirms() {
        long entry = logged();
        played.does(new ExerciseCommand.StopForRealIncident(played.price, "Collapsed", played.now));
        refused(log(loggist, played.okafor, Played.REST_CENTRE, null, ""), "stopped");
        refused(confirm(played.okafor, entry), "stopped");
        refused(dispute(played.okafor, entry, "No"), "stopped");
    }

    @Test
    void whatIsDueComesFirstAlsoBeforeAWord() {
        long entry = logged();
        played.after(Duration.ofMinutes(5));
        accepted(confirm(played.okafor, entry));
        assertThat(played.play().delivered()).hasSize(3);
        assertThat(played.record.getLast().fact()).isInstanceOf(DecisionConfirmed.class);
    }

    private long logged() {
        accepted(log(loggist, played.okafor, Played.REST_CENTRE, played.entry("2"), ""));
        return played.record.getLast().seq();
    }

    private Attestation.Word word(long entry) {
        return played.play().attestation(entry).orElseThrow().word();
    }

    private Ruling log(ParticipantId by, ParticipantId maker, CellCode cell, @Nullable Long inject, String lateReason) {
        return played.folds(Logbook.decideFor(
                played.state,
                by,
                new DecisionForDraft(maker, cell, decision(inject, lateReason)),
                new Logbook.Had(List.of(), List.of()),
                played.now,
                played.now,
                played.lastAlive));
    }

    private Ruling confirm(ParticipantId by, long entry) {
        return played.folds(Logbook.confirm(
                played.state,
                by,
                new Logbook.Logged(entry, 1, Played.REST_CENTRE),
                played.now,
                played.now,
                played.lastAlive));
    }

    private Ruling dispute(ParticipantId by, long entry, String reason) {
        return played.folds(Logbook.dispute(
                played.state,
                by,
                new Logbook.Logged(entry, 1, Played.REST_CENTRE),
                reason,
                played.now,
                played.now,
                played.lastAlive));
    }

    private static DecisionForDraft draft(ParticipantId maker, CellCode cell, @Nullable Long inject) {
        return new DecisionForDraft(maker, cell, decision(inject, ""));
    }

    private static DecisionDraft decision(@Nullable Long inject, String lateReason) {
        return new DecisionDraft(
                inject, List.of(), "Keep two coaches.", "They cannot wait.", "", "", List.of(), lateReason);
    }

    private static void accepted(Ruling ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Accepted.class);
    }

    private static void refused(Ruling ruling, String code) {
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        no -> assertThat(no.reason().code()).isEqualTo(code));
    }
}
