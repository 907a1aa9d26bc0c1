package org.startex.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.startex.runtime.EmbeddedPostgres;

/** A fresh database, an empty home and a free port for an application context. */
public final class FreshInstallation implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPostgres postgres = TestPostgres.get();
        String database = postgres.freshDatabase();
        TestPropertyValues.of(
                        "startex.home=" + freshHome(),
                        "startex.port=" + freePort(),
                        "startex.database-url=" + postgres.url(database),
                        "startex.database-user=" + TestPostgres.PROGRAM,
                        "startex.database-password=" + TestPostgres.PROGRAM_PASSWORD,
                        "startex.database-owner=" + EmbeddedPostgres.OWNER,
                        "startex.database-owner-password=" + postgres.ownerPassword(),
                        "spring.datasource.hikari.connection-init-sql=set time zone 'Pacific/Chatham'")
                .applyTo(context);
    }

    private static Path freshHome() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-home")), "home-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Before the program reads its settings. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
