package org.startex.swarm;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A player's way to the feed: connects, notices silence, and connects again as the players' page does. All but what comes belongs to the player's thread. */
final class Link implements Line.Ear {
    /** Close codes after which nobody comes back, as {@code docs/protocol.md} numbers them. */
    static final int NO_TOKEN = 4401;

    static final int EJECTED = 4403;
    static final int OTHER_VERSION = 4409;
    private static final int TOO_SLOW = 4408;
    private static final int REFUSED_FRAME = 4413;
    private static final int TOO_MANY_FRAMES = 4429;

    private static final Duration SILENCE = Duration.ofSeconds(45);
    private static final Duration AFTER_TOO_MANY = Duration.ofSeconds(5);

    /** Who lives at this end. */
    interface Owner {
        /** The connection is there. */
        void opened();

        /** A frame, and when it came. */
        void heard(String frame, long nanos);

        /** The connection is lost; another is made. */
        void lost();

        /** The connection is lost for good. */
        void shutOut();
    }

    private final Door door;
    private final Door.Seat seat;
    private final Agenda agenda;
    private final Temper temper;
    private final Tally tally;
    private final Owner owner;
    private @Nullable Line line;
    private int attempt;
    private long heardAt;
    private boolean ended;

    Link(Door door, Door.Seat seat, Agenda agenda, Temper temper, Tally tally, Owner owner) {
        this.door = door;
        this.seat = seat;
        this.agenda = agenda;
        this.temper = temper;
        this.tally = tally;
        this.owner = owner;
    }

    boolean open() {
        return line != null;
    }

    /** The server knows us: the next loss begins with the shortest wait. */
    void good() {
        attempt = 0;
    }

    void connect() {
        if (line != null || ended) {
            return;
        }
        Line fresh = new Line(this);
        try {
            fresh.open(door, seat);
        } catch (IOException failure) {
            fresh.cut();
            agenda.later(temper.backOff(attempt++), this::connect);
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        line = fresh;
        heardAt = System.nanoTime();
        tally.connected.increment();
        owner.opened();
    }

    /** Sends a frame, if there is a connection. */
    void send(JsonNode frame) {
        Line open = line;
        if (open == null) {
            return;
        }
        try {
            open.send(Door.JSON.writeValueAsString(frame));
        } catch (IOException failure) {
            ended(open, Line.LOST);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void heard(Line from, String frame, long nanos) {
        agenda.tell(() -> {
            if (from == line) {
                heardAt = nanos;
                owner.heard(frame, nanos);
            }
        });
    }

    @Override
    public void gone(Line from, int status) {
        agenda.tell(() -> ended(from, status));
    }

    /** Cuts the connection, as a network does. */
    void cut() {
        Line open = line;
        if (open != null) {
            ended(open, Line.LOST);
        }
    }

    /** Cuts the connection if nothing was heard for too long. */
    void watch() {
        if (System.nanoTime() - heardAt > SILENCE.toNanos()) {
            cut();
        }
    }

    /** Ends it for good. */
    void end() {
        ended = true;
        hangUp();
    }

    private void hangUp() {
        Line open = line;
        if (open != null) {
            line = null;
            tally.connected.decrement();
            open.cut();
        }
    }

    private void ended(Line which, int status) {
        if (which != line) {
            return;
        }
        hangUp();
        switch (status) {
            case NO_TOKEN, EJECTED -> tally.trouble(Trouble.SHUT_OUT);
            case OTHER_VERSION, REFUSED_FRAME, TOO_MANY_FRAMES -> tally.trouble(Trouble.NOT_IN_PROTOCOL);
            case TOO_SLOW -> tally.tooSlow.increment();
            default -> {}
        }
        if (status == NO_TOKEN || status == EJECTED || status == OTHER_VERSION) {
            ended = true;
            owner.shutOut();
        } else {
            owner.lost();
            agenda.later(status == TOO_MANY_FRAMES ? AFTER_TOO_MANY : temper.backOff(attempt++), this::connect);
        }
    }
}
