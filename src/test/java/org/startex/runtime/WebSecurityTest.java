package org.startex.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.context.TestPropertySource;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;
import org.startex.people.Caller;
import org.startex.people.PeopleService;
import org.startex.people.SignedInPerson;
import org.startex.testing.SettableTime;
import org.startex.testing.StartexTest;

@StartexTest
@TestPropertySource(properties = "startex.test.crowd=true") // moves the time of its installation
class WebSecurityTest {
    private static final Caller ADMINISTRATOR =
            new Caller.SignedIn(PersonId.random(), Set.of(InstallationRole.ADMINISTRATOR));
    private static final String PASSWORD = "startex-practice";

    @LocalServerPort
    int port;

    @Autowired
    PeopleService people;

    @Autowired
    UserDetailsService accounts;

    @Autowired
    SettableTime time;

    private Visitor visitor;

    @BeforeEach
    void somebodyComes() {
        visitor = new Visitor(port);
    }

    @AfterEach
    void nobodyWaits() {
        visitor.close();
        time.advance(Duration.ofMinutes(10));
    }

    @Nested
    class SigningIn {
        @ParameterizedTest
        @ValueSource(strings = {"/", "/account", "/people", "/library"})
        void strangersAreSentToTheSignInPage(String path) throws Exception {
            HttpResponse<String> response = visitor.get(path);
            assertThat(response.statusCode()).isEqualTo(302);
            assertThat(location(response)).startsWith("/sign-in");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/sign-in", "/welcome/x", "/app/tokens.css", "/actuator/health"})
        void whatComesBeforeTheDoorIsOpen(String path) throws Exception {
            assertThat(visitor.get(path).statusCode()).isNotIn(301, 302, 303, 401, 403);
        }

        @Test
        void thePasswordOpens() throws Exception {
            HttpResponse<String> response = visitor.signIn("Director", PASSWORD);
            assertThat(response.statusCode()).isEqualTo(302);
            assertThat(location(response)).doesNotContain("sign-in");
            assertThat(visitor.isSignedIn()).isTrue();
        }

        @Test
        void cookiesAreOutOfReachOfScriptsAndOtherSites() throws Exception {
            HttpResponse<String> response = visitor.signIn("director", PASSWORD);
            assertThat(response.headers().allValues("Set-Cookie"))
                    .hasSizeGreaterThanOrEqualTo(2)
                    .anyMatch(cookie -> cookie.startsWith("JSESSIONID="))
                    .anyMatch(cookie -> cookie.startsWith(WebSecurityRememberMe.COOKIE + "="))
                    .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
        }

        @ParameterizedTest
        @CsvSource({"director, wrong wrong wrong", "nobody, startex-practice", "'', ''", "director, ''"})
        void anythingElseDoesNot(String username, String password) throws Exception {
            HttpResponse<String> response = visitor.signIn(username, password);
            assertThat(location(response)).isEqualTo("/sign-in?failed");
            assertThat(visitor.isSignedIn()).isFalse();
        }

        @Test
        void guessersWaitAndAreToldHowLong() throws Exception {
            for (int i = 0; i < 10; i++) {
                assertThat(location(visitor.signIn("assessor", "wrong wrong " + i)))
                        .isEqualTo("/sign-in?failed");
            }
            assertThat(location(visitor.signIn("assessor", PASSWORD))).isEqualTo("/sign-in?wait=31");
            assertThat(location(visitor.signIn("evaluator", PASSWORD))).doesNotContain("sign-in");
            time.advance(Duration.ofSeconds(31));
            assertThat(location(visitor.signIn("assessor", PASSWORD))).doesNotContain("sign-in");
        }

        @Test
        void aPageOfAnotherSiteCannotSignABrowserIn() throws Exception {
            for (String origin :
                    new String[] {"https://evil.example", "null", "http://localhost.evil.example:" + port}) {
                HttpResponse<String> response = visitor.signIn("director", PASSWORD, Map.of(), origin);
                assertThat(response.statusCode()).as(origin).isEqualTo(403);
            }
        }

        @Test
        void theSessionGetsANewNameAtTheDoor() throws Exception {
            visitor.get("/sign-in");
            String before = visitor.cookie("JSESSIONID").orElseThrow();
            visitor.signIn("director", PASSWORD);
            assertThat(visitor.cookie("JSESSIONID").orElseThrow()).isNotEqualTo(before);
        }
    }

