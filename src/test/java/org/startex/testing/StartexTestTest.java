package org.startex.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.startex.kernel.PublicAddress;

@StartexTest
class StartexTestTest {
    @LocalServerPort
    int port;

    @Autowired
    PublicAddress address;

    @Autowired
    DSLContext dsl;

    @Autowired
    InstantSource time;

    @Test
    void answersWhereItSaysItIs() throws IOException, InterruptedException {
        assertThat(address.base()).isEqualTo(URI.create("http://localhost:" + port));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address.of("/")).build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isLessThan(500);
        }
    }

    @Test
    void hasADatabaseAndTimeThatStandsStill() {
        assertThat(dsl.fetchValue("select current_user::text")).isEqualTo("startex_app");
        assertThat(time).isInstanceOf(SettableTime.class);
        assertThat(time.instant()).isEqualTo(time.instant());
    }
}
