package org.startex.feed;

import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The way down to one page: one frame under way at a time, what waits behind it bounded. A page that does not keep up is let go; it comes
 * back and resumes. Never makes its caller wait.
 */
final class Outlet {
    /** The most frames that may wait. */
    static final int MOST = 256;

    /** What a page's history counts for, however long it is: it is rendered frame by frame as the page takes it. */
    static final int HISTORY = 64;

    private record Waiting(Iterator<String> frames, int weight) {}

    private final Session session;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int weight;
    private boolean sending;
    private boolean ended;

    Outlet(Session session) {
        this.session = session;
    }

    /** Sends a frame after those that wait. */
    void send(String frame) {
        add(new Waiting(Collections.singleton(frame).iterator(), 1));
    }

    /** Sends frames that are made as they are sent. */
    void sendHistory(Iterator<String> frames) {
        add(new Waiting(frames, HISTORY));
    }

    /** Ends the connection; what waits is dropped. */
    void end(Ending ending) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            waiting.clear();
        }
        // A page that does not read would hold up the one who closes.
        Thread.startVirtualThread(() -> close(ending));
    }

    /** Whether this side has ended the connection. */
    synchronized boolean ended() {
        return ended;
    }

    private void add(Waiting more) {
        boolean full;
        synchronized (this) {
            if (ended) {
                return;
            }
            weight += more.weight();
            full = weight > MOST;
            if (!full) {
                waiting.add(more);
                if (sending) {
                    return;
                }
                sending = true;
            }
        }
        if (full) {
            end(Ending.TOO_SLOW);
        } else {
            pump();
        }
    }

    private synchronized @Nullable String next() {
        while (!ended && !waiting.isEmpty()) {
            Waiting first = waiting.getFirst();
            if (first.frames().hasNext()) {
                return first.frames().next();
            }
            waiting.removeFirst();
            weight -= first.weight();
        }
        sending = false;
        return null;
    }

    /** Sends until something is under way that ends later; its end goes on from there. */
    private void pump() {
        for (String frame = next(); frame != null; frame = next()) {
            AtomicBoolean met = new AtomicBoolean();
            try {
                session.getAsyncRemote().sendText(frame, result -> {
                    if (!result.isOK()) {
                        failed(result);
                    } else if (met.getAndSet(true)) {
                        pump();
                    }
                });
            } catch (RuntimeException closed) {
                end(Ending.RESTART);
                return;
            }
            if (!met.getAndSet(true)) {
                return;
            }
        }
    }

    private void failed(SendResult result) {
        end(result.getException() instanceof SocketTimeoutException ? Ending.TOO_SLOW : Ending.RESTART);
    }

    private void close(Ending ending) {
        try {
            session.close(ending.reason());
        } catch (IOException | RuntimeException gone) {
            // The page is gone already; it reconnects by itself.
        }
    }
}
