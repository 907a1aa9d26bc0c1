package org.startex.swarm;

import java.io.IOException;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One connection to the feed. */
final class Line implements WebSocket.Listener {
    /** The close code of a connection that was lost without one. */
    static final int LOST = 1006;

    private static final int PATIENCE_SECONDS = 10;

    /** Who hears what comes, on whatever thread; frames one after the other. */
    interface Ear {
        /** A whole frame, and the monotonic time at which its last part was here. */
        void heard(Line line, String frame, long nanos);

        /** The connection has ended. */
        void gone(Line line, int status);
    }

    private final Ear ear;
    private @Nullable StringBuilder parts;
    private volatile @Nullable WebSocket socket;

    Line(Ear ear) {
        this.ear = ear;
    }

    /** Connects. */
    void open(Door door, Door.Seat seat) throws IOException, InterruptedException {
        socket = waited(door.connect(seat, this));
    }

    /** Sends a frame; waits until the network has taken it. */
    void send(String frame) throws IOException, InterruptedException {
        WebSocket open = socket;
        if (open == null) {
            throw new IOException("not connected");
        }
        waited(open.sendText(frame, true));
    }

    private static <T> T waited(CompletionStage<T> stage) throws IOException, InterruptedException {
        try {
            return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IOException(failure);
        }
    }

    /** Cuts it, as a network does. */
    void cut() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        opened.request(Long.MAX_VALUE);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        long nanos = System.nanoTime();
        StringBuilder begun = parts;
        if (last && begun == null) {
            ear.heard(this, data.toString(), nanos);
            return null;
        }
        StringBuilder whole = begun == null ? new StringBuilder() : begun;
        whole.append(data);
        parts = last ? null : whole;
        if (last) {
            ear.heard(this, whole.toString(), nanos);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        ear.gone(this, status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        ear.gone(this, LOST);
    }
}
