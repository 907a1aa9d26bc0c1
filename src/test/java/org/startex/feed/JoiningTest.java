package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.people.ParticipantRegister;

/** Joining as a browser does it: codes, names, cookies, coming back, leaving. */
@FeedTest
class JoiningTest {
    private static final Pattern COOKIE = Pattern.compile("startex-play-([0-9a-f-]{36})=([^;]+); (.*)");

    @Autowired
    Stage stage;

    @Autowired
    ParticipantRegister register;

    private static Map<String, Object> asking(String code, String name) {
        return new HashMap<>(Map.of("code", code, "name", name, "organisation", "Borough council"));
    }

    private static String cookie(Http.Response joined) {
        Matcher cookie = COOKIE.matcher(joined.cookies().getFirst());
        assertThat(cookie.matches()).as(joined.cookies().toString()).isTrue();
        return "startex-play-" + cookie.group(1) + "=" + cookie.group(2);
    }

    private void isRefused(Http.Response response, int status, String reason) {
        assertThat(response.status()).as(response.text()).isEqualTo(status);
        assertThat(response.get("reason")).isEqualTo(reason);
        assertThat(response.get("message")).isNotBlank();
    }

    @Test
    void aCodeTellsWhatItOpens() {
        Stage.Exercise exercise = stage.exercise();
        Http.Response opened = stage.http().post("code", Map.of("code", exercise.code(Stage.REST_CENTRE)));
        assertThat(opened.status()).isEqualTo(200);
        JoinWords.Opened words = FeedJson.MAPPER.readValue(opened.text(), JoinWords.Opened.class);
        assertThat(words.exercise()).isEqualTo(exercise.id());
        assertThat(words.cell()).isEqualTo(new ServerMessage.Named("rest-centre", "Rest centre"));
        assertThat(words.roles()).contains(new ServerMessage.Named("lead", "Rest centre lead"));
        assertThat(words.you()).isNull();

        Http.Response waiting = stage.http().post("code", Map.of("code", exercise.code(null)));
        assertThat(waiting.json().get("cell").isNull()).isTrue();
    }

    @Test
    void aCodeMayBeTypedInSmallLettersWithBlanks() {
        String code = stage.exercise().code(Stage.REST_CENTRE).toLowerCase(Locale.ROOT);
        String typed = code.substring(0, 3) + " " + code.substring(3);
        assertThat(stage.http().post("code", Map.of("code", typed)).status()).isEqualTo(200);
    }

    @Test
    void theTokenComesInACookieThatNoScriptAndNoOtherSiteGets() {
        Stage.Exercise exercise = stage.exercise();
        Http.Response joined = stage.http().post("join", asking(exercise.code(Stage.REST_CENTRE), "M. Okafor"));
        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.json().get("token").isNull()).isTrue();
        assertThat(joined.get("rejoinCode")).matches("[A-Z0-9]{4}-[A-Z0-9]{4}");
        assertThat(joined.cookies()).hasSize(1);
        assertThat(joined.cookies().getFirst())
                .startsWith("startex-play-" + exercise.id() + "=")
                .contains("Path=/")
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Max-Age=15552000")
                .doesNotContain("Secure");

