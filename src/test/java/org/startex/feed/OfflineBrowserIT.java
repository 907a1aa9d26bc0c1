package org.startex.feed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.startex.testing.Screens.button;
import static org.startex.testing.Screens.join;
import static org.startex.testing.Screens.signIn;
import static org.startex.testing.Screens.tab;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.startex.Startex;
import org.startex.conduct.Ticker;
import org.startex.kernel.InstallationRole;
import org.startex.logbook.Decision;
import org.startex.logbook.LogbookService;
import org.startex.people.Caller;
import org.startex.testing.Browsers;
import org.startex.testing.Cable;
import org.startex.testing.Looks;
import org.startex.testing.SettableTime;
import org.startex.testing.TestPostgres;

/** The player's page without a network, in a real browser: it opens, it takes what is written, and all of it arrives once and in order, also at a server that was restarted meanwhile. */
class OfflineBrowserIT {
    /** The page's clock goes on when the test says so, through reloads. */
    private static final String AHEAD =
            "{ const now = Date.now.bind(Date); Date.now = () => now() + Number(sessionStorage.getItem('ahead') ?? 0); }";

    private static final String GO_AHEAD =
            "millis => sessionStorage.setItem('ahead', String(Number(sessionStorage.getItem('ahead') ?? 0) + millis))";

    /** The feed is written down on the phone a moment after it has come. */
    private static final String FEED_IS_KEPT = """
            () => new Promise(done => {
              const open = indexedDB.open('startex-player', 1);
              open.onsuccess = () => {
                const keys = open.result.transaction('kept').objectStore('kept').getAllKeys();
                keys.onsuccess = () => {
                  open.result.close();
                  done(keys.result.some(key => key.endsWith('/feed')));
                };
              };
            })""";

    private static final String NEWER = "f".repeat(64);

    private static final Pattern LATE =
            Pattern.compile("Entered late because the network was down: written .+, recorded .+");

    private static final Duration BETWEEN = Duration.ofSeconds(36);

    private final SettableTime time = new SettableTime();
    private final String database = TestPostgres.get().freshDatabase();
    private final int port = freePort();

