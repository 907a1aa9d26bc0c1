package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The hot debrief over HTTP, as a participant's page asks. */
@FeedTest
class HotDebriefTest {
    @Autowired
    Stage stage;

    @Test
    void aPageAnswersAfterEndexAndIsToldHowItStands() {
        Stage.Exercise exercise = stage.started();
        Stage.Player player = exercise.join(Stage.REST_CENTRE);
        String path = "hot-debrief/" + exercise.id();
        Http http = stage.http().bearer(player.token());
        assertThat(http.get("/play/api/" + path).get("state")).isEqualTo("before");
        refused(http.post(path, said(true, "Early")), 422, "hot-debrief-before-endex");

        exercise.act(id -> stage.conduct.end(exercise.director(), exercise.id(), id, ""));
        Http.Response open = http.get("/play/api/" + path);
        assertThat(open.status()).isEqualTo(200);
        assertThat(open.get("state")).isEqualTo("open");
        assertThat(open.get("naming")).isEqualTo("choice");
        assertThat(open.json().get("mine").isNull()).isTrue();

        Http.Response sent = http.post(path, said(true, "Heard each other out"));
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        assertThat(sent.json().get("answered").booleanValue()).isTrue();
        assertThat(sent.json().get("mine").get("wentWell").stringValue()).isEqualTo("Heard each other out");
        assertThat(http.post(path, said(true, "Heard each other out")).status())
                .as("the same again")
                .isEqualTo(200);
        refused(http.post(path, said(true, "")), 422, "hot-debrief-empty");
        refused(http.post(path, said(true, "a\0b")), 400, "not-in-protocol");
        refused(http.post(path, "{}"), 400, "not-in-protocol");

        assertThat(http.post(path, said(false, "Now without a name"))
                        .json()
                        .get("mine")
                        .isNull())
                .isTrue();
    }

    @Test
    void onlyWhoHoldsATokenOfTheExerciseIsAnswered() {
        Stage.Exercise exercise = stage.started();
        Stage.Player elsewhere = stage.started().join(Stage.REST_CENTRE);
        refused(stage.http().post("hot-debrief/" + exercise.id(), said(true, "x")), 401, "no-token");
        refused(
                stage.http().bearer(elsewhere.token()).post("hot-debrief/" + exercise.id(), said(true, "x")),
                401,
                "no-token");
        assertThat(stage.http().post("hot-debrief/nonsense", said(true, "x")).status())
                .isEqualTo(401);
    }

    private static void refused(Http.Response response, int status, String reason) {
        assertThat(response.status()).as(response.text()).isEqualTo(status);
        assertThat(response.get("reason")).isEqualTo(reason);
        assertThat(response.get("message")).isNotBlank();
    }

    private static Map<String, Object> said(boolean withName, String wentWell) {
        return new HashMap<>(Map.of(
                "withName", withName,
                "slip", "kQ3nV0r7c2mJx9uYb4tHsW",
                "wentWell", wentWell,
                "didNot", "",
                "differently", ""));
    }
}
