package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.InvitationService;
import org.startex.conduct.Member;
import org.startex.conduct.PeopleList;
import org.startex.conduct.PersonalLink;
import org.startex.conduct.PlannedPeopleService;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Reason;
import org.startex.people.Caller;
import org.startex.people.ParticipantRegister;
import org.startex.people.PlannedEntry;
import org.startex.people.PlannedPerson;
import org.startex.people.PlannedRegister;

/** People who are expected are listed before the day, and join by a link of their own. */
@FeedTest
class PersonalLinkTest {
    private static final PlannedEntry OKAFOR =
            new PlannedEntry("M. Okafor", "Borough council", "m.okafor@example.org", Stage.REST_CENTRE, "lead");

    @Autowired
    Stage stage;

    @Autowired
    PlannedPeopleService people;

    @Autowired
    InvitationService invitations;

    @Autowired
    PlannedRegister planned;

    @Autowired
    ParticipantRegister register;

    @Autowired
    DSLContext sql;

    private PlannedPerson lists(Stage.Exercise exercise, PlannedEntry entry) {
        assertThat(people.add(exercise.director(), exercise.id(), entry)).isEmpty();
        return listed(exercise).stream()
                .filter(one -> one.entry().equals(entry))
                .findFirst()
                .orElseThrow();
    }

    private List<PlannedPerson> listed(Stage.Exercise exercise) {
        return people.people(exercise.director(), exercise.id());
    }

    private String link(Stage.Exercise exercise, PlannedPerson person) {
        return links(exercise, person).getFirst().link().getFragment();
    }

    private List<PersonalLink> links(Stage.Exercise exercise, PlannedPerson person) {
        return invitations.newLinks(exercise.director(), exercise.id(), List.of(person.id()));
    }

    private Http.Response opens(String link) {
        return stage.http().bearer("none").post("link", Map.of("link", link));
    }

    private static void isRefused(Http.Response response, int status, String reason) {
        assertThat(response.status()).as(response.text()).isEqualTo(status);
        assertThat(response.get("reason")).isEqualTo(reason);
        assertThat(response.get("message")).isNotBlank();
    }

