package org.startex.swarm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server as players come to it: over HTTP with a code and a name, then over a WebSocket with the token they got. */
final class Door implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.shared();

    private static final String SUBPROTOCOL = "startex.feed.v1";
    private static final String BEARER = "Bearer ";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What a code opens. */
    record Offer(String exercise, String cell) {}

    /** A player's seat in an exercise. */
    record Seat(String exercise, String participant, String token) {}

    /** The server said no. */
    static final class No extends Exception {
        private static final long serialVersionUID = 1;

        private final String said;
        private final int retryAfterSeconds;

        No(String said, int retryAfterSeconds) {
            super(said);
            this.said = said;
            this.retryAfterSeconds = retryAfterSeconds;
        }

        /** What the server said about it, for people. */
        String said() {
            return said;
        }

        /** 0 where waiting does not help. */
        int retryAfterSeconds() {
            return retryAfterSeconds;
        }
    }

    private final URI server;
    private final String origin;
    private final HttpClient http;

    Door(URI server) {
        this.server = server;
        this.origin = server.getScheme() + "://" + server.getRawAuthority();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** Looks at what a code opens; the cell is empty if a controller would have to admit. */
    Offer look(String code) throws IOException, InterruptedException, No {
        JsonNode offer = post("code", Map.of("code", code));
        return new Offer(
                offer.path("exercise").asString(""),
                offer.path("cell").path("code").asString(""));
    }

    /** Joins. */
    Seat join(String code, String name, String organisation) throws IOException, InterruptedException, No {
        JsonNode joined = post("join", Map.of("code", code, "name", name, "organisation", organisation));
        return new Seat(
                joined.path("exercise").asString(""),
                joined.path("participant").asString(""),
                joined.path("token").asString(""));
    }

    /** Connects a line with the feed. */
    CompletableFuture<WebSocket> connect(Seat seat, WebSocket.Listener listener) {
        return http.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .subprotocols(SUBPROTOCOL)
                .header("Authorization", BEARER + seat.token())
                .header("Origin", origin)
                .buildAsync(
                        URI.create(origin.replaceFirst("^http", "ws") + "/ws/feed?gathered=true&exercise="
                                + seat.exercise()),
                        listener);
    }

    private JsonNode post(String path, Map<String, String> body) throws IOException, InterruptedException, No {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(server.resolve("/play/api/" + path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("X-Startex", "1")
                        .header("Authorization", BEARER + "none")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode said;
        try {
            said = JSON.readTree(answer.body());
        } catch (JacksonException notOurs) {
            throw new IOException("status " + answer.statusCode(), notOurs);
        }
        if (answer.statusCode() == 200) {
            return said;
        }
        throw new No(
                said.path("message").asString("status " + answer.statusCode()),
                said.path("retryAfterSeconds").asInt(0));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
