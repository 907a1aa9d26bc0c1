package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.PassedOver;
import org.startex.conduct.SteeringService;
import org.startex.kernel.ExerciseTime;
import org.startex.ledger.Answer;

/** What players' pages are told of an inject that was recalled or corrected, and of a clock that jumped. */
@FeedTest
class AmendedInjectTest {
    @Autowired
    private Stage stage;

    @Autowired
    private SteeringService steering;

    @Test
    void aCorrectionAndARecallReachWhoeverHasTheInjectAndNobodyElseAndNoReason() {
        Stage.Exercise exercise = stage.started();
        Page tactical = exercise.resumed(exercise.join(Stage.TACTICAL));
        Page rest = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        long inject = exercise.adHoc("Oxygen", "We have six.", "tactical");
        corrected(exercise, inject);
        recalled(exercise, inject);

        Page.Frame correction = tactical.nextEntry("corrected");
        assertThat(correction.body().get("inject").longValue()).isEqualTo(inject);
        assertThat(correction.body().get("html").stringValue()).isEqualTo("<p>We have <strong>five</strong>.</p>");
        Page.Frame recall = tactical.nextEntry("recalled");
        assertThat(recall.body().get("inject").longValue()).isEqualTo(inject);
        assertThat(tactical.all().toString()).doesNotContain("misread").doesNotContain("wrong cell");

        long both = exercise.adHoc("For both", "Both.", "rest-centre", "tactical");
        rest.next(frame -> frame.is("entry") && frame.seq() == both);
        assertThat(rest.seqs()).doesNotContain(inject, correction.seq(), recall.seq());
        tactical.close();
        rest.close();
    }

    @Test
    void aLatecomerAndWhoeverIsMovedGetTheInjectWithWhatWasSaidOfItSince() {
        Stage.Exercise exercise = stage.started();
        Stage.Player moved = exercise.join(Stage.REST_CENTRE);
        Page before = exercise.resumed(moved);
        long inject = exercise.adHoc("Oxygen", "We have six.", "tactical");
        corrected(exercise, inject);
        recalled(exercise, inject);

        Page late = exercise.resumed(exercise.join(Stage.TACTICAL));
        assertThat(late.all().stream().filter(f -> f.is("entry")).map(Page.Frame::kind))
                .containsSubsequence("inject", "corrected", "recalled");

        exercise.act(id ->
                stage.conduct.move(exercise.director(), exercise.id(), id, moved.participant(), Stage.TACTICAL, ""));
        before.next("resync");
        before.resume(0);
        assertThat(before.nextEntry("corrected").body().get("inject").longValue())
                .isEqualTo(inject);
        assertThat(before.nextEntry("recalled").body().get("inject").longValue())
                .isEqualTo(inject);
        assertThat(before.seqs()).contains(inject);
        before.close();
        late.close();
    }

    @Test
    void aJumpOfTheClockIsToldWithTheTimeAfterItAndAReading() {
        Stage.Exercise exercise = stage.started();
        Page page = exercise.resumed(exercise.join(Stage.TACTICAL));
        ExerciseTime to = ExerciseTime.minutes(90);
        exercise.act(id ->
                steering.jump(exercise.director(), exercise.id(), id, to, PassedOver.SKIP, "No time for the morning"));
        assertThat(page.nextEntry("jumped").body().get("to").longValue()).isEqualTo(to.micros());
        assertThat(page.next("clock").json().get("elapsedMicros").longValue()).isGreaterThanOrEqualTo(to.micros());
        assertThat(page.all().toString()).doesNotContain("No time for the morning");
        page.close();
    }

    private void corrected(Stage.Exercise exercise, long inject) {
        Answer answer = exercise.act(id ->
                steering.correct(exercise.director(), exercise.id(), id, inject, 0, "We have **five**.", "misread"));
        assertThat(answer).isInstanceOf(Answer.Done.class);
    }

    private void recalled(Stage.Exercise exercise, long inject) {
        exercise.act(id -> steering.recall(exercise.director(), exercise.id(), id, inject, "wrong cell"));
    }
}