    @Nested
    class StayingSignedIn {
        @Test
        void aBrowserThatWasAskedToComesBackWithoutItsSession() throws Exception {
            visitor.signIn("director", PASSWORD);
            String first = visitor.cookie(WebSecurityRememberMe.COOKIE).orElseThrow();
            visitor.keepOnly(WebSecurityRememberMe.COOKIE);
            assertThat(visitor.isSignedIn()).isTrue();
            assertThat(visitor.cookie(WebSecurityRememberMe.COOKIE))
                    .isPresent()
                    .hasValueSatisfying(next -> assertThat(next).isNotEqualTo(first));
        }

        @Test
        void oneThatWasNotDoesNot() throws Exception {
            visitor.signIn("director", PASSWORD, Map.of(), visitor.origin());
            assertThat(visitor.isSignedIn()).isTrue();
            visitor.keepOnly(WebSecurityRememberMe.COOKIE);
            assertThat(visitor.isSignedIn()).isFalse();
        }

        @Test
        void aCopiedCookieEndsBothAndSaysSo() throws Exception {
            visitor.signIn("author", PASSWORD);
            String copied = visitor.cookie(WebSecurityRememberMe.COOKIE).orElseThrow();
            try (Visitor thief = new Visitor(port)) {
                thief.put(WebSecurityRememberMe.COOKIE, copied);
                assertThat(thief.isSignedIn()).isTrue();
                time.advance(Duration.ofMinutes(2));
                visitor.keepOnly(WebSecurityRememberMe.COOKIE);
                assertThat(visitor.isSignedIn()).isFalse();
                assertThat(visitor.cookie(WebSecurityRememberMe.COOKIE)).isEmpty();
                assertThat(thief.isSignedIn()).isFalse();
                thief.keepOnly(WebSecurityRememberMe.COOKIE);
                assertThat(thief.isSignedIn()).isFalse();
            }
        }

        @Test
        void signingOutEverywhereEndsEveryBrowserAtOnce() throws Exception {
            visitor.signIn("controller", PASSWORD);
            try (Visitor other = new Visitor(port);
                    Visitor somebodyElse = new Visitor(port)) {
                other.signIn("controller", PASSWORD);
                somebodyElse.signIn("evaluator", PASSWORD);
                SignedInPerson controller = (SignedInPerson) accounts.loadUserByUsername("controller");
                people.signOutEverywhere(controller.caller(), controller.person());
                assertThat(visitor.isSignedIn()).isFalse();
                assertThat(other.isSignedIn()).isFalse();
                assertThat(somebodyElse.isSignedIn()).isTrue();
            }
        }

        @Test
        void anEndedSessionIsGoneFromTheServerAndNotOnlyRefused() throws Exception {
            int before = sessions.count();
            visitor.signIn("apprentice", PASSWORD);
            visitor.get("/account");
            assertThat(sessions.count()).isGreaterThan(before);
            SignedInPerson apprentice = (SignedInPerson) accounts.loadUserByUsername("apprentice");
            people.signOutEverywhere(apprentice.caller(), apprentice.person());
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(sessions.count()).isLessThanOrEqualTo(before));
        }

        @Test
        void aDisabledAccountIsOutAtTheNextRequest() throws Exception {
            visitor.signIn("evaluator", PASSWORD);
            PersonId evaluator = ((SignedInPerson) accounts.loadUserByUsername("evaluator")).person();
            people.setEnabled(ADMINISTRATOR, evaluator, false);
            try {
                assertThat(visitor.isSignedIn()).isFalse();
                assertThat(location(visitor.signIn("evaluator", PASSWORD))).isEqualTo("/sign-in?failed");
            } finally {
                people.setEnabled(ADMINISTRATOR, evaluator, true);
            }
        }

        @Autowired
        WebSecurityLiveSessions sessions;
    }

