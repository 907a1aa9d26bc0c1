package org.startex.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.startex.conduct.ExerciseCommand;
import org.startex.conduct.Pace;
import org.startex.conduct.PassedOver;
import org.startex.conduct.Played;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Actor;
import org.startex.ledger.Draft;
import org.startex.ledger.Ruling;
import org.startex.logbook.DecisionRecorded;
import org.startex.logbook.DecisionWords;
import org.startex.measures.SurvivalCurve;
import org.startex.measures.SurvivalStep;

/** Injects 1, 3, 5 go to Tactical, 2, 4, 6 to the rest centre, one each five minutes. */
class TemposTest {
    private final Played played = Played.running(6);

    @Test
    void timeRunsFromDeliveryToTheFirstAcknowledgementAndTheFirstDecisionOfTheCell() {
        reach(5);
        played.after(Duration.ofSeconds(90));
        acknowledge(played.price, "1");
        played.after(Duration.ofSeconds(30));
        decide(played.price, Played.TACTICAL, "1");
        played.after(Duration.ofMinutes(3));
        played.does(new ExerciseCommand.Tick());

        Tempo.OfCell tactical = cell(Played.TACTICAL);
        assertThat(times(tactical.acknowledged())).containsExactly(90.0);
        assertThat(times(tactical.decided())).containsExactly(120.0);
        Tempo.OfCell restCentre = cell(Played.REST_CENTRE);
        assertThat(restCentre.acknowledged().n()).isEqualTo(1);
        assertThat(restCentre.acknowledged().open()).isEqualTo(1);
    }

    @Test
    void pausesAndNoDuffDoNotCount() {
        reach(5);
        played.after(Duration.ofSeconds(30));
        played.does(new ExerciseCommand.PauseExercise(played.director, ""));
        played.after(Duration.ofMinutes(20));
        played.does(new ExerciseCommand.ResumeExercise(played.director));
        played.after(Duration.ofSeconds(10));
        played.does(new ExerciseCommand.StopForRealIncident(played.price, "Collapsed", played.now));
        played.after(Duration.ofMinutes(9));
        played.does(new ExerciseCommand.ClearRealIncident(played.director, "Taken away"));
        played.does(new ExerciseCommand.ResumeExercise(played.director));
        played.after(Duration.ofSeconds(5));
        acknowledge(played.price, "1");

        assertThat(times(cell(Played.TACTICAL).acknowledged())).containsExactly(45.0);
    }

    @Test
    void timeIsExerciseTimeAtAnyPace() {
        reach(5);
        played.does(new ExerciseCommand.ChangePace(played.director, new Pace(200)));
        played.after(Duration.ofSeconds(20));
        acknowledge(played.price, "1");

        assertThat(times(cell(Played.TACTICAL).acknowledged())).containsExactly(40.0);
    }

    @Test
    void whatTheClockJumpedOverIsNoTimeThatACellTook() {
        reach(5);
        played.after(Duration.ofSeconds(30));
        played.does(new ExerciseCommand.JumpClock(
                played.director, ExerciseTime.minutes(90), PassedOver.SKIP, "No time for the morning"));
        played.after(Duration.ofSeconds(15));
        acknowledge(played.price, "1");

        assertThat(times(cell(Played.TACTICAL).acknowledged())).containsExactly(45.0);
    }

    @Test
    void aRecalledInjectWaitsForNobodyAnyMore() {
        reach(5);
        played.after(Duration.ofSeconds(30));
        played.does(new ExerciseCommand.RecallInject(played.director, played.entry("1"), "Sent to the wrong cell"));
        played.after(Duration.ofMinutes(4));

        SurvivalCurve curve = cell(Played.TACTICAL).acknowledged();
        assertThat(curve.open()).isEqualTo(1);
        assertThat(curve.end()).isEqualTo(30);
    }

    @Test
    void whatIsOpenAtEndexStaysInAsOpenAndWhatComesLaterChangesNothing() {
        reach(8);
        played.does(new ExerciseCommand.EndExercise(played.director, ""));
        played.after(Duration.ofMinutes(3));
        Tempo before = tempo();
        acknowledge(played.price, "1");

        SurvivalCurve curve = cell(Played.TACTICAL).acknowledged();
        assertThat(curve.n()).isEqualTo(1);
        assertThat(curve.open()).isEqualTo(1);
        assertThat(curve.end()).isEqualTo(180);
        assertThat(tempo()).isEqualTo(before);
        assertThat(before.ended()).isTrue();
        assertThat(before.until()).isEqualTo(ExerciseTime.minutes(8));
    }

    @Test
    void allTogetherCountsEachInjectForEachCell() {
        reach(31);
        Tempo tempo = tempo();
        assertThat(tempo.overall().acknowledged().n()).isEqualTo(6);
        assertThat(tempo.overall().claims()).isTrue();
        assertThat(cell(Played.TACTICAL).claims()).isFalse();
        assertThat(tempo.unattended()).isZero();
    }

    @Test
    void aCellInWhichNobodySatIsNotCountedAsSlow() {
        Played empty = Played.of(played.play().plan());
        empty.joins(empty.price, Played.TACTICAL, "");
        empty.does(new ExerciseCommand.StartExercise(empty.director));
        empty.after(Duration.ofMinutes(21));
        empty.does(new ExerciseCommand.Tick());

        Tempo tempo = Tempos.of(empty.play(), empty.record, empty.now);
        assertThat(tempo.cells()).extracting(Tempo.OfCell::cell).containsExactly(Played.TACTICAL);
        assertThat(tempo.unattended()).isEqualTo(2);
    }

    @Test
    void theSmallestNumberIsTheFirstForWhichAnIntervalOfTheMedianExists() {
        assertThat(1 - 2 / Math.pow(2, Tempo.LEAST)).isGreaterThanOrEqualTo(0.95);
        assertThat(1 - 2 / Math.pow(2, Tempo.LEAST - 1)).isLessThan(0.95);
    }

    /** Moves on to so many minutes after STARTEX, with the timer looking each minute. */
    private void reach(int minutes) {
        while (played.now.isBefore(Played.START.plus(Duration.ofMinutes(minutes)))) {
            played.after(Duration.ofMinutes(1));
            played.does(new ExerciseCommand.Tick());
        }
    }

    private void acknowledge(ParticipantId who, String inject) {
        assertThat(played.does(new ExerciseCommand.AcknowledgeInject(who, played.entry(inject), played.now)))
                .isInstanceOf(Ruling.Accepted.class);
    }

    private void decide(ParticipantId who, CellCode cell, String inject) {
        played.folds(Ruling.accept(List.of(new Draft(
                Actor.of(who),
                Audience.cell(cell),
                played.now,
                null,
                new DecisionRecorded(
                        1,
                        cell,
                        played.entry(inject),
                        List.of(),
                        false,
                        List.of(),
                        List.of(),
                        new DecisionWords("Do it", "Because", "", "", List.of(), ""))))));
    }

    private Tempo tempo() {
        return Tempos.of(played.play(), played.record, played.now);
    }

    private Tempo.OfCell cell(CellCode code) {
        return tempo().cells().stream()
                .filter(each -> Objects.equals(each.cell(), code))
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> times(SurvivalCurve curve) {
        return curve.steps().stream().map(SurvivalStep::time).toList();
    }
}
