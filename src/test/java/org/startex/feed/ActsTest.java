package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.InjectReceipt;
import org.startex.conduct.ReceiptService;
import org.startex.conduct.RecordService;
import org.startex.conduct.SentFromPage;
import org.startex.ledger.LedgerEntry;
import org.startex.people.Caller;

/** What players do goes into the record once, and they are told after the commit, or why not. */
@FeedTest
class ActsTest {
    @Autowired
    Stage stage;

    @Autowired
    ReceiptService receipts;

    @Autowired
    RecordService records;

    private static Map<String, Object> act(String type, String id, long written, long sent) {
        return new HashMap<>(Map.of("type", type, "clientId", id, "written", written, "sent", sent));
    }

    private static Map<String, Object> acknowledge(String id, long inject) {
        Map<String, Object> act = act("acknowledge", id, 1_000, 2_000);
        act.put("inject", inject);
        return act;
    }

    private static Map<String, Object> decision(String id, String decision, String rationale) {
        Map<String, Object> act = act("decision", id, 1_000, 2_000);
        act.put("inReplyTo", null);
        act.put("decision", decision);
        act.put("rationale", rationale);
        act.put("reliedOn", List.of());
        act.put("options", "");
        act.put("expectedEffect", "");
        act.put("actions", List.of(Map.of("text", "Ring the coaches", "owner", "S. Lindqvist", "due", "10:30")));
        act.put("lateReason", null);
        return act;
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    @Test
    void aDecisionIsRecordedAndSeenByTheWholeCellAndNobodyElse() {
        Stage.Exercise exercise = stage.started();
        Stage.Player maker = exercise.join(Stage.REST_CENTRE);
        Page mine = exercise.resumed(maker);
        Page colleague = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        Page other = exercise.resumed(exercise.join(Stage.TACTICAL));
        long inject = exercise.adHoc("Coaches", "How many?", "rest-centre");
        Map<String, Object> act = decision(id(), "Keep two coaches.", "They cannot wait.");
        act.put("inReplyTo", inject);
        act.put("reliedOn", List.of(inject));
        mine.send(act);

        Page.Frame done = mine.next("done");
        assertThat(done.json().get("clientId").stringValue()).isEqualTo(act.get("clientId"));
        Page.Frame entry = mine.all().stream()
                .filter(frame -> frame.is("entry") && frame.seq() == done.seq())
                .findFirst()
                .orElseGet(() -> mine.nextEntry("decision"));
        assertThat(entry.json().get("mine").booleanValue()).isTrue();
        Page.Frame seen = colleague.nextEntry("decision");
        assertThat(seen.seq()).isEqualTo(done.seq());
        assertThat(seen.json().get("mine").booleanValue()).isFalse();
        assertThat(seen.json().get("by").stringValue()).isEqualTo(maker.name());
        assertThat(seen.body().get("number").intValue()).isEqualTo(1);
        assertThat(seen.body().get("inReplyTo").longValue()).isEqualTo(inject);
        assertThat(seen.body().get("rationale").stringValue()).isEqualTo("They cannot wait.");
        assertThat(seen.body().get("actions").get(0).get("owner").stringValue()).isEqualTo("S. Lindqvist");
        assertThat(Instant.parse(seen.body().get("occurredAt").stringValue())).isEqualTo(stage.time.instant());
        other.next("upTo");
        other.next("upTo");
        assertThat(other.entries()).extracting(Page.Frame::kind).doesNotContain("decision");
    }

    @Test
    void aDecisionWrittenOfflineHappenedWhenItWasWritten() {
        Stage.Exercise exercise = stage.started();
        Page page = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        exercise.act(id -> stage.conduct.pause(exercise.director(), exercise.id(), id, ""));
        Instant joined = stage.time.instant();
        Instant now = stage.time.advance(Duration.ofMinutes(10));
        Map<String, Object> act = decision(id(), "Hold.", "Safer.");
        act.put("written", 10_000_000_000_000L);
        act.put("sent", 10_000_000_000_000L + 240_000);
        page.send(act);
        assertThat(Instant.parse(
                        page.nextEntry("decision").body().get("occurredAt").stringValue()))
                .isEqualTo(now.minus(Duration.ofMinutes(4)))
                .isAfter(joined);
    }

    @Test
    void whatComesLateBecauseTheNetworkWasDownSaysSoWhateverItIs() {
        Stage.Exercise exercise = stage.started();
        Page page = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        long inject = exercise.adHoc("Beds", "How many?", "rest-centre");
        exercise.act(id -> stage.conduct.pause(exercise.director(), exercise.id(), id, ""));
        Instant now = stage.time.advance(Duration.ofMinutes(10));
        Map<String, Object> message = act("message", id(), 1_000, 241_000);
        message.put("to", "control");
        message.put("cell", null);
        message.put("body", null);
        message.put("inReplyTo", null);
        message.put("inject", inject);
        message.put("text", "Forty.");
        message.put("offline", true);
        Map<String, Object> acknowledgement = acknowledge(id(), inject);
        acknowledgement.put("sent", 241_000L);
        acknowledgement.put("offline", true);
        Map<String, Object> slow = new HashMap<>(message);
        slow.put("clientId", id());
        slow.put("offline", false);
        List<LedgerEntry> entries = new ArrayList<>();
        Page colleague = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        for (Map<String, Object> each : List.of(message, acknowledgement, slow)) {
            page.send(each);
            long seq = page.next("done").seq();
            entries.add(
                    records.read(exercise.director(), exercise.id(), seq - 1, 1).getFirst());
        }
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.occurredAt()).isEqualTo(now.minus(Duration.ofMinutes(4))));
        assertThat(entries)
                .extracting(entry -> ((SentFromPage) entry.fact()).enteredLate())
                .containsExactly(true, true, false);