    @Nested
    class Headers {
        @Test
        void thePlayersPageRunsWhatWasBuiltWithIt() throws Exception {
            HttpResponse<String> response = visitor.get("/play");
            assertThat(header(response, "Content-Security-Policy"))
                    .startsWith("default-src 'none'; script-src 'self';")
                    .contains(
                            "connect-src 'self' ws://localhost:" + port + ";",
                            "frame-ancestors 'none'",
                            "base-uri 'none'")
                    .doesNotContain("unsafe-eval");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/sign-in",
                    "/play",
                    "/play/api/me",
                    "/app/tokens.css",
                    "/no-such-page",
                    "/actuator/health",
                    "/VAADIN/x"
                })
        void everyAnswerIsGuarded(String path) throws Exception {
            HttpResponse<String> response = visitor.get(path);
            assertThat(header(response, "Content-Security-Policy"))
                    .contains("frame-ancestors 'none'", "form-action 'self'");
            assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(response, "Referrer-Policy")).isEqualTo("same-origin");
            assertThat(header(response, "Permissions-Policy")).contains("camera=()");
            assertThat(response.headers().allValues("X-Frame-Options")).hasSize(1);
            assertThat(response.headers().firstValue("Strict-Transport-Security"))
                    .isEmpty();
        }

        @Test
        void otherActuatorEndpointsAreNotThere() throws Exception {
            assertThat(visitor.get("/actuator/env").statusCode()).isNotEqualTo(200);
        }
    }

    @Nested
    class Origins {
        @ParameterizedTest(name = "{0} {1} {2}")
        @CsvSource(
                delimiter = '|',
                nullValues = "-",
                value = {
                    "https://evil.example|-|403",
                    "http://localhost|-|403",
                    "null|-|403",
                    "-|-|403",
                    "-|Basic eDp5|403",
                    "https://evil.example|Bearer x|403",
                    "OURS|-|open",
                    "http://127.0.0.1:PORT|-|open",
                    "-|Bearer x|open"
                })
        void onlyOurPagesAndMachinesWithATokenOpenASocket(
                @Nullable String origin, @Nullable String authorization, String expected) throws Exception {
            int status = handshake(
                    origin == null
                            ? null
                            : origin.replace("OURS", visitor.origin()).replace("PORT", "" + port),
                    authorization,
                    origin != null && origin.contains("127.0.0.1") ? "127.0.0.1:" + port : "localhost:" + port);
            if (expected.equals("403")) {
                assertThat(status).isEqualTo(403);
            } else {
                assertThat(status).isNotEqualTo(403);
            }
        }

        @Test
        void aPlayersActNeedsOurOriginAndItsMark() throws Exception {
            assertThat(act(visitor.origin(), "1")).isNotEqualTo(403);
            assertThat(act("/play/%61pi/code", visitor.origin(), null)).isEqualTo(403);
            assertThat(act(visitor.origin(), null)).isEqualTo(403);
            assertThat(act("https://evil.example", "1")).isEqualTo(403);
            assertThat(act(null, "1")).isEqualTo(403);
        }

        private int act(@Nullable String origin, @Nullable String mark) throws Exception {
            return act("/play/api/code", origin, mark);
        }

        private int act(String path, @Nullable String origin, @Nullable String mark) throws Exception {
            var request = visitor.post(path, "{\"code\": \"AAAAAA\"}", "application/json");
            if (origin != null) {
                request.header("Origin", origin);
            }
            if (mark != null) {
                request.header("X-Startex", mark);
            }
            return visitor.send(request).statusCode();
        }

        private int handshake(@Nullable String origin, @Nullable String authorization, String host) throws IOException {
            StringBuilder request = new StringBuilder(
                            "GET /ws/feed?exercise=6f2c1f0e-4a2f-4a6e-9b57-0d6a0f2f9d10 HTTP/1.1\r\n")
                    .append("Host: ")
                    .append(host)
                    .append("\r\n")
                    .append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n")
                    .append(
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: startex.feed.v1\r\n");
            if (origin != null) {
                request.append("Origin: ").append(origin).append("\r\n");
            }
            if (authorization != null) {
                request.append("Authorization: ").append(authorization).append("\r\n");
            }
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
                String line = new BufferedReader(
                                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine();
                return Integer.parseInt(line.split(" ", -1)[1]);
            }
        }
    }

    private static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]*", "");
    }

    private static String header(HttpResponse<?> response, String name) {
        assertThat(response.headers().allValues(name)).as(name).hasSize(1);
        return response.headers().firstValue(name).orElseThrow();
    }
}
