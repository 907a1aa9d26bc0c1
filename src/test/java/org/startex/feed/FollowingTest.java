package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.Marking;
import org.startex.conduct.Pace;
import org.startex.conduct.Presence;
import org.startex.conduct.SafetyService;
import org.startex.conduct.Ticker;
import org.startex.kernel.CellCode;

/** A page follows the record: what its participant may read, in order, once, and nothing else. */
@FeedTest
class FollowingTest {
    @Autowired
    Stage stage;

    @Autowired
    Presence presence;

    @Autowired
    Ticker ticker;

    @Autowired
    SafetyService safety;

    /** Each frame goes on exactly where the one before ended, so that nothing is missing and nothing comes twice. */
    private static void coversWithoutGap(List<Page.Frame> frames, long from) {
        long covered = from;
        for (Page.Frame frame : frames) {
            if (frame.is("entry")) {
                assertThat(frame.json().get("coversFrom").longValue()).isEqualTo(covered + 1);
                covered = frame.seq();
            } else if (frame.is("upTo")) {
                assertThat(frame.seq()).isGreaterThanOrEqualTo(covered);
                covered = frame.seq();
            }
        }
    }

    @Test
    void resumeIsAnsweredWithWhoYouAreTheClockTheHistoryAndHowFarItGoes() {
        Stage.Exercise exercise = stage.started();
        Stage.Player player = exercise.join(Stage.REST_CENTRE);
        long inject = exercise.adHoc("Beds", "How **many** beds?", "rest-centre");
        Page page = exercise.page(player);
        page.resume(0);
        Page.Frame last = page.next("upTo");

        assertThat(page.all()).extracting(Page.Frame::type).startsWith("welcome", "clock", "entry");
        Page.Frame welcome = page.all().getFirst();
        assertThat(welcome.json().get("state").stringValue()).isEqualTo("running");
        assertThat(welcome.json().get("you").get("cell").get("code").stringValue())
                .isEqualTo("rest-centre");
        assertThat(page.all().get(1).json().get("running").booleanValue()).isTrue();
        assertThat(page.entries()).extracting(Page.Frame::kind).containsExactly("started", "inject", "inject");
        Page.Frame told = page.entries().getLast();
        assertThat(told.seq()).isEqualTo(inject);
        assertThat(told.body().get("html").stringValue()).isEqualTo("<p>How <strong>many</strong> beds?</p>");
        assertThat(told.body().get("to").get(0).stringValue()).isEqualTo("Rest centre");
        assertThat(told.body().get("channel").stringValue()).isEqualTo("phone");
        assertThat(told.json().get("by").stringValue()).isNotBlank();
        assertThat(last.seq()).isGreaterThanOrEqualTo(inject);
        coversWithoutGap(page.all(), 0);
        page.close();
    }

    @Test
    void anInjectTellsHowLongAfterItsTimeItWasRecorded() {
        Stage.Exercise exercise = stage.started();
        Page page = exercise.resumed(exercise.join(Stage.TACTICAL));
        exercise.act(id -> stage.conduct.changePace(exercise.director(), exercise.id(), id, new Pace(10_000)));
        // Seven minutes of the exercise are 4.2 seconds now.
        stage.time.advance(Duration.ofMillis(4_250));
        ticker.beat();
        assertThat(page.nextEntry("inject").body().get("latenessMicros").longValue())
                .isEqualTo(50_000);
        long byHand = exercise.adHoc("By hand", "Is never late.", "tactical");
        assertThat(page.next(frame -> frame.is("entry") && frame.seq() == byHand)
                        .body()
                        .get("latenessMicros")
                        .longValue())
                .isZero();
        page.close();
    }

    @Test
    void aPlayerNeverGetsAnotherCellsContent() {
        Stage.Exercise exercise = stage.started();
        Page rest = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        Page tactical = exercise.resumed(exercise.join(Stage.TACTICAL));
        long one = exercise.adHoc("For one", "Not for the other.", "tactical");
        long lead = exercise.adHoc("For a role nobody holds", "Falls to the cell.", "rest-centre/lead");
        long both = exercise.adHoc("For both", "Both.", "rest-centre", "tactical");
        rest.next(frame -> frame.is("entry") && frame.seq() == both);
        tactical.next(frame -> frame.is("entry") && frame.seq() == both);

        assertThat(rest.seqs()).contains(lead, both).doesNotContain(one);
        assertThat(tactical.seqs()).contains(one, both).doesNotContain(lead);
        assertThat(rest.all().toString()).doesNotContain("Not for the other");
        coversWithoutGap(rest.all(), 0);
        coversWithoutGap(tactical.all(), 0);
        rest.close();
        tactical.close();
    }