    @Test
    void whatIsWrittenWithoutANetworkArrivesOnceInOrderAndSaysWhy() throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
        ConfigurableApplicationContext program = start(false);
        try (Cable cable = new Cable(port);
                Browsers browsers = new Browsers("http://localhost:" + cable.port())) {
            Stage.Exercise exercise = program.getBean(Stage.class).started();
            Page phone = browsers.phone();
            phone.addInitScript(AHEAD);
            join(phone, exercise.code(Stage.REST_CENTRE), "M. Okafor", "Borough council");
            assertThat(button(phone, "^Acknowledge")).isVisible();
            phone.waitForFunction("navigator.serviceWorker.controller !== null");

            assertThat((List<?>) phone.evaluate("caches.keys()"))
                    .singleElement()
                    .asString()
                    .matches("startex-play-[0-9a-f]{64}");

            assertThat(phone.evaluate(
                            "async () => (await (await caches.match('/app/base-map.json')).json()).coasts.length > 50"))
                    .isEqualTo(true);

            until(phone, FEED_IS_KEPT);
            Instant cut = time.advance(Duration.ofSeconds(10));
            writeWithoutNetwork(program, phone, cable, 1);
            cable.plugIn();
            arrive(phone, 5);
            assertThat(decisions(program, exercise)).hasSize(5);
            List<Decision> first = decisions(program, exercise);
            theyCameLate(first, cut);

            writeWithoutNetwork(program, phone, cable, 6);
            program.close();
            time.advance(Duration.ofSeconds(5));
            program = start(true);
            cable.plugIn();
            arrive(phone, 10);
            List<Decision> all = decisions(program, exercise);
            assertThat(all.stream().map(each -> each.fact().words().decision()))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 10)
                            .mapToObj(OfflineBrowserIT::decision)
                            .toList());
            assertThat(all.stream().map(each -> each.fact().number())).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            theyCameLate(all.subList(5, 10), first.getLast().recordedAt());

            tab(phone, "Decisions");
            assertThat(phone.getByText(LATE)).hasCount(10);
            Page director = browsers.laptop();
            theLogSaysWhy(director, exercise);
            messagesAndAcknowledgementsSayItToo(program, phone, cable);
            theMessageDeskSaysIt(director, exercise);
            takeTheNewVersion(phone);
            assertThat(browsers.errors()).isEmpty();
        } finally {
            program.close();
        }
    }

    /** Each channel looks like itself, what comes with it is shown, and nothing of it runs in our name. */
    @Test
    void channelsLookLikeThemselves() throws IOException, InterruptedException {
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
        Path scenarios =
                Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-home")), "channels-");
        ChannelsScenario.into(scenarios);
        Looks looks = new Looks("channels");
        try (ConfigurableApplicationContext program = start(false, "startex.scenarios=" + scenarios);
                Browsers browsers = new Browsers("http://localhost:" + port)) {
            Stage stage = program.getBean(Stage.class);
            Caller director = stage.person("director", InstallationRole.EXERCISE_DIRECTOR);
            Stage.Exercise exercise = new Stage.Exercise(
                    stage,
                    director,
                    stage.conduct.plan(director, ChannelsScenario.SLUG, "Every channel", time.instant()));
            exercise.act(id -> stage.conduct.start(director, exercise.id(), id));
            Page phone = join(browsers.phone(), exercise.code(Stage.REST_CENTRE), "M. Okafor", "Borough council");
            assertThat(phone.locator(".look")).hasCount(10);
            assertThat(phone).hasTitle("EXERCISE: (10) Rest centre, Every channel · Startex");
            assertThat(phone.locator(".look-methane dt")).hasText(new String[] {
                "Major incident",
                "Exact location",
                "Type of incident",
                "Hazards",
                "Access",
                "Number of casualties",
                "Emergency services"
            });
            assertThat(phone.locator(".look-mail .part-subject dd")).hasText("Coaches for Brackwater");
            assertThat(phone.locator(".look-mark")).hasCount(10);
            assertThat(phone.locator(".map .legend li").filter(new Locator.FilterOptions().setHasText("Rendezvous")))
                    .containsText("B5");
            assertThat(phone.locator(".map .based .town").filter(new Locator.FilterOptions().setHasText("London")))
                    .hasCount(1);
            assertThat(phone.getByLabel("this map lies around 50.4° N, 4.2° W")).isVisible();
            assertThat(phone.locator(".map .locator")).hasCount(1);
            button(phone, "^Picture: A street under water").scrollIntoViewIfNeeded();
            assertThat(phone.locator(".picture img")).hasJSProperty("naturalWidth", 320);
            looks.at(phone, "player");
            button(phone, "^Picture: A street under water").click();
            looks.as(phone, "picture");
            phone.keyboard().press("Escape");
            assertThat(button(phone, "^Picture: A street under water")).isFocused();

            aFilmComesPieceByPiece(stage, exercise);
            Page laptop = browsers.laptop();
            signIn(laptop, "director");
            laptop.navigate("/library/" + ChannelsScenario.SLUG);
            laptop.getByText("Where it is").first().click();
            assertThat(laptop.locator(".look-map, sx-map svg").first()).isVisible();
            assertThat(laptop.locator("sx-map .based .town").filter(new Locator.FilterOptions().setHasText("London")))
                    .hasCount(1);
            assertThat(laptop.locator("sx-map .locator")).hasCount(1);
            looks.as(laptop, "staff-map");
            laptop.getByText("METHANE: release").first().click();
            assertThat(laptop.locator(".look-methane dt")).hasCount(7);
            looks.as(laptop, "staff-methane");
            assertThat(browsers.errors()).isEmpty();
            looks.nothingInTheWay();
        }
    }

    private static void aFilmComesPieceByPiece(Stage stage, Stage.Exercise exercise)
            throws IOException, InterruptedException {
        Stage.Player player = exercise.join(Stage.REST_CENTRE);
        org.startex.feed.Page page = exercise.resumed(player);
        long inject = page.entries().stream()
                .filter(frame -> frame.kind().equals("inject")
                        && frame.body().get("channel").stringValue().equals("situation-report"))
                .findFirst()
                .orElseThrow()
                .seq();
        page.close();
        URI film = stage.base.resolve("/play/api/attachment/" + exercise.id() + "/" + inject + "/film.mp4");
        HttpResponse<byte[]> whole = stage.http.send(request(film, player).build(), BodyHandlers.ofByteArray());
        assertThat(whole.body()).hasSize(ChannelsScenario.FILM_BYTES);
        assertThat(whole.body()[19_999_999]).isEqualTo((byte) (19_999_999 % 251));
        String tag = whole.headers().firstValue("etag").orElseThrow();
        assertThat(whole.headers().firstValue("content-security-policy").orElseThrow())
                .contains("sandbox")
                .contains("default-src 'none'");
        assertThat(whole.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(whole.headers().firstValue("cache-control").orElseThrow()).contains("private");

        HttpResponse<byte[]> part = stage.http.send(
                request(film, player).header("Range", "bytes=12345678-12345687").build(), BodyHandlers.ofByteArray());
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).hasSize(10).startsWith((byte) (12_345_678 % 251));
        assertThat(stage.http
                        .send(request(film, player).header("If-None-Match", tag).build(), BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(304);
    }

    private static HttpRequest.Builder request(URI address, Stage.Player player) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + player.token());
    }

    /** Five decisions in three minutes without a network, with a reload in the middle. */
    private void writeWithoutNetwork(ConfigurableApplicationContext program, Page page, Cable cable, int from) {
        cable.pull();
        assertThat(page.getByText(Pattern.compile("^(Reconnecting|No connection for)"))
                        .first())
                .isVisible();
        for (int number = from; number < from + 5; number++) {
            if (number == from + 2) {
                page.reload();
                assertThat(page.getByText("2 entries waiting to be sent").first())
                        .isVisible();
                assertThat(page.getByText("Rest centre").first()).isVisible();
            }
            decide(page, decision(number));
            assertThat(page.getByText(number == from ? "1 entry waiting" : (number - from + 1) + " entries waiting")
                            .first())
                    .isVisible();
            pass(program, page);
        }
    }

    private static String decision(int number) {
        return "Decision of the rest centre, the %d.".formatted(number);
    }

    private static void decide(Page page, String decision) {
        button(page, "^Log a decision").click();
        page.getByLabel("What did you decide?").fill(decision);
        page.getByLabel(Pattern.compile("^Why\\?")).fill("Nobody can be asked just now");
        button(page, "^Log decision").click();
        assertThat(page.getByLabel("What did you decide?")).hasCount(0);
    }

    /** The same time passes for the phone and for the program, which beats all the while. */
    private void pass(ConfigurableApplicationContext program, Page page) {
        Ticker ticker = program.getBean(Ticker.class);
        for (int second = 0; second < BETWEEN.toSeconds(); second++) {
            time.advance(Duration.ofSeconds(1));
            ticker.beat();
        }
        page.evaluate(GO_AHEAD, Math.toIntExact(BETWEEN.toMillis()));
    }

    /** Presses "Try now" unless the page has come back by itself, which it may do at any moment. */
    private static void tryNow(Page page) {
        button(page, "^Try now").evaluateAll("buttons => buttons[0]?.click()");
    }

    private static void arrive(Page page, int decisions) {
        tryNow(page);
        assertThat(page.getByText(Pattern.compile("entr(y|ies) waiting to be sent")))
                .hasCount(0);
        tab(page, "Decisions");
        assertThat(page.locator("article.decision")).hasCount(decisions);
        tab(page, "Feed");
    }

    /** The server has come back with a newer page: it says so while nobody is writing, and nothing that was written is lost. */
    private static void takeTheNewVersion(Page page) {
        tab(page, "Feed");
        assertThat(page.getByText("A new version is ready")).isVisible();
        button(page, "^Log a decision").click();
        page.getByLabel("What did you decide?").fill("Half written");
        assertThat(page.getByText("A new version is ready")).hasCount(0);
        page.keyboard().press("Escape");
        button(page, "^Use it now").click();
        until(page, "async () => (await caches.keys()).join() === 'startex-play-%s'".formatted(NEWER));
        tab(page, "Decisions");
        assertThat(page.getByText("Half written").first()).isVisible();
        assertThat(page.getByText("A new version is ready")).hasCount(0);
    }

    /** Waits for what the page itself has to wait for: a promise alone would count as true. */
    private static void until(Page page, String promised) {
        for (int i = 0; i < 150 && !holds(page, promised); i++) {
            page.waitForTimeout(100);
        }
        assertThat(page.evaluate(promised)).isEqualTo(true);
    }

    /** Not while the page is being loaded. */
    private static boolean holds(Page page, String promised) {
        try {
            return Boolean.TRUE.equals(page.evaluate(promised));
        } catch (PlaywrightException leaving) {
            return false;
        }
    }

    private static List<Decision> decisions(ConfigurableApplicationContext program, Stage.Exercise exercise) {
        return program.getBean(LogbookService.class).decisions(exercise.director(), exercise.id());
    }

    /** Each has the time at which it was written and the one at which it was recorded. */
    private void theyCameLate(List<Decision> decisions, Instant cut) {
        assertThat(decisions).allSatisfy(each -> {
            assertThat(each.fact().enteredLate()).isTrue();
            assertThat(each.fact().late()).isFalse();
            assertThat(each.recordedAt()).isEqualTo(time.instant());
        });
        for (int i = 0; i < decisions.size(); i++) {
            assertThat(Duration.between(
                            cut.plus(BETWEEN.multipliedBy(i)), decisions.get(i).occurredAt()))
                    .isBetween(Duration.ofSeconds(-20), Duration.ofSeconds(20));
        }
        assertThat(decisions.stream().map(Decision::occurredAt)).isSorted().doesNotHaveDuplicates();
    }

    private static void theLogSaysWhy(Page director, Stage.Exercise exercise) {
        signIn(director, "director");
        director.navigate("/exercise/" + exercise.id() + "/log");
        director.getByText(Pattern.compile("Decision 10: .* entered late because the network was down"))
                .first()
                .click();
        assertThat(director.getByText(LATE)).isVisible();
    }

    private void messagesAndAcknowledgementsSayItToo(ConfigurableApplicationContext program, Page page, Cable cable) {
        cable.pull();
        assertThat(page.getByText(Pattern.compile("^(Reconnecting|No connection for)"))
                        .first())
                .isVisible();
        tab(page, "Feed");
        button(page, "^Acknowledge").click();
        tab(page, "Messages");
        button(page, "^Write a message").click();
        page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true)).fill("Forty beds.");
        button(page, "^Send message").click();
        assertThat(page.getByText("2 entries waiting").first()).isVisible();
        pass(program, page);
        cable.plugIn();
        tryNow(page);
        assertThat(page.locator(".line .late-note")).hasText(LATE);
        tab(page, "Feed");
        assertThat(page.locator("sx-inject .late-note")).hasText(LATE);
    }

    private static void theMessageDeskSaysIt(Page director, Stage.Exercise exercise) {
        director.navigate("/exercise/" + exercise.id());
        button(director, "^Messages: 1 unread").click();
        assertThat(director.locator(".threads .late-line")).hasText(LATE);
        director.locator(".threads vaadin-button").click();
        assertThat(director.locator(".thread-lines .late-line")).hasText(LATE);
    }

    /** The same page in another version, as far as a browser can tell. */
    private static void newer(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest asked && asked.getRequestURI().equals("/play/sw.js")) {
            String worker =
                    new ClassPathResource("META-INF/resources/play/sw.js").getContentAsString(StandardCharsets.UTF_8);
            response.setContentType("text/javascript");
            response.getWriter().write(worker.replaceFirst("startex-play-[0-9a-f]{64}", "startex-play-" + NEWER));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** @param renewed whether it brings a newer page */
    private ConfigurableApplicationContext start(boolean renewed, String... more) throws IOException {
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-home")), "offline-");
        return new SpringApplicationBuilder(Startex.class, Stage.class)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean("settableTime", SettableTime.class, () -> time, bean -> bean.setPrimary(true));
                    if (renewed) {
                        beans.registerBean("newerPage", Filter.class, () -> OfflineBrowserIT::newer);
                    }
                })
                .build()
                .run(Stream.of(
                                Stream.of(more).map(setting -> "--" + setting),
                                Stream.of("--startex.home=" + home, "--startex.port=" + port),
                                TestPostgres.get().settings(database).stream())
                        .flatMap(settings -> settings)
                        .toArray(String[]::new));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
