package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.kernel.ExerciseId;

/** A stranger's socket gets nothing. */
@FeedTest
class StrangersTest {
    private static final String VERSION = "startex.feed.v1";

    @Autowired
    Stage stage;

    private void getsNothing(Page page, int code) {
        assertThat(page.closeCode()).isEqualTo(code);
        assertThat(page.all()).isEmpty();
    }

    @Test
    void withoutATokenNothingComes() {
        Stage.Exercise exercise = stage.started();
        getsNothing(Page.connect(stage, exercise.id(), Map.of("Origin", stage.base.toString()), VERSION, true), 4401);
    }

    @Test
    void withAMadeUpTokenNothingComes() {
        Stage.Exercise exercise = stage.started();
        getsNothing(Page.connect(stage, exercise.id(), "A".repeat(64)), 4401);
        getsNothing(Page.connect(stage, exercise.id(), "../etc"), 4401);
    }

    @Test
    void aTokenOfAnotherExerciseOpensNothing() {
        Stage.Exercise mine = stage.started();
        Stage.Exercise other = stage.started();
        Stage.Player player = mine.join(Stage.TACTICAL);
        getsNothing(Page.connect(stage, other.id(), player.token()), 4401);
        getsNothing(Page.connect(stage, ExerciseId.random(), player.token()), 4401);
    }

    @Test
    void theTokenInTheCookieOfAnotherExerciseOpensNothing() {
        Stage.Exercise mine = stage.started();
        Stage.Exercise other = stage.started();
        Stage.Player player = mine.join(Stage.TACTICAL);
        Map<String, String> headers = Map.of(
                "Origin",
                stage.base.toString(),
                "Cookie",
                "startex-play-" + mine.id() + "=" + player.token() + "; startex-play-" + other.id() + "="
                        + player.token());
        getsNothing(Page.connect(stage, other.id(), headers, VERSION, true), 4401);

        Page own = Page.connect(stage, mine.id(), headers, VERSION, true);
        own.resume(0);
        assertThat(own.next("welcome").json().get("you").get("name").stringValue())
                .isEqualTo(player.name());
        own.close();
    }

    @Test
    void aPageOfAnotherSiteIsNotLetIn() {
        Stage.Exercise exercise = stage.started();
        Stage.Player player = exercise.join(Stage.TACTICAL);
        Map<String, String> headers = Map.of(
                "Origin", "https://evil.example", "Cookie", "startex-play-" + exercise.id() + "=" + player.token());
        assertThatThrownBy(() -> Page.connect(stage, exercise.id(), headers, VERSION, true))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    void anotherVersionOfTheProtocolIsToldSo() {
        Stage.Exercise exercise = stage.started();
        Stage.Player player = exercise.join(Stage.TACTICAL);
        getsNothing(
                Page.connect(
                        stage,
                        exercise.id(),
                        Map.of("Authorization", "Bearer " + player.token()),
                        "startex.feed.v2",
                        true),
                4409);
    }

    @Test
    void nothingComesBeforeThePageAsks() throws InterruptedException {
        Stage.Exercise exercise = stage.started();
        Page page = exercise.page(exercise.join(Stage.TACTICAL));
        exercise.adHoc("Now", "Now.", "tactical");
        Thread.sleep(2500);
        assertThat(page.all()).isEmpty();
        page.close();
    }
}