    @Test
    void controllersNotesAreInNoFrame() {
        Stage.Exercise exercise = stage.started();
        Page page = exercise.resumed(exercise.join(Stage.TACTICAL));
        exercise.send("2");
        Page.Frame told = page.next(frame -> frame.is("entry")
                && frame.kind().equals("inject")
                && frame.body().get("number").stringValue().equals("2"));
        assertThat(told.body().get("html").stringValue()).contains("Dev Marlow");
        assertThat(page.all().toString()).doesNotContain("01632 960118").doesNotContain("58 visitors");
        page.close();
    }

    @Test
    void afterADropExactlyWhatWasMissedComesOnce() {
        Stage.Exercise exercise = stage.started();
        Stage.Player player = exercise.join(Stage.REST_CENTRE);
        Page before = exercise.resumed(player);
        exercise.adHoc("One", "1", "rest-centre");
        Page.Frame last = before.nextEntry("inject");
        before.drop();

        List<Long> missed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            missed.add(exercise.adHoc("Missed " + i, "x", "rest-centre"));
            exercise.adHoc("Others " + i, "x", "tactical");
        }
        Page after = exercise.page(player);
        after.resume(last.seq());
        after.next("upTo");
        long live = exercise.adHoc("Live", "x", "rest-centre");
        after.next(frame -> frame.is("entry") && frame.seq() == live);