        Http.Response me = stage.http().with("Cookie", cookie(joined)).get("/play/api/me");
        assertThat(FeedJson.MAPPER.readValue(me.text(), JoinWords.Mine.class).exercises())
                .containsExactly(new JoinWords.Membership(exercise.id(), "Caravan site", "M. Okafor"));
    }

    @Test
    void aWrongCodeIsToldSo() {
        isRefused(stage.http().post("code", Map.of("code", "AAAAAA")), 404, "unknown-code");
        isRefused(stage.http().post("code", Map.of("code", "")), 404, "unknown-code");
        isRefused(stage.http().post("join", asking("AAAAAA", "M. Okafor")), 404, "unknown-code");
    }

    @Test
    void anExpiredOrClosedCodeIsToldSo() {
        Stage.Exercise exercise = stage.exercise();
        String closed = exercise.code(Stage.REST_CENTRE);
        String old = exercise.code(Stage.TACTICAL);
        stage.joining.closeCode(exercise.director(), exercise.id(), closed);
        isRefused(stage.http().post("code", Map.of("code", closed)), 410, "expired-code");
        assertThat(stage.http().post("code", Map.of("code", old)).status()).isEqualTo(200);
        stage.time.advance(Duration.ofHours(25));
        isRefused(stage.http().post("join", asking(old, "M. Okafor")), 410, "expired-code");
    }

    @Test
    void whoGuessesMustWait() {
        String code = stage.exercise().code(Stage.REST_CENTRE);
        Http.Response last = stage.http().post("code", Map.of("code", "AAAAAA"));
        for (int i = 0; i < 400 && last.status() == 404; i++) {
            last = stage.http().post("code", Map.of("code", "AAAAAA"));
        }
        isRefused(last, 429, "throttled");
        long wait = last.json().get("retryAfterSeconds").longValue();
        assertThat(wait).isPositive();
        assertThat(last.get("message")).contains(wait + " second");
        assertThat(last.header("retry-after")).isEqualTo(String.valueOf(wait));
        isRefused(stage.http().post("code", Map.of("code", code)), 429, "throttled");
        stage.time.advance(Duration.ofHours(1));
        assertThat(stage.http().post("code", Map.of("code", code)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"'', Borough council, name-missing", "M. Okafor, '', organisation-missing"})
    void aNameAndAnOrganisationAreNeeded(String name, String organisation, String reason) {
        Map<String, Object> asking = asking(stage.exercise().code(Stage.REST_CENTRE), name);
        asking.put("organisation", organisation);
        isRefused(stage.http().post("join", asking), 422, reason);
    }

    @Test
    void aNameThatExistsIsToldWhatToDo() {
        String code = stage.exercise().code(Stage.REST_CENTRE);
        assertThat(stage.http().post("join", asking(code, "M. Okafor")).status())
                .isEqualTo(200);
        Http.Response again = stage.http().post("join", asking(code, "m. okafor"));
        isRefused(again, 409, "name-taken");
        assertThat(again.get("message")).contains("personal code");
        isRefused(stage.http().post("join", asking(code, "x".repeat(81))), 422, "name-too-long");
    }

    @Test
    void whoseJoiningBrokeOffHalfwayComesInUnderTheSameName() {
        Stage.Exercise exercise = stage.exercise();
        String code = exercise.code(Stage.REST_CENTRE);
        register.register(exercise.id(), null, "M. Okafor", "Borough council");
        isRefused(stage.http().post("join", asking(code, "M. Okafor")), 409, "name-taken");
        stage.time.advance(Duration.ofSeconds(6));
        assertThat(stage.http().post("join", asking(code, "M. Okafor")).status())
                .isEqualTo(200);
        isRefused(stage.http().post("join", asking(code, "M. Okafor")), 409, "name-taken");
    }

    @Test
    void nobodyJoinsWhatIsOver() {
        Stage.Exercise exercise = stage.started();
        String code = exercise.code(Stage.REST_CENTRE);
        exercise.act(id -> stage.conduct.end(exercise.director(), exercise.id(), id, ""));
        isRefused(stage.http().post("join", asking(code, "M. Okafor")), 410, "exercise-over");
    }

    @Test
    void comingBackEndsTheOldPhone() {
        Stage.Exercise exercise = stage.started();
        String code = exercise.code(Stage.REST_CENTRE);
        Stage.Player player = exercise.join(Stage.REST_CENTRE);
        Page old = exercise.resumed(player);

        Http.Response wrong = stage.http().post("rejoin", Map.of("code", code, "rejoinCode", "AAAA-AAAA"));
        isRefused(wrong, 404, "unknown-rejoin-code");
        Http.Response back =
                stage.http().bearer("none").post("rejoin", Map.of("code", code, "rejoinCode", player.rejoinCode()));
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        assertThat(back.get("participant")).isEqualTo(player.participant().toString());
        assertThat(old.closeCode()).isEqualTo(4401);
        assertThat(exercise.page(player).closeCode()).isEqualTo(4401);

        Page fresh = Page.connect(stage, exercise.id(), back.get("token"));
        fresh.resume(0);
        assertThat(fresh.next("welcome").json().get("you").get("name").stringValue())
                .isEqualTo(player.name());
        fresh.close();
        isRefused(
                stage.http().post("rejoin", Map.of("code", code, "rejoinCode", player.rejoinCode())),
                404,
                "unknown-rejoin-code");
    }

    @Test
    void leavingEndsThisBrowsersPageAndTheWayBackStays() {
        Stage.Exercise exercise = stage.started();
        String code = exercise.code(Stage.REST_CENTRE);
        Http.Response joined = stage.http().post("join", asking(code, "L. Leaver"));
        Map<String, String> headers = Map.of("Origin", stage.base.toString(), "Cookie", cookie(joined));
        Page page = Page.connect(stage, exercise.id(), headers, "startex.feed.v1", true);
        page.resume(0);
        page.next("welcome");

        Http.Response left = stage.http()
                .with("Cookie", cookie(joined))
                .post("leave", Map.of("exercise", exercise.id().toString()));
        assertThat(left.status()).isEqualTo(200);
        assertThat(left.cookies().getFirst()).contains("Max-Age=0");
        assertThat(page.closeCode()).isEqualTo(4401);
        Http.Response me = stage.http().with("Cookie", cookie(joined)).get("/play/api/me");
        assertThat(me.json().get("exercises").size()).isZero();
        assertThat(me.cookies().getFirst()).contains("Max-Age=0");

        Http.Response back = stage.http().post("rejoin", Map.of("code", code, "rejoinCode", joined.get("rejoinCode")));
        assertThat(back.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "null",
                "{\"code\": 7, \"more\": {}}",
                "{\"code\": \"a\\u0000b\"}",
                "{\"code\": \"\\ud83d\"}",
                "{\"code\": \"AAAAAA\", \"x\": 1}"
            })
    void aRequestThatIsNotInTheProtocolIsRefused(String body) {
        isRefused(stage.http().post("code", body), 400, "not-in-protocol");
    }

    @Test
    void aRequestThatIsTooLargeIsRefused() {
        isRefused(stage.http().post("code", Map.of("code", "A".repeat(20_000))), 400, "not-in-protocol");
    }

    @Test
    void whatAnotherSiteMakesABrowserSendIsRefused() {
        String code = stage.exercise().code(Stage.REST_CENTRE);
        Map<String, String> body = Map.of("code", code);
        assertThat(stage.http()
                        .with("Origin", "https://evil.example")
                        .post("code", body)
                        .status())
                .isEqualTo(403);
        assertThat(stage.http().without("X-Startex").post("code", body).status())
                .isEqualTo(403);
        assertThat(stage.http().without("Origin").post("code", body).status()).isEqualTo(403);
    }

    @Test
    void anAttachmentIsForThoseWhoHaveTheInject() {
        Stage.Exercise exercise = stage.started();
        Stage.Player player = exercise.join(Stage.REST_CENTRE);
        Stage.Player waiting = exercise.joinByCode(exercise.code(null));
        Page page = exercise.resumed(player);
        Page.Frame inject = page.entries().stream()
                .filter(frame -> frame.kind().equals("inject"))
                .findFirst()
                .orElseThrow();
        assertThat(inject.body().get("attachments").get(0).get("name").stringValue())
                .isEqualTo("sketch-map.svg");
        String path = "/play/api/attachment/" + exercise.id() + "/" + inject.seq() + "/sketch-map.svg";

        Http.Response file = stage.http().bearer(player.token()).get(path);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).contains("<svg");
        assertThat(file.header("content-type")).startsWith("image/svg+xml");
        assertThat(file.header("content-security-policy")).contains("sandbox");
        assertThat((long) file.text().getBytes(StandardCharsets.UTF_8).length)
                .isEqualTo(inject.body().get("attachments").get(0).get("bytes").longValue());

        isRefused(stage.http().get(path), 401, "no-token");
        isRefused(stage.http().bearer(waiting.token()).get(path), 404, "unknown-attachment");
        isRefused(stage.http().bearer(player.token()).get(path.replace("sketch", "other")), 404, "unknown-attachment");
        Stage.Exercise other = stage.started();
        isRefused(
                stage.http()
                        .bearer(player.token())
                        .get(path.replace(exercise.id().toString(), other.id().toString())),
                401,
                "no-token");
        page.close();
    }

    @Test
    void somebodySignedInJoinsAsThemselvesAndComesBackOnAnyBrowser() {
        // wrong codes of other tests came from the same address
        stage.time.advance(Duration.ofHours(1));
        Stage.Exercise exercise = stage.exercise();
        String code = exercise.code(Stage.REST_CENTRE);
        String session = stage.signIn("apprentice");
        Http.Response opened = stage.http().with("Cookie", session).post("code", Map.of("code", code));
        assertThat(opened.status()).as(opened.text()).isEqualTo(200);
        String you = opened.get("you");
        assertThat(you).isNotBlank();

        Http.Response joined = stage.http().with("Cookie", session).post("join", asking(code, "Somebody else"));
        assertThat(joined.status()).as(joined.text()).isEqualTo(200);
        Http.Response me =
                stage.http().with("Cookie", stage.signIn("apprentice")).get("/play/api/me");
        assertThat(FeedJson.MAPPER.readValue(me.text(), JoinWords.Mine.class).exercises())
                .contains(new JoinWords.Membership(exercise.id(), "Caravan site", you));
        String own = me.cookies().stream()
                .filter(each -> each.startsWith("startex-play-" + exercise.id()))
                .findFirst()
                .orElseThrow();
        Page page = Page.connect(
                stage,
                exercise.id(),
                Map.of("Origin", stage.base.toString(), "Cookie", own.substring(0, own.indexOf(';'))),
                "startex.feed.v1",
                true);
        page.resume(0);
        Page.Frame welcome = page.next("welcome");
        assertThat(welcome.json().get("you").get("name").stringValue()).isEqualTo(you);
        assertThat(welcome.json().get("you").get("account").booleanValue()).isTrue();
        assertThat(welcome.json().get("you").get("participant").stringValue()).isEqualTo(joined.get("participant"));
        page.close();
    }

    @Test
    void thePageIsAtEachOfItsAddresses() {
        String start = stage.http().get("/play/index.html").text();
        for (String path :
                List.of("/play", "/play/K7M4RX", "/play/i", "/play/exercise/6f2c1f0e-4a2f-4a6e-9b57-0d6a0f2f9d10")) {
            Http.Response page = stage.http().get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.text()).isEqualTo(start);
            assertThat(page.header("cache-control")).isEqualTo("no-cache");
        }
    }
}
