package org.startex.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.startex.testing.StartexTest;

/** What the player's page is made of, as a phone fetches it. */
@StartexTest
class FrontEndFilesTest {
    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "/app/player.js, text/javascript",
        "/app/player.css, text/css",
        "/app/tokens.css, text/css",
        "/app/base-map.json, application/json",
        "/play/sw.js, text/javascript",
        "/play/icon.svg, image/svg+xml",
        "/play/icon-192.png, image/png",
        "/play/manifest.webmanifest, application/manifest+json"
    })
    void aFileHasItsTypeAndIsAskedForEachTime(String path, String type) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "content-type")).startsWith(type);
        assertThat(header(response, "cache-control")).isEqualTo("no-cache");
        assertThat(header(response, "last-modified")).isEmpty();
    }

    @Test
    void whoHasTheSameFileGetsItNotAgainAndWhoHasAnotherDoes() throws Exception {
        String tag = header(get("/app/player.js"), "etag");
        assertThat(tag).startsWith("W/\"");
        assertThat(get("/app/player.js", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get("/app/player.js", "If-None-Match", "W/\"another\"").statusCode())
                .isEqualTo(200);
        assertThat(header(get("/app/player.css"), "etag")).isNotEqualTo(tag);
        assertThat(get("/app/player.js", "If-Modified-Since", "Thu, 01 Jan 2099 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFileIsCompressed() throws Exception {
        HttpResponse<String> response = get("/app/player.js", "Accept-Encoding", "gzip");
        assertThat(header(response, "content-encoding")).isEqualTo("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/play", "/play/", "/play/K7M4RX", "/play/exercise/6f2c1f0e-4a2f-4a6e-9b57-0d6a0f2f9d10"})
    void everyAddressOfThePageIsThePage(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "content-type")).startsWith("text/html");
        assertThat(header(response, "cache-control")).isEqualTo("no-cache");
        assertThat(response.body()).contains("<sx-player>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/none.js", "/play/none.js", "/play/..%2fapp/player.js", "/app/"})
    void whatIsNoFileIsNotServed(String path) throws Exception {
        assertThat(get(path).statusCode()).isBetween(400, 404);
    }
}
