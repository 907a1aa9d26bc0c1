package org.startex.feed;

import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import org.startex.people.Caller;
import org.startex.people.ParticipantName;

/** One page's connection. What it has covered belongs to the thread of its exercise's feed. */
final class FeedSocket {
    private final Session session;
    private final Caller.Joined caller;
    private final String token;
    private final ParticipantName name;
    private final boolean account;
    private final boolean plain;
    private final boolean gathers;
    private final Outlet outlet;

    private volatile long heardAt;
    private boolean live;
    private long covered;
    private boolean tookEntries;

    /**
     * @param account whether the participant has an account
     * @param plain whether the page came without TLS from another machine
     * @param gathers whether the page understands several entries in one frame
     */
    FeedSocket(
            Session session,
            Caller.Joined caller,
            String token,
            ParticipantName name,
            boolean account,
            boolean plain,
            boolean gathers) {
        this.session = session;
        this.caller = caller;
        this.token = token;
        this.name = name;
        this.account = account;
        this.plain = plain;
        this.gathers = gathers;
        this.outlet = new Outlet(session);
        this.heardAt = System.nanoTime();
    }

    Caller.Joined caller() {
        return caller;
    }

    ExerciseId exercise() {
        return caller.exercise();
    }

    ParticipantId participant() {
        return caller.participant();
    }

    String token() {
        return token;
    }

    ParticipantName name() {
        return name;
    }

    boolean account() {
        return account;
    }

    boolean plain() {
        return plain;
    }

    boolean gathers() {
        return gathers;
    }

    Outlet outlet() {
        return outlet;
    }

    /** Whether the page has asked for the feed and gets what is new. */
    boolean live() {
        return live;
    }

    void live(boolean now) {
        live = now;
    }

    long covered() {
        return covered;
    }

    void covered(long seq) {
        covered = seq;
    }

    /** Whether it was sent entries since the grid last came round. */
    boolean tookEntries() {
        return tookEntries;
    }

    void tookEntries(boolean now) {
        tookEntries = now;
    }

    /** Something came from the page. */
    void heard(long nanos) {
        heardAt = nanos;
    }

    /** When something last came, in monotonic nanoseconds. */
    long heardAt() {
        return heardAt;
    }

    /** Sends a message. */
    void send(ServerMessage message) {
        outlet.send(FeedJson.write(message));
    }

    /** Asks the page for a sign of life; waits if the page does not read. */
    void ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException gone) {
            outlet.end(Ending.TOO_SLOW);
        }
    }
}
