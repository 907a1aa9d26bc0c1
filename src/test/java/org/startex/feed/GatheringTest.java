package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In a full hall most of what happens is that others acknowledge. A page hears of it a moment later, in few frames; nothing else waits for that. */
@FeedTest
class GatheringTest {
    private static final int ROUNDS = 20;

    @Autowired
    Stage stage;

    private static void acknowledge(Page page, long inject) {
        page.send(Map.of(
                "type",
                "acknowledge",
                "clientId",
                UUID.randomUUID().toString(),
                "inject",
                inject,
                "written",
                1,
                "sent",
                1));
    }

    private static long several(Page page) {
        return page.all().stream().filter(frame -> frame.is("entries")).count();
    }

    /** What came as entries, one by one or together, goes on from each to the next. */
    private static void coversWithoutGap(Page page, long from) {
        long covered = from;
        for (Page.Frame frame : page.all()) {
            if (frame.is("entry")) {
                assertThat(frame.json().get("coversFrom").longValue()).isEqualTo(covered + 1);
                covered = frame.seq();
            } else if (frame.is("upTo")) {
                covered = frame.seq();
            }
        }
    }

    @Test
    void acknowledgementsOfOthersComeTogetherAndTheirOwnAtOnce() {
        Stage.Exercise exercise = stage.started();
        Stage.Player watching = exercise.join(Stage.REST_CENTRE);
        List<Page> others = List.of(
                exercise.resumed(exercise.join(Stage.REST_CENTRE)),
                exercise.resumed(exercise.join(Stage.REST_CENTRE)),
                exercise.resumed(exercise.join(Stage.REST_CENTRE)));
        Page page = Page.connectGathering(stage, exercise.id(), watching.token());
        page.resume(0);
        page.next("upTo");
        for (int round = 0; round < ROUNDS && several(page) == 0; round++) {
            long inject = exercise.adHoc("Beds " + round, "x", "rest-centre");
            others.forEach(other -> acknowledge(other, inject));
            others.forEach(other -> page.nextEntry("acknowledgement"));
        }
        assertThat(several(page)).as("frames with several entries").isPositive();

        long inject = exercise.adHoc("Blankets", "x", "rest-centre");
        acknowledge(page, inject);
        assertThat(page.nextEntry("acknowledgement").json().get("mine").booleanValue())
                .isTrue();
        assertThat(page.seqs()).doesNotHaveDuplicates();
        coversWithoutGap(page, 0);
        assertThat(others)
                .allSatisfy(other -> assertThat(several(other))
                        .as("for a page that does not know of it")
                        .isZero());
        others.forEach(Page::close);
        page.close();
    }

    @Test
    void anInjectDoesNotWaitButTakesAlongWhatWasGathered() {
        Stage.Exercise exercise = stage.started();
        Page other = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        Page page = Page.connectGathering(
                stage, exercise.id(), exercise.join(Stage.REST_CENTRE).token());
        page.resume(0);
        page.next("upTo");
        for (int round = 0; round < ROUNDS && several(page) == 0; round++) {
            acknowledge(other, exercise.adHoc("Beds " + round, "x", "rest-centre"));
            other.next("done");
            long inject = exercise.adHoc("Blankets " + round, "x", "rest-centre");
            page.next(frame -> frame.is("entry") && frame.seq() == inject);
        }
        Page.Frame together = page.all().stream()
                .filter(frame -> frame.is("entries"))
                .findFirst()
                .orElseThrow();
        assertThat(together.json()
                        .get("entries")
                        .valueStream()
                        .map(entry -> entry.get("kind").stringValue()))
                .containsExactly("acknowledgement", "inject");
        coversWithoutGap(page, 0);
        page.close();
        other.close();
    }

    @Test
    void aPageThatAsksAnewWhileSomethingIsGatheredForItGetsItOnce() {
        Stage.Exercise exercise = stage.started();
        Page other = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        Page page = Page.connectGathering(
                stage, exercise.id(), exercise.join(Stage.REST_CENTRE).token());
        page.resume(0);
        long start = page.next("upTo").seq();
        long inject = exercise.adHoc("Beds", "x", "rest-centre");
        page.next(frame -> frame.is("entry") && frame.seq() == inject);
        acknowledge(other, inject);
        other.next("done");
        page.resume(inject);
        page.nextEntry("acknowledgement");
        // Longer than anything is gathered: the next on the grid.
        page.next("upTo");
        page.next("upTo");
        assertThat(page.entries().stream().filter(frame -> frame.seq() > start).map(Page.Frame::kind))
                .containsExactly("inject", "acknowledgement");
        page.close();
        other.close();
    }

    @Test
    void whoIsMovedWhileSomethingIsGatheredForThemIsNotToldOfTheirOldCell() {
        Stage.Exercise exercise = stage.started();
        Page other = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        Stage.Player moved = exercise.join(Stage.REST_CENTRE);
        Page page = Page.connectGathering(stage, exercise.id(), moved.token());
        page.resume(0);
        page.next("upTo");
        long inject = exercise.adHoc("Beds", "x", "rest-centre");
        page.next(frame -> frame.is("entry") && frame.seq() == inject);
        acknowledge(other, inject);
        other.next("done");
        exercise.act(id ->
                stage.conduct.move(exercise.director(), exercise.id(), id, moved.participant(), Stage.TACTICAL, ""));
        page.next("resync");
        int heard = page.all().size();
        // Longer than anything is gathered: the next on the grid.
        other.next("upTo");
        other.next("upTo");
        assertThat(page.all()).hasSize(heard);
        page.resume(0);
        page.next("upTo");
        assertThat(page.all().subList(heard, page.all().size()))
                .noneMatch(frame -> frame.is("entries") || (frame.is("entry") && frame.seq() >= inject));
        page.close();
        other.close();
    }
}
