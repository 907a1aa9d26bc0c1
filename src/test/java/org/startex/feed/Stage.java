package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.TestComponent;
import org.startex.conduct.AdHocInject;
import org.startex.conduct.ConductService;
import org.startex.conduct.JoinCode;
import org.startex.conduct.JoiningService;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.Channel;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PersonId;
import org.startex.kernel.PublicAddress;
import org.startex.ledger.Answer;
import org.startex.people.Caller;
import org.startex.testing.SettableTime;

/** Where tests of the feed play: the running program, a director, and players who join as machines do. */
@TestComponent
class Stage implements DisposableBean {
    static final CellCode REST_CENTRE = new CellCode("rest-centre");
    static final CellCode TACTICAL = new CellCode("tactical");

    private static final AtomicInteger NAMES = new AtomicInteger();

    final ConductService conduct;
    final JoiningService joining;
    final SettableTime time;
    final URI base;
    final HttpClient http = HttpClient.newHttpClient();
    private final DSLContext sql;

    Stage(ConductService conduct, JoiningService joining, SettableTime time, PublicAddress address, DSLContext sql) {
        this.conduct = conduct;
        this.joining = joining;
        this.time = time;
        this.base = address.base();
        this.sql = sql;
    }

    @Override
    public void destroy() {
        http.shutdownNow();
    }

    Caller person(String username, InstallationRole... roles) {
        UUID person = (UUID) sql.fetchValue("select person_id from account where username = ?", username);
        return new Caller.SignedIn(new PersonId(person), Set.of(roles));
    }

    /** A planned exercise with its codes. */
    Exercise exercise() {
        Caller director = person("director", InstallationRole.EXERCISE_DIRECTOR);
        ExerciseId id = conduct.plan(director, "caravan-site", "Caravan site", time.instant());
        return new Exercise(this, director, id);
    }

    /** A planned exercise whose STARTEX was just now; its first inject, for every cell, has been delivered. */
    Exercise started() {
        Exercise exercise = exercise();
        exercise.act(id -> conduct.start(exercise.director(), exercise.id(), id));
        return exercise;
    }

    /** The cookies of a browser in which somebody has signed in. */
    String signIn(String username) {
        try (HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            URI page = base.resolve("/sign-in");
            HttpResponse<String> form =
                    browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
            Matcher csrf =
                    Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"").matcher(form.body());
            String token = csrf.find() ? csrf.group(1) : "";
            HttpRequest request = HttpRequest.newBuilder(page)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", base.toString())
                    .POST(BodyPublishers.ofString("username=" + username + "&password=startex-practice&_csrf="
                            + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                    .build();
            HttpResponse<String> signedIn = browser.send(request, BodyHandlers.ofString());
            assertThat(signedIn.headers().firstValue("Location"))
                    .as("signed in: %s", signedIn.statusCode())
                    .hasValueSatisfying(where -> assertThat(where).doesNotContain("sign-in"));
            CookieManager cookies = (CookieManager) browser.cookieHandler().orElseThrow();
            return String.join(
                    "; ",
                    cookies.getCookieStore().getCookies().stream()
                            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    Http http() {
        return new Http(http, base);
    }

    record Player(ExerciseId exercise, ParticipantId participant, String name, String token, String rejoinCode) {}

    /** One exercise as its director handles it. */
    record Exercise(Stage stage, Caller director, ExerciseId id) {
        Answer act(Function<ClientId, CompletableFuture<Answer>> act) {
            Answer answer =
                    act.apply(ClientId.random()).orTimeout(10, TimeUnit.SECONDS).join();
            assertThat(answer).isInstanceOf(Answer.Done.class);
            return answer;
        }

        /** The code that leads to a cell; null for the one for which a controller admits. */
        String code(@Nullable CellCode cell) {
            return stage.joining.codes(director, id).stream()
                    .filter(code -> Objects.equals(code.cell(), cell))
                    .map(JoinCode::code)
                    .findFirst()
                    .orElseThrow();
        }

        Player join(CellCode cell) {
            return joinByCode(code(cell));
        }

        Player joinByCode(String code) {
            String name = "Player " + NAMES.incrementAndGet();
            Http.Response joined = stage.http()
                    .bearer("none")
                    .post("join", Map.of("code", code, "name", name, "organisation", "Borough council"));
            assertThat(joined.status()).as(joined.text()).isEqualTo(200);
            return new Player(
                    id,
                    ParticipantId.of(joined.get("participant")),
                    name,
                    joined.get("token"),
                    joined.get("rejoinCode"));
        }

        Page page(Player player) {
            return Page.connect(stage, this.id(), player.token());
        }

        /** A page that has asked for everything and is up to date. */
        Page resumed(Player player) {
            Page page = page(player);
            page.resume(0);
            page.next("upTo");
            return page;
        }

        long send(String number) {
            return seq(act(client -> stage.conduct.send(director, id, client, new InjectNumber(number))));
        }

        long adHoc(String title, String text, String... to) {
            List<Addressee> addressees = Stream.of(to).map(Addressee::of).collect(Collectors.toList());
            AdHocInject inject = new AdHocInject(title, "Fire control", addressees, Channel.PHONE, text);
            return seq(act(client -> stage.conduct.sendAdHoc(director, id, client, inject)));
        }

        private static long seq(Answer answer) {
            return ((Answer.Done) answer).seq();
        }
    }
}
