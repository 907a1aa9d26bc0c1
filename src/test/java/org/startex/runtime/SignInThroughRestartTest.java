package org.startex.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.startex.Startex;
import org.startex.testing.TestPostgres;

/** The program is started, stopped and started again on the same database, while a browser keeps its cookies. */
class SignInThroughRestartTest {
    private final String database = TestPostgres.get().freshDatabase();

    @TempDir
    Path home;

    @Test
    void aBrowserStaysSignedIn() throws Exception {
        int port = freePort();
        try (Visitor visitor = new Visitor(port)) {
            try (ConfigurableApplicationContext first = start(port)) {
                assertThat(first.isActive()).isTrue();
                visitor.signIn("director", "startex-practice");
                assertThat(visitor.isSignedIn()).isTrue();
            }
            String copy = visitor.cookie(WebSecurityRememberMe.COOKIE).orElseThrow();
            try (ConfigurableApplicationContext second = start(port);
                    Visitor stranger = new Visitor(port)) {
                assertThat(second.isActive()).isTrue();
                assertThat(stranger.isSignedIn()).isFalse();
                assertThat(visitor.isSignedIn()).isTrue();
                assertThat(visitor.cookie(WebSecurityRememberMe.COOKIE).orElseThrow())
                        .isNotEqualTo(copy);
            }
        }
    }

    private ConfigurableApplicationContext start(int port) {
        TestPostgres postgres = TestPostgres.get();
        return new SpringApplicationBuilder(Startex.class)
                .run(
                        "--startex.home=" + home,
                        "--startex.port=" + port,
                        "--startex.database-url=" + postgres.url(database),
                        "--startex.database-user=" + TestPostgres.PROGRAM,
                        "--startex.database-password=" + TestPostgres.PROGRAM_PASSWORD,
                        "--startex.database-owner=" + EmbeddedPostgres.OWNER,
                        "--startex.database-owner-password=" + postgres.ownerPassword());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
