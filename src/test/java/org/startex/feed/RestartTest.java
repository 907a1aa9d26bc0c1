package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.startex.Startex;
import org.startex.testing.SettableTime;
import org.startex.testing.TestPostgres;

/** A restart costs a page a reconnect: its token is still good, and it gets what it missed. */
class RestartTest {
    private final String database = TestPostgres.get().freshDatabase();
    private final int port = freePort();

    private ConfigurableApplicationContext start() throws IOException {
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-home")), "restart-");
        SpringApplication program = new SpringApplicationBuilder(Startex.class, Stage.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("settableTime", SettableTime.class, bean -> bean.setPrimary(true)))
                .build();
        return program.run(Stream.concat(
                        Stream.of("--startex.home=" + home, "--startex.port=" + port),
                        TestPostgres.get().settings(database).stream())
                .toArray(String[]::new));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void aRestartCostsAReconnect() throws IOException {
        Stage.Exercise exercise;
        Stage.Player player;
        long covered;
        Page before;
        long missed;
        try (ConfigurableApplicationContext first = start()) {
            exercise = first.getBean(Stage.class).started();
            player = exercise.join(Stage.REST_CENTRE);
            before = exercise.resumed(player);
            covered = before.all().getLast().seq();
            missed = exercise.adHoc("While the page was away", "x", "rest-centre");
            before.drop();
            before = exercise.page(player);
            before.resume(missed);
            before.next("welcome");
        }
        assertThat(before.closeCode()).isIn(1001, 1012, 1006);

        try (ConfigurableApplicationContext second = start()) {
            Stage stage = second.getBean(Stage.class);
            Page after = Page.connect(stage, exercise.id(), player.token());
            after.resume(covered);
            Page.Frame welcome = after.next("welcome");
            assertThat(welcome.json().get("you").get("participant").stringValue())
                    .isEqualTo(player.participant().toString());
            after.next("upTo");
            assertThat(after.seqs()).containsExactly(missed);
            after.close();
        }
    }
}
