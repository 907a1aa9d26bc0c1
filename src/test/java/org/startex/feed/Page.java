package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseId;
import tools.jackson.databind.JsonNode;

/** A player's page as the server sees it: a real WebSocket client that keeps what it gets. */
final class Page implements WebSocket.Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    record Frame(JsonNode json, long nanos) {
        String type() {
            return json.get("type").stringValue();
        }

        boolean is(String type) {
            return type().equals(type);
        }

        long seq() {
            return json.get("seq").longValue();
        }

        JsonNode body() {
            return json.get("body");
        }

        String kind() {
            return json.get("kind").stringValue();
        }
    }

    private final List<Frame> all = new ArrayList<>();
    private final LinkedBlockingQueue<Frame> unread = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<Boolean> pinged = new CompletableFuture<>();
    private final StringBuilder parts = new StringBuilder();
    private final boolean reads;
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

    private Page(boolean reads) {
        this.reads = reads;
    }

    static Page connect(Stage stage, ExerciseId exercise, String token) {
        return connect(stage, exercise, Map.of("Authorization", "Bearer " + token), "startex.feed.v1", true);
    }

    /** A page that understands several entries in one frame. */
    static Page connectGathering(Stage stage, ExerciseId exercise, String token) {
        return connect(
                stage,
                exercise + "&gathered=true",
                Map.of("Authorization", "Bearer " + token),
                "startex.feed.v1",
                true);
    }

    /** A page that stops reading: what the server sends stays in the network. */
    static Page connectSlow(Stage stage, ExerciseId exercise, String token) {
        return connect(stage, exercise, Map.of("Authorization", "Bearer " + token), "startex.feed.v1", false);
    }

    static Page connect(
            Stage stage, ExerciseId exercise, Map<String, String> headers, String subprotocol, boolean reads) {
        return connect(stage, exercise.toString(), headers, subprotocol, reads);
    }

    private static Page connect(
            Stage stage, String exercise, Map<String, String> headers, String subprotocol, boolean reads) {
        Page page = new Page(reads);
        WebSocket.Builder builder = stage.http.newWebSocketBuilder().subprotocols(subprotocol);
        headers.forEach(builder::header);
        URI address = URI.create(stage.base.toString().replaceFirst("^http", "ws") + "/ws/feed?exercise=" + exercise);
        page.socket.complete(builder.buildAsync(address, page)
                .orTimeout(10, TimeUnit.SECONDS)
                .join());
        return page;
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        if (reads) {
            webSocket.request(Long.MAX_VALUE);
        }
    }

    /** Reads on what the network has kept. */
    void read() {
        socket.join().request(Long.MAX_VALUE);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            Frame frame = new Frame(FeedJson.MAPPER.readTree(parts.toString()), System.nanoTime());
            parts.setLength(0);
            keep(frame);
            if (frame.is("entries")) {
                frame.json().get("entries").forEach(entry -> keep(new Frame(entry, frame.nanos())));
            }
        }
        return null;
    }

    private void keep(Frame frame) {
        synchronized (all) {
            all.add(frame);
        }
        unread.add(frame);
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
        pinged.complete(true);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(1006);
    }

    void send(String frame) {
        socket.join().sendText(frame, true).orTimeout(10, TimeUnit.SECONDS).join();
    }

    void sendBytes(byte[] frame) {
        socket.join()
                .sendBinary(ByteBuffer.wrap(frame), true)
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    void send(Map<String, ?> message) {
        send(FeedJson.MAPPER.writeValueAsString(message));
    }

    void resume(long lastSeq) {
        send("{\"type\": \"resume\", \"lastSeq\": " + lastSeq + "}");
    }

    /** Cuts the connection, as a network does. */
    void drop() {
        socket.join().abort();
    }

    /** The next frame of a type; frames of other types before it are passed over. */
    Frame next(String type) {
        return next(frame -> frame.is(type));
    }

    Frame nextEntry(String kind) {
        return next(frame -> frame.is("entry") && frame.kind().equals(kind));
    }

    Frame next(Predicate<Frame> wanted) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                Frame frame = unread.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                assertThat(frame)
                        .as("a frame within %s, after %s", PATIENCE, all())
                        .isNotNull();
                if (wanted.test(frame)) {
                    return frame;
                }
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Everything that came so far. */
    List<Frame> all() {
        synchronized (all) {
            return List.copyOf(all);
        }
    }

    List<Frame> entries() {
        return all().stream().filter(frame -> frame.is("entry")).toList();
    }

    List<Long> seqs() {
        return entries().stream().map(Frame::seq).toList();
    }

    /** The code with which the server ended the connection. */
    int closeCode() {
        return closeCode(PATIENCE);
    }

    int closeCode(Duration patience) {
        try {
            return closed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException open) {
            throw new AssertionError("still open, after " + all(), open);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Whether the server asks for a sign of life within this time. */
    boolean isPinged(Duration patience) {
        return pinged.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    void close() {
        socket.join().abort();
    }
}
