package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.kernel.CellCode;

/** A player hands over their role to a colleague of the cell, and both pages are told. */
@FeedTest
class RoleHandOverTest {
    @Autowired
    Stage stage;

    private static Map<String, Object> handOver(String to) {
        return new HashMap<>(Map.of(
                "type",
                "handOver",
                "clientId",
                UUID.randomUUID().toString(),
                "to",
                to,
                "written",
                1_000,
                "sent",
                2_000));
    }

    private static Stage.Player joined(Stage.Exercise exercise, CellCode cell, String role) {
        Stage.Player player = exercise.join(cell);
        exercise.act(id -> exercise.stage()
                .conduct
                .move(exercise.director(), exercise.id(), id, player.participant(), cell, role));
        return player;
    }

    private static List<String> colleagues(Page page) {
        page.send(Map.of("type", "colleagues"));
        return page.next("colleagues")
                .json()
                .get("people")
                .valueStream()
                .map(one -> one.get("participant").stringValue() + " "
                        + one.get("name").stringValue())
                .toList();
    }

    private static String refused(Page page, Map<String, Object> act) {
        page.send(act);
        return page.next("refused").json().get("reason").stringValue();
    }

    private static String role(Page page) {
        assertThat(page.next("resync").json().get("reason").stringValue()).isEqualTo("role");
        return roleNow(page);
    }

    /** The sequence of what was done; the page is told to begin anew before or after it. */
    private static long doneAndToldToBeginAnew(Page page) {
        List<Page.Frame> both = Stream.generate(() -> page.next(frame -> frame.is("done") || frame.is("resync")))
                .limit(2)
                .toList();
        assertThat(both).extracting(Page.Frame::type).containsExactlyInAnyOrder("done", "resync");
        return both.stream()
                .filter(frame -> frame.is("done"))
                .findFirst()
                .orElseThrow()
                .seq();
    }

    private static String roleNow(Page page) {
        page.resume(0);
        String role = page.next("welcome").json().get("you").get("role").toString();
        page.next("upTo");
        return role;
    }

    @Test
    void theRoleGoesToAColleagueWhoGetsWhatIsSentToItAndBothAreTold() {
        Stage.Exercise exercise = stage.started();
        Stage.Player holder = joined(exercise, Stage.REST_CENTRE, "lead");
        Stage.Player colleague = exercise.join(Stage.REST_CENTRE);
        Page mine = exercise.resumed(holder);
        Page theirs = exercise.resumed(colleague);
        Map<String, Object> act = handOver(colleague.participant().toString());
        mine.send(act);
        long seq = doneAndToldToBeginAnew(mine);
        assertThat(role(theirs)).contains("\"lead\"");
        assertThat(roleNow(mine)).isEqualTo("null");

        long inject = exercise.adHoc("For the lead", "Who decides?", "rest-centre/lead");
        theirs.next(frame -> frame.is("entry") && frame.seq() == inject);
        act.put("sent", 60_000);
        mine.send(act);
        assertThat(mine.next("done").seq()).as("the same act again").isEqualTo(seq);
        assertThat(mine.seqs()).doesNotContain(inject);

        theirs.send(handOver(holder.participant().toString()));
        assertThat(role(mine)).as("the other way round").contains("\"lead\"");
        assertThat(mine.seqs()).contains(inject);
    }

    @Test
    void onlyWhoHoldsARoleLearnsWhoOfTheirOwnCellCouldTakeItOver() {
        Stage.Exercise exercise = stage.started();
        Stage.Player holder = joined(exercise, Stage.REST_CENTRE, "lead");
        Stage.Player colleague = exercise.join(Stage.REST_CENTRE);
        Stage.Player ejected = exercise.join(Stage.REST_CENTRE);
        exercise.act(id ->
                stage.conduct.eject(exercise.director(), exercise.id(), id, ejected.participant(), "Not one of us."));
        Stage.Player elsewhere = exercise.join(Stage.TACTICAL);
        joined(exercise, Stage.REST_CENTRE, "lead");

        assertThat(colleagues(exercise.resumed(holder)))
                .containsExactly(colleague.participant() + " " + colleague.name());
        assertThat(colleagues(exercise.resumed(colleague))).isEmpty();
        assertThat(colleagues(exercise.resumed(elsewhere))).isEmpty();
        assertThat(colleagues(exercise.resumed(exercise.joinByCode(exercise.code(null)))))
                .isEmpty();
    }

    @Test
    void whatTheRulesDoNotAllowIsRefusedAndNothingIsHandedOver() {
        Stage.Exercise exercise = stage.started();
        Stage.Player holder = joined(exercise, Stage.REST_CENTRE, "lead");
        Stage.Player colleague = exercise.join(Stage.REST_CENTRE);
        Stage.Player other = joined(exercise, Stage.REST_CENTRE, "lead");
        Stage.Player elsewhere = exercise.join(Stage.TACTICAL);
        Page mine = exercise.resumed(holder);
        assertThat(refused(mine, handOver(elsewhere.participant().toString()))).isEqualTo("not-of-the-cell");
        assertThat(refused(mine, handOver(UUID.randomUUID().toString()))).isEqualTo("not-of-the-cell");
        assertThat(refused(mine, handOver(other.participant().toString()))).isEqualTo("holds-another-role");
        assertThat(refused(mine, handOver("1-1-1-1-1"))).isEqualTo("not-in-protocol");
        assertThat(refused(
                        exercise.resumed(colleague),
                        handOver(holder.participant().toString())))
                .isEqualTo("holds-no-role");
        exercise.act(id -> stage.conduct.end(exercise.director(), exercise.id(), id, ""));
        exercise.act(id -> stage.conduct.seal(exercise.director(), exercise.id(), id));
        assertThat(refused(mine, handOver(colleague.participant().toString()))).isEqualTo("sealed");
        assertThat(mine.all()).noneMatch(frame -> frame.is("resync"));
    }
}
