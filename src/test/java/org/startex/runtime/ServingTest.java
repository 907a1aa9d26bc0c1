package org.startex.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jooq.DSLContext;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.startex.Startex;
import org.startex.kernel.PublicAddress;
import org.startex.testing.TestCertificate;
import org.startex.testing.TestPostgres;

/** The whole program with a server of its own, over HTTPS, behind a proxy that it trusts. */
@SpringBootTest(classes = Startex.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = ServingTest.OwnServer.class)
@DirtiesContext
@TestMethodOrder(MethodName.class)
class ServingTest {
    private static final Path FOLDER = freshFolder();
    private static final TestCertificate CERTIFICATE = TestCertificate.in(FOLDER);

    @Autowired
    PublicAddress address;

    @Autowired
    DSLContext dsl;

    @Autowired
    EmbeddedPostgres server;

    @Autowired
    PostgresWatch watch;

    @Test
    void servesHttpsWithTheGivenCertificate() throws Exception {
        assertThat(address.base().getScheme()).isEqualTo("https");
        assertThat(health(CERTIFICATE).statusCode()).isEqualTo(200);
        TestCertificate stranger = TestCertificate.in(Files.createTempDirectory(FOLDER, "stranger-"));
        assertThatThrownBy(() -> health(stranger)).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void believesWhatATrustedProxyForwards() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.of("/"))
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "hall.example.org")
                .header("X-Forwarded-Port", "443")
                .build();
        try (HttpClient client = client(CERTIFICATE)) {
            HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
            assertThat(response.statusCode()).isEqualTo(302);
            assertThat(URI.create(response.headers().firstValue("Location").orElseThrow())
                            .getHost())
                    .isIn("hall.example.org", null);
        }
    }

    @Test
    void sessionsAreInUtcWhateverTheMachineSays() {
        assertThat(dsl.fetchValue("show timezone")).isEqualTo("UTC");
        assertThat(dsl.fetchValue("select current_user::text")).isEqualTo("startex_app");
    }

    @Test
    void whileTheDatabaseIsAwayCallsFailSoonTheHealthPageTellsAndItComesBackByItself() throws Exception {
        watch.stop();
        ProcessHandle postmaster = server.process().orElseThrow();
        List<ProcessHandle> backends = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        backends.forEach(ProcessHandle::destroyForcibly);
        awaitEndOfServer();
        long start = System.nanoTime();
        assertThatThrownBy(() -> dsl.fetchValue("select 1"))
                .as("a cause that says that the database is away")
                .satisfies(failure -> assertThat(Stream.iterate(failure, cause -> cause != null, Throwable::getCause))
                        .anyMatch(SQLException.class::isInstance));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(7));
        HttpResponse<String> ill = health(CERTIFICATE);
        assertThat(ill.statusCode()).isEqualTo(503);
        assertThat(ill.body()).contains("\"db\":{\"status\":\"DOWN\"}");
        server.revive();
        assertThat(dsl.fetchValue("select 1")).isEqualTo(1);
        assertThat(health(CERTIFICATE).statusCode()).isEqualTo(200);
    }

    @Test
    void zTakesUpANewCertificateWithoutARestart() throws Exception {
        TestCertificate renewed = TestCertificate.in(FOLDER);
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                assertThat(health(renewed).statusCode()).isEqualTo(200);
                return;
            } catch (SSLHandshakeException notYet) {
                assertThat(System.nanoTime()).as("still the old certificate").isLessThan(end);
                Thread.sleep(500);
            }
        }
    }

    private void awaitEndOfServer() throws InterruptedException {
        for (int i = 0; i < 250 && server.process().isPresent(); i++) {
            Thread.sleep(20);
        }
        assertThat(server.process()).isEmpty();
    }

    private HttpResponse<String> health(TestCertificate trusted) throws IOException, InterruptedException {
        try (HttpClient client = client(trusted)) {
            return client.send(
                    HttpRequest.newBuilder(address.of("/actuator/health")).build(), BodyHandlers.ofString());
        }
    }

    private static HttpClient client(TestCertificate trusted) {
        return HttpClient.newBuilder().sslContext(trusted.trustingIt()).build();
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-home")), "serving-")
                    .toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A home of its own, with the programs of the shared server, as unpacking takes seconds. */
    static final class OwnServer implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Path postgres = Files.createDirectories(FOLDER.resolve("home/postgres"));
                Files.createSymbolicLink(
                        postgres.resolve("bin"), TestPostgres.get().programs());
                TestPropertyValues.of(
                                "startex.home=" + FOLDER.resolve("home"),
                                "startex.port=" + socket.getLocalPort(),
                                "startex.trusted-proxies=127.0.0.0/8,::1",
                                "startex.tls-certificate=" + CERTIFICATE.certificateFile(),
                                "startex.tls-key=" + CERTIFICATE.keyFile())
                        .applyTo(context);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }
}