        String written = FeedJson.exact(now.minus(Duration.ofMinutes(4)));
        Page.Frame said = colleague.nextEntry("message");
        assertThat(said.body().get("offline").booleanValue()).isTrue();
        assertThat(said.body().get("occurredAt").stringValue()).isEqualTo(written);
        assertThat(colleague
                        .nextEntry("acknowledgement")
                        .body()
                        .get("occurredAt")
                        .stringValue())
                .isEqualTo(written);
        assertThat(colleague.nextEntry("message").body().get("offline").booleanValue())
                .isFalse();
        page.send(acknowledge(id(), exercise.adHoc("Blankets", "How many?", "rest-centre")));
        assertThat(colleague.nextEntry("acknowledgement").body().has("occurredAt"))
                .as("these are many: what was given at once says nothing of it")
                .isFalse();
    }

    @Test
    void theSameIdActsOnceAndIsAnsweredAsTheFirstTime() {
        Stage.Exercise exercise = stage.started();
        Stage.Player player = exercise.join(Stage.REST_CENTRE);
        Page page = exercise.resumed(player);
        Map<String, Object> decision = decision(id(), "Hold.", "Safer.");
        Map<String, Object> acknowledgement = acknowledge(id(), exercise.adHoc("Beds", "x", "rest-centre"));
        List<Long> decided = new ArrayList<>();
        List<Long> acknowledged = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            // Each time it leaves the page, it says when that is.
            decision.put("sent", 2_000L + i * 60_000L);
            acknowledgement.put("sent", 2_000L + i * 60_000L);
            page.send(decision);
            decided.add(page.next("done").seq());
            page.send(acknowledgement);
            acknowledged.add(page.next("done").seq());
            stage.time.advance(Duration.ofMillis(100));
        }
        assertThat(decided).containsOnly(decided.getFirst());
        assertThat(acknowledged).containsOnly(acknowledged.getFirst());

        Page fresh = exercise.resumed(player);
        assertThat(fresh.entries()).extracting(Page.Frame::kind).containsOnlyOnce("decision", "acknowledgement");
        Page.Frame inject = fresh.entries().stream()
                .filter(frame -> frame.kind().equals("inject")
                        && frame.body().get("title").stringValue().equals("Beds"))
                .findFirst()
                .orElseThrow();
        assertThat(inject.body().get("acknowledged").isString()).isTrue();
    }

    @Test
    void theSameIdWithAnotherContentIsRefused() {
        Stage.Exercise exercise = stage.started();
        Page page = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        String id = id();
        page.send(decision(id, "Hold.", "Safer."));
        page.next("done");
        page.send(decision(id, "Move.", "Quicker."));
        assertThat(page.next("refused").json().get("reason").stringValue()).isEqualTo("same-id-other-content");
    }

    @Test
    void aDecisionWithoutRationaleIsRefusedWithAClearMessage() {
        Stage.Exercise exercise = stage.started();
        Page page = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        String id = id();
        page.send(decision(id, "Hold.", "  "));
        Page.Frame refused = page.next("refused");
        assertThat(refused.json().get("clientId").stringValue()).isEqualTo(id);
        assertThat(refused.json().get("reason").stringValue()).isEqualTo("rationale-missing");
        assertThat(refused.json().get("field").stringValue()).isEqualTo("rationale");
        assertThat(refused.json().get("message").stringValue())
                .isEqualTo("Say why. A decision is logged with its rationale.");
    }

    @Test
    void whatIsNotAllowedNowIsRefused() {
        Stage.Exercise exercise = stage.exercise();
        Page page = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        page.send(decision(id(), "Early.", "Too early."));
        assertThat(page.next("refused").json().get("reason").stringValue()).isEqualTo("not-started");

        exercise.act(id -> stage.conduct.start(exercise.director(), exercise.id(), id));
        page.send(acknowledge(id(), exercise.adHoc("Not yours", "x", "tactical")));
        assertThat(page.next("refused").json().get("reason").stringValue()).isEqualTo("not-your-inject");
        page.send(decision(id(), "x".repeat(4001), "Why."));
        assertThat(page.next("refused").json().get("reason").stringValue()).isEqualTo("too-long");

        exercise.act(id -> stage.conduct.end(exercise.director(), exercise.id(), id, ""));
        page.send(decision(id(), "Late.", "Forgot."));
        assertThat(page.next("refused").json().get("reason").stringValue()).isEqualTo("late-reason-missing");
        Map<String, Object> late = decision(id(), "Late.", "Forgot.");
        late.put("lateReason", "The tablet was flat.");
        page.send(late);
        assertThat(page.nextEntry("decision").body().get("late").stringValue()).isEqualTo("The tablet was flat.");

        exercise.act(id -> stage.conduct.seal(exercise.director(), exercise.id(), id));
        page.nextEntry("sealed");
        page.send(decision(id(), "Too late.", "Forgot."));
        assertThat(page.next("refused").json().get("reason").stringValue()).isEqualTo("sealed");
    }

    @Test
    void whoIsNotAdmittedMayNotAct() {
        Stage.Exercise exercise = stage.started();
        Page page = exercise.resumed(exercise.joinByCode(exercise.code(null)));
        page.send(decision(id(), "Hold.", "Safer."));
        assertThat(page.next("refused").json().get("reason").stringValue()).isEqualTo("not-admitted");
    }

    @Test
    void anyPlayerMayStopPlayAndActsAreThenRefused() {
        Stage.Exercise exercise = stage.started();
        Page caller = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        Page other = exercise.resumed(exercise.join(Stage.TACTICAL));
        Map<String, Object> noDuff = act("noDuff", id(), 1_000, 2_000);
        noDuff.put("reason", "Adult collapsed at the main door.");
        caller.send(noDuff);
        long seq = caller.next("done").seq();
        noDuff.put("sent", 60_000L);
        caller.send(noDuff);
        assertThat(caller.next("done").seq()).isEqualTo(seq);
        Page.Frame told = other.nextEntry("noDuff");
        assertThat(told.body().get("reason").stringValue()).isEqualTo("Adult collapsed at the main door.");
        assertThat(told.body().get("byRole").stringValue()).isEqualTo("player");
        other.send(decision(id(), "Hold.", "Safer."));
        assertThat(other.next("refused").json().get("reason").stringValue()).isEqualTo("stopped");
        exercise.act(id -> stage.conduct.clear(exercise.director(), exercise.id(), id, "The crew has the patient"));
        assertThat(other.nextEntry("cleared").body().get("reason").stringValue())
                .isEqualTo("The crew has the patient");
    }

    @Test
    void receiptsReachTheBoardAndThoseForOthersContentDoNot() throws InterruptedException {
        Stage.Exercise exercise = stage.started();
        Stage.Player player = exercise.join(Stage.REST_CENTRE);
        Page page = exercise.resumed(player);
        long mine = exercise.adHoc("Mine", "x", "rest-centre");
        long others = exercise.adHoc("Others", "x", "tactical");
        page.send(Map.of("type", "received", "seqs", List.of(mine, others, 999_999L)));
        page.send(Map.of("type", "seen", "seqs", List.of(mine)));
        for (int i = 0; i < 100 && seenAt(exercise, mine, player).isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertThat(seenAt(exercise, mine, player)).contains(stage.time.instant());
        assertThat(receipts.receipts(Caller.PROGRAM, exercise.id())).doesNotContainKeys(others, 999_999L);
    }

    private Optional<Instant> seenAt(Stage.Exercise exercise, long inject, Stage.Player player) {
        return Optional.ofNullable(
                        receipts.receipts(Caller.PROGRAM, exercise.id()).get(inject))
                .flatMap(of -> Optional.ofNullable(of.get(player.participant())))
                .flatMap(InjectReceipt::seenAt);
    }
}