    private Member member(Stage.Exercise exercise, String participant) {
        return stage.conduct.exercise(Caller.PROGRAM, exercise.id()).content().orElseThrow().members().values().stream()
                .filter(one -> one.participant().toString().equals(participant))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aListIsAddedWholeOrNotAtAll() {
        Stage.Exercise exercise = stage.exercise();
        String good =
                "Name\tOrganisation\tCell\tRole\nM. Okafor\tBorough council\tRest centre\tlead\nB. Ash\tPolice\tTactical\t";
        PeopleList bad = people.addAll(exercise.director(), exercise.id(), good + "\nC. Lee\tPolice\tGold\t");
        assertThat(bad.wrong()).hasSize(1);
        assertThat(listed(exercise)).isEmpty();

        assertThat(people.preview(exercise.director(), exercise.id(), good).whole())
                .isTrue();
        assertThat(listed(exercise)).isEmpty();
        assertThat(people.addAll(exercise.director(), exercise.id(), good).whole())
                .isTrue();
        assertThat(listed(exercise)).extracting(one -> one.entry().name()).containsExactly("M. Okafor", "B. Ash");
        assertThat(people.addAll(exercise.director(), exercise.id(), good).wrong())
                .hasSize(2);
        assertThat(listed(exercise)).hasSize(2);
    }

    @Test
    void whoOpensTheirLinkPlaysAsThemselvesInTheirCellAndRole() {
        Stage.Exercise exercise = stage.exercise();
        PlannedPerson okafor = lists(exercise, OKAFOR);
        assertThat(okafor.hasLink()).isFalse();
        String link = link(exercise, okafor);
        assertThat(listed(exercise).getFirst().hasLink()).isTrue();

        Http.Response joined = opens(link);
        assertThat(joined.status()).as(joined.text()).isEqualTo(200);
        assertThat(joined.get("code")).isEqualTo(exercise.code(Stage.REST_CENTRE));
        Member member = member(exercise, joined.get("participant"));
        assertThat(member.cell()).isEqualTo(Stage.REST_CENTRE);
        assertThat(member.post()).isEqualTo("lead");
        assertThat(member.present()).isTrue();
        assertThat(listed(exercise).getFirst().joined()).contains(member.participant());
        Page page = Page.connect(stage, exercise.id(), joined.get("token"));
        page.resume(0);
        assertThat(page.next("welcome").json().get("you").get("name").stringValue())
                .isEqualTo("M. Okafor");
        page.close();

        Http.Response back =
                stage.http().post("rejoin", Map.of("code", joined.get("code"), "rejoinCode", joined.get("rejoinCode")));
        assertThat(back.get("participant")).isEqualTo(joined.get("participant"));
    }

    @Test
    void aBrowserGetsTheTokenInItsCookie() {
        Stage.Exercise exercise = stage.exercise();
        Http.Response joined = stage.http().post("link", Map.of("link", link(exercise, lists(exercise, OKAFOR))));
        assertThat(joined.json().get("token").isNull()).isTrue();
        assertThat(joined.cookies().getFirst())
                .startsWith("startex-play-" + exercise.id() + "=")
                .contains("HttpOnly");
    }

    @Test
    void openedAgainInPlayItTakesOverAndTheOldPhoneEnds() {
        Stage.Exercise exercise = stage.started();
        String link = link(exercise, lists(exercise, OKAFOR));
        Http.Response first = opens(link);
        Page old = Page.connect(stage, exercise.id(), first.get("token"));
        old.resume(0);
        old.next("welcome");

        Http.Response second = opens(link);
        assertThat(second.get("participant")).isEqualTo(first.get("participant"));
        assertThat(old.closeCode()).isEqualTo(4401);
        assertThat(Page.connect(stage, exercise.id(), first.get("token")).closeCode())
                .isEqualTo(4401);
        isRefused(
                stage.http().post("rejoin", Map.of("code", first.get("code"), "rejoinCode", first.get("rejoinCode"))),
                404,
                "unknown-rejoin-code");
        Page page = Page.connect(stage, exercise.id(), second.get("token"));
        page.resume(0);
        page.next("welcome");
        page.close();
    }

    @Test
    void usedFourTimesAtOnceItMakesOneParticipantAndRefusesNobody() throws Exception {
        Stage.Exercise exercise = stage.exercise();
        String link = link(exercise, lists(exercise, OKAFOR));
        CountDownLatch together = new CountDownLatch(4);
        Callable<Http.Response> use = () -> {
            together.countDown();
            together.await();
            return opens(link);
        };
        try (ExecutorService pages = Executors.newFixedThreadPool(4)) {
            List<Http.Response> all = new ArrayList<>();
            for (Future<Http.Response> page : pages.invokeAll(Collections.nCopies(4, use))) {
                all.add(page.get());
            }
            assertThat(all)
                    .allSatisfy(
                            each -> assertThat(each.status()).as(each.text()).isEqualTo(200));
            assertThat(all)
                    .extracting(each -> each.get("participant"))
                    .containsOnly(all.getFirst().get("participant"));
        }
        assertThat(stage.conduct
                        .exercise(Caller.PROGRAM, exercise.id())
                        .content()
                        .orElseThrow()
                        .players())
                .hasSize(1);
    }

    @Test
    void whoseJoiningBrokeOffHalfwayComesInByTheSameLink() {
        Stage.Exercise exercise = stage.exercise();
        PlannedPerson okafor = lists(exercise, OKAFOR);
        String link = link(exercise, okafor);
        ParticipantId begun = planned.participant(exercise.id(), okafor.id()).orElseThrow();
        register.registerAs(exercise.id(), begun, OKAFOR.name(), OKAFOR.organisation());
        assertThat(opens(link).get("participant")).isEqualTo(begun.toString());
        assertThat(opens(link).get("participant")).isEqualTo(begun.toString());
    }

    @Test
    void aNewLinkEndsTheOldOneAndRemovingEndsBothAndWhatWasEntered() {
        Stage.Exercise exercise = stage.exercise();
        PlannedPerson okafor = lists(exercise, OKAFOR);
        String old = link(exercise, okafor);
        String fresh = link(exercise, okafor);
        isRefused(opens(old), 404, "unknown-link");
        String participant = opens(fresh).get("participant");

        assertThat(people.remove(exercise.director(), exercise.id(), okafor.id()))
                .isEmpty();
        isRefused(opens(fresh), 404, "unknown-link");
        assertThat(sql.fetchCount(sql.selectFrom("planned_participant where exercise_id = '" + exercise.id() + "'")))
                .isZero();
        assertThat(member(exercise, participant).present()).isTrue();
        assertThat(people.remove(exercise.director(), exercise.id(), okafor.id()))
                .isPresent();
        assertThat(links(exercise, okafor)).isEmpty();
    }

    @Test
    void whatIsNoLinkIsRefusedAsAWrongCodeIsAndGuessingWaits() {
        Stage.Exercise exercise = stage.exercise();
        String link = link(exercise, lists(exercise, OKAFOR));
        isRefused(opens(""), 404, "unknown-link");
        isRefused(opens("x".repeat(64)), 404, "unknown-link");
        Http.Response last = opens("nonsense");
        for (int i = 0; i < 400 && last.status() == 404; i++) {
            last = opens(link.substring(0, 60) + "AAAA");
        }
        isRefused(last, 429, "throttled");
        isRefused(opens(link), 429, "throttled");
        stage.time.advance(Duration.ofHours(1));
        assertThat(opens(link).status()).isEqualTo(200);
    }

    @Test
    void aLinkEndsADayAfterThePlannedDay() {
        Stage.Exercise exercise = stage.exercise();
        String link = link(exercise, lists(exercise, OKAFOR));
        stage.time.advance(Duration.ofHours(25));
        isRefused(opens(link), 410, "expired-link");
    }

    @Test
    void whoWasTakenOutDoesNotComeBackByTheirLink() {
        Stage.Exercise exercise = stage.started();
        String link = link(exercise, lists(exercise, OKAFOR));
        Member member = member(exercise, opens(link).get("participant"));
        exercise.act(id -> stage.conduct.eject(exercise.director(), exercise.id(), id, member.participant(), "Ill."));
        isRefused(opens(link), 403, "ejected");
    }

    @Test
    void nobodyIsInvitedToWhatIsOver() {
        Stage.Exercise exercise = stage.started();
        PlannedPerson okafor = lists(exercise, OKAFOR);
        String link = link(exercise, okafor);
        exercise.act(id -> stage.conduct.end(exercise.director(), exercise.id(), id, ""));
        assertThat(invitations
                        .again(exercise.director(), exercise.id(), okafor.id())
                        .map(Reason::code))
                .contains("invitation-over");
        isRefused(opens(link), 410, "exercise-over");
    }

    @Test
    void theTableHoldsNoToken() {
        Stage.Exercise exercise = stage.exercise();
        String link = link(exercise, lists(exercise, OKAFOR));
        byte[] kept = sql.fetchSingle(
                        "select link_hash from planned_participant where exercise_id = ?",
                        exercise.id().value())
                .get(0, byte[].class);
        assertThat(kept).hasSize(32);
        assertThat(Base64.getUrlDecoder().decode(link)).hasSize(48);
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(kept)).isNotEqualTo(link.substring(21));
    }
}
