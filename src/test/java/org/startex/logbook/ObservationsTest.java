package org.startex.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startex.conduct.Exercise;
import org.startex.conduct.ExerciseCommand;
import org.startex.conduct.InjectFellDue;
import org.startex.conduct.Played;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.KsbCode;
import org.startex.kernel.ObjectiveCode;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Ruling;
import org.startex.standards.StandardsCatalogue;

class ObservationsTest {
    private static final StandardsCatalogue CATALOGUE = StandardsCatalogue.load();

    private final Played played = Played.running(3);

    @Test
    void anObservationIsRecordedForStaffAloneWithItsNumberAndTime() {
        played.after(Duration.ofMinutes(6));
        observe(note("Asked who had a radio."));
        observe(note("Wrote it on the board."));

        LedgerEntry last = played.record.getLast();
        assertThat(last.fact()).isInstanceOfSatisfying(ObservationRecorded.class, fact -> {
            assertThat(fact.number()).isEqualTo(2);
            assertThat(fact.late()).isFalse();
            assertThat(fact.words().note()).isEqualTo("Wrote it on the board.");
        });
        assertThat(last.audience()).isEqualTo(Audience.STAFF);
        assertThat(last.exerciseTime()).isEqualTo(ExerciseTime.minutes(6));
        assertThat(last.actor().participant()).contains(played.director);
    }

    @Test
    void whatHasFallenDueComesFirst() {
        played.now = played.now.plus(Duration.ofMinutes(5));
        played.lastAlive = played.now;
        observe(note("Nobody at the phone."));

        assertThat(played.record.get(played.record.size() - 2).fact()).isInstanceOf(InjectFellDue.class);
        assertThat(played.record.getLast().fact()).isInstanceOf(ObservationRecorded.class);
    }

    @Test
    void itSaysSomethingOrIsRefused() {
        refused(draft(null, " ", List.of(), List.of(), List.of(), List.of()), "observation-empty");
        accepted(draft("S", "", List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void aRatingIsAStepOfTheExercisesScale() {
        refused(draft("X", "Seen", List.of(), List.of(), List.of(), List.of()), "unknown-rating");
        accepted(draft("U", "Seen", List.of(), List.of(), List.of(), List.of()));
        assertThat(last().rating()).isEqualTo(new Rating("psmu", "U"));
    }

    @Test
    void itNamesOnlyWhatTheExerciseHas() {
        refused(
                draft(null, "Seen", List.of(new ObjectiveCode("O9")), List.of(), List.of(), List.of()),
                "unknown-objective");
        refused(draft(null, "Seen", List.of(), List.of(new KsbCode("K99")), List.of(), List.of()), "unknown-ksb");
        refused(
                draft(null, "Seen", List.of(), List.of(), List.of(ParticipantId.random()), List.of()),
                "observed-not-a-player");
        refused(
                draft(null, "Seen", List.of(), List.of(), List.of(played.director), List.of()),
                "observed-not-a-player");
        refused(
                draft(null, "Seen", List.of(), List.of(new KsbCode("K1"), new KsbCode("K1")), List.of(), List.of()),
                "unknown-ksb");
        accepted(draft(null, "Seen", List.of(), List.of(new KsbCode("K1")), List.of(played.price), List.of()));
    }

    @Test
    void onlyExpectedActionsOfItsInjectAreChecked() {
        refused(
                draft(null, "", List.of(), List.of(), List.of(), List.of(new CheckedAction(0, Met.MET))),
                "unknown-expected-action");
    }

    @Test
    void somethingElseThanAnInjectOrADecisionCannotBeItsSubject() {
        Ruling ruling = rule(
                note("Seen"),
                new Observations.Known(true, null, CATALOGUE.ratingScales().usual(), code -> true));
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        no -> assertThat(no.reason().code()).isEqualTo("not-observable"));
    }

    @Test
    void whilePausedItIsTaken() {
        played.does(new ExerciseCommand.PauseExercise(played.director, ""));
        accepted(note("They use the pause to plan."));
    }

    @Test
    void whilePlayIsStoppedForARealIncidentItIsRefused() {
        played.does(new ExerciseCommand.StopForRealIncident(played.price, "Collapsed", played.now));
        refused(note("Seen"), "stopped");
    }

    @Test
    void beforeStartexItIsRefused() {
        Played planned = Played.planned(1);
        assertThat(rule(planned, note("Seen"), known(code -> true)))
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        no -> assertThat(no.reason().code()).isEqualTo("not-started"));
    }

    @Test
    void afterEndexItIsLateAndSaysWhyAndAfterTheSealItIsRefused() {
        played.does(new ExerciseCommand.EndExercise(played.director, ""));
        refused(note("Seen"), "late-reason-missing");
        ObservationDraft late = new ObservationDraft(
                null, List.of(), List.of(), List.of(), null, List.of(), "Seen", "Written on paper first");
        accepted(late);
        assertThat(last().late()).isTrue();
        assertThat(last().words().lateReason()).isEqualTo("Written on paper first");

        played.does(new ExerciseCommand.SealExercise(played.director));
        assertThat(played.state).isInstanceOf(Exercise.Sealed.class);
        refused(late, "sealed");
    }

    @Test
    void thePlayersPageCannotRecordOne() {
        assertThat(Observations.decide(
                        played.state,
                        played.price,
                        note("Seen"),
                        known(code -> true),
                        played.now,
                        played.now,
                        played.now))
                .isInstanceOf(Ruling.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, -1, 0, 1, 3600})
    void itsTimeIsHeldBetweenStartexAndNow(long seconds) {
        played.after(Duration.ofMinutes(10));
        Instant said = played.now.plusSeconds(seconds);
        played.folds(Observations.decide(
                played.state, played.director, note("Seen"), known(code -> true), said, played.now, played.lastAlive));

        Instant started = played.play().clock().started().orElseThrow();
        assertThat(played.record.getLast().occurredAt())
                .isEqualTo(said.isAfter(played.now) ? played.now : said.isBefore(started) ? started : said);
    }

    private void observe(ObservationDraft draft) {
        accepted(draft);
    }

    private void accepted(ObservationDraft draft) {
        assertThat(played.folds(rule(draft, known(code -> CATALOGUE.ksb(code).isPresent()))))
                .isInstanceOf(Ruling.Accepted.class);
    }

    private void refused(ObservationDraft draft, String code) {
        int before = played.record.size();
        assertThat(played.folds(rule(draft, known(ksb -> CATALOGUE.ksb(ksb).isPresent()))))
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        no -> assertThat(no.reason().code()).isEqualTo(code));
        assertThat(played.record).hasSize(before);
    }

    private Ruling rule(ObservationDraft draft, Observations.Known known) {
        return rule(played, draft, known);
    }

    private static Ruling rule(Played played, ObservationDraft draft, Observations.Known known) {
        return Observations.decide(
                played.state, played.director, draft, known, played.now, played.now, played.lastAlive);
    }

    private static Observations.Known known(Predicate<KsbCode> ksbs) {
        return new Observations.Known(false, null, CATALOGUE.ratingScales().usual(), ksbs);
    }

    private ObservationRecorded last() {
        return (ObservationRecorded) played.record.getLast().fact();
    }

    private static ObservationDraft note(String text) {
        return draft(null, text, List.of(), List.of(), List.of(), List.of());
    }

    private static ObservationDraft draft(
            @Nullable String step,
            String note,
            List<ObjectiveCode> objectives,
            List<KsbCode> ksbs,
            List<ParticipantId> observed,
            List<CheckedAction> checked) {
        return new ObservationDraft(null, objectives, ksbs, observed, step, checked, note, "");
    }
}