        assertThat(after.seqs())
                .containsExactlyElementsOf(
                        LongStream.concat(missed.stream().mapToLong(Long::longValue), LongStream.of(live))
                                .boxed()
                                .toList());
        coversWithoutGap(after.all(), last.seq());
        after.close();
    }

    @Test
    void aPageThatHasMoreThanTheRecordStartsAgain() {
        Stage.Exercise exercise = stage.started();
        Page page = exercise.page(exercise.join(Stage.TACTICAL));
        page.resume(1_000_000);
        assertThat(page.next("resync").json().get("reason").stringValue()).isEqualTo("record");
        page.resume(0);
        page.next("upTo");
        assertThat(page.entries()).isNotEmpty();
        page.close();
    }

    @Test
    void aMovedPlayerGetsTheNewCellsHistoryAndNoLongerTheOldOnes() {
        Stage.Exercise exercise = stage.started();
        Stage.Player player = exercise.join(Stage.REST_CENTRE);
        long old = exercise.adHoc("Old cell", "Only the rest centre.", "rest-centre");
        long fresh = exercise.adHoc("New cell", "Only tactical.", "tactical");
        Page page = exercise.resumed(player);
        assertThat(page.seqs()).contains(old).doesNotContain(fresh);

        exercise.act(id ->
                stage.conduct.move(exercise.director(), exercise.id(), id, player.participant(), Stage.TACTICAL, ""));
        assertThat(page.next("resync").json().get("reason").stringValue()).isEqualTo("moved");
        long afterMove = exercise.adHoc("Old cell again", "Not for whoever left.", "rest-centre");
        int heard = page.all().size();
        page.resume(0);
        Page.Frame welcome = page.next("welcome");
        assertThat(welcome.json().get("you").get("cell").get("code").stringValue())
                .isEqualTo("tactical");
        page.next("upTo");
        long live = exercise.adHoc("New cell again", "Tactical.", "tactical");
        page.next(frame -> frame.is("entry") && frame.seq() == live);

        List<Page.Frame> anew = page.all().subList(heard, page.all().size());
        assertThat(anew.stream().filter(f -> f.is("entry")).map(Page.Frame::seq))
                .contains(fresh, live)
                .doesNotContain(old, afterMove);
        coversWithoutGap(anew, 0);
        page.close();
    }

    @Test
    void whoHasJoinedIsToldOfANewMarkingAtOnce() {
        Stage.Exercise exercise = stage.exercise();
        Page page = exercise.resumed(exercise.join(Stage.TACTICAL));
        exercise.act(id -> safety.changeMarking(
                exercise.director(),
                exercise.id(),
                id,
                new Marking("OFFICIAL", "BLUE HERON"),
                new Marking("OFFICIAL-SENSITIVE", "GREY SEAL")));
        Page.Frame welcome = page.next(frame -> frame.is("welcome")
                && frame.json().get("codeWord").stringValue().equals("GREY SEAL"));
        assertThat(welcome.json().get("marking").stringValue()).isEqualTo("OFFICIAL-SENSITIVE");
        page.close();
    }

    @Test
    void whoWaitsToBeAdmittedGetsNoEntriesAndIsToldWhenLetIn() {
        Stage.Exercise exercise = stage.started();
        Stage.Player player = exercise.joinByCode(exercise.code(null));
        Page page = exercise.resumed(player);
        Page.Frame welcome = page.all().getFirst();
        assertThat(welcome.json().get("you").get("admitted").booleanValue()).isFalse();
        assertThat(welcome.json().get("you").get("cell").isNull()).isTrue();
        exercise.adHoc("To all", "x", "tactical", "rest-centre");
        page.next("upTo");
        assertThat(page.entries()).isEmpty();

        exercise.act(id -> stage.conduct.admit(
                exercise.director(), exercise.id(), id, player.participant(), Stage.TACTICAL, "police"));
        page.next("resync");
        page.resume(0);
        Page.Frame inside = page.next("welcome");
        assertThat(inside.json().get("you").get("admitted").booleanValue()).isTrue();
        assertThat(inside.json().get("you").get("role").get("title").stringValue())
                .startsWith("Police tactical");
        page.nextEntry("inject");
        page.close();
    }

    @Test
    void whoIsShutOutIsToldByTheCloseCodeAndCannotComeBack() {
        Stage.Exercise exercise = stage.started();
        Stage.Player player = exercise.join(Stage.REST_CENTRE);
        Page page = exercise.resumed(player);
        exercise.act(id ->
                stage.conduct.eject(exercise.director(), exercise.id(), id, player.participant(), "Not one of us."));
        assertThat(page.closeCode()).isEqualTo(4403);
        assertThat(exercise.page(player).closeCode()).isEqualTo(4401);
    }

    @Test
    void pauseAndPaceComeAsEntriesAndAsTheClock() {
        Stage.Exercise exercise = stage.started();
        Page page = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        exercise.act(id -> stage.conduct.pause(exercise.director(), exercise.id(), id, "Lunch"));
        assertThat(page.nextEntry("paused").body().get("reason").stringValue()).isEqualTo("Lunch");
        assertThat(page.next("welcome").json().get("state").stringValue()).isEqualTo("paused");
        assertThat(page.next("clock").json().get("running").booleanValue()).isFalse();
        exercise.act(id -> stage.conduct.changePace(exercise.director(), exercise.id(), id, new Pace(6000)));
        page.nextEntry("pace");
        assertThat(page.next("clock").json().get("pacePercent").intValue()).isEqualTo(6000);
        page.close();
    }

    @Test
    void noDuffReachesEverybodyWithinASecond() {
        Stage.Exercise exercise = stage.started();
        List<CellCode> cells = List.of(Stage.REST_CENTRE, Stage.TACTICAL);
        List<Page> pages = IntStream.range(0, 40)
                .mapToObj(i -> exercise.resumed(exercise.join(cells.get(i % 2))))
                .toList();
        long called = System.nanoTime();
        exercise.act(id -> stage.conduct.stop(
                exercise.director(), exercise.id(), id, "Adult collapsed at the door.", stage.time.instant()));
        for (Page page : pages) {
            Page.Frame told = page.nextEntry("noDuff");
            assertThat(Duration.ofNanos(told.nanos() - called)).isLessThan(Duration.ofSeconds(1));
            assertThat(told.body().get("byRole").stringValue()).isEqualTo("director");
            assertThat(page.next("welcome").json().get("state").stringValue()).isEqualTo("stopped");
            page.close();
        }
    }

    @Test
    void aPlayerWhoIsIdleForHoursStillReceives() throws InterruptedException {
        Stage.Exercise exercise = stage.started();
        Stage.Player player = exercise.join(Stage.REST_CENTRE);
        Page page = exercise.resumed(player);
        exercise.act(id -> stage.conduct.pause(exercise.director(), exercise.id(), id, ""));
        stage.time.advance(Duration.ofHours(3));
        Thread.sleep(500);
        long late = exercise.adHoc("After three hours", "x", "rest-centre");
        page.next(frame -> frame.is("entry") && frame.seq() == late);
        assertThat(page.isOpen()).isTrue();
        page.close();
    }

    @Test
    void presenceKnowsWhoHasAPageOpen() throws InterruptedException {
        Stage.Exercise exercise = stage.started();
        Stage.Player player = exercise.join(Stage.REST_CENTRE);
        assertThat(presence.connected(exercise.id(), player.participant())).isFalse();
        assertThat(presence.lastSeen(exercise.id(), player.participant())).isEmpty();
        Page page = exercise.resumed(player);
        assertThat(presence.connected(exercise.id(), player.participant())).isTrue();
        page.drop();
        for (int i = 0; i < 100 && presence.connected(exercise.id(), player.participant()); i++) {
            Thread.sleep(50);
        }
        assertThat(presence.connected(exercise.id(), player.participant())).isFalse();
        assertThat(presence.lastSeen(exercise.id(), player.participant())).contains(stage.time.instant());
    }
}
