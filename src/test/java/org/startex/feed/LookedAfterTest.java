package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.startex.conduct.Joining;
import org.startex.kernel.ExerciseRole;
import org.startex.people.Caller;
import org.startex.people.ParticipantRegister;

/** A connection lasts as long as its token, and not as long as anything else. */
@FeedTest
class LookedAfterTest {
    @Autowired
    Stage stage;

    @Autowired
    ParticipantRegister register;

    @Autowired
    ServletWebServerApplicationContext program;

    private Stage.Player joinAs(Stage.Exercise exercise, Caller person) {
        Joining.Result result = stage.joining.join(
                person, new Joining.Request(exercise.code(Stage.REST_CENTRE), "", "", "", "127.0.0.1"));
        assertThat(result).isInstanceOf(Joining.Result.Joined.class);
        Joining.Result.Joined joined = (Joining.Result.Joined) result;
        return new Stage.Player(exercise.id(), joined.participant(), "apprentice", joined.token(), joined.rejoinCode());
    }

    @Test
    void everyTwentySecondsPagesArePingedAndThoseWhoseTokenHasEndedEnd() {
        Stage.Exercise exercise = stage.started();
        Stage.Player gone = exercise.join(Stage.REST_CENTRE);
        Page ended = exercise.resumed(gone);
        Page good = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        register.revokeTokens(exercise.id(), gone.participant());
        assertThat(ended.closeCode(Duration.ofSeconds(30))).isEqualTo(4401);
        assertThat(good.isPinged(Duration.ofSeconds(30))).isTrue();
        assertThat(good.isOpen()).isTrue();
        good.close();
    }

    @Test
    void theEndOfASessionIsNotTheEndOfThePage() {
        Stage.Exercise exercise = stage.started();
        Stage.Player apprentice = joinAs(exercise, stage.person("apprentice"));
        Map<String, String> headers = Map.of(
                "Origin",
                stage.base.toString(),
                "Cookie",
                stage.signIn("apprentice") + "; startex-play-" + exercise.id() + "=" + apprentice.token());
        Page page = Page.connect(stage, exercise.id(), headers, "startex.feed.v1", true);
        page.resume(0);
        page.next("upTo");

        TomcatWebServer server = (TomcatWebServer) Objects.requireNonNull(program.getWebServer());
        Session[] sessions = ((Context) server.getTomcat().getHost().findChildren()[0])
                .getManager()
                .findSessions();
        assertThat(sessions).isNotEmpty();
        Arrays.stream(sessions).forEach(Session::expire);

        long after = exercise.adHoc("After the session", "x", "rest-centre");
        page.next(frame -> frame.is("entry") && frame.seq() == after);
        assertThat(page.isOpen()).isTrue();
        page.close();
    }

    @Test
    void whoBecomesStaffLooksOnAtEverythingAndDoesNothing() {
        Stage.Exercise exercise = stage.started();
        Caller.SignedIn person = (Caller.SignedIn) stage.person("apprentice");
        Stage.Player apprentice = joinAs(exercise, person);
        long others = exercise.adHoc("For tactical", "x", "tactical");
        long own = exercise.adHoc("For the rest centre", "x", "rest-centre");
        Page page = exercise.resumed(apprentice);
        assertThat(page.seqs()).contains(own).doesNotContain(others);

        exercise.act(id ->
                stage.conduct.giveRole(exercise.director(), exercise.id(), id, person.person(), ExerciseRole.OBSERVER));
        page.next("resync");
        page.resume(0);
        page.next("upTo");
        assertThat(page.seqs()).contains(own, others);
        page.send("{\"type\": \"acknowledge\", \"clientId\": \"5f0c2a52-6f0e-4b43-9a56-0d7a7c4be001\", \"inject\": "
                + own + ", \"written\": 1, \"sent\": 1}");
        assertThat(page.next("refused").json().get("reason").stringValue()).isEqualTo("not-admitted");
        page.close();
    }
}
