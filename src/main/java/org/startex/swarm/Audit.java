package org.startex.swarm;

import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the whole stream of a cell once more, over a connection of its own: what every player of the cell must have. */
final class Audit implements Line.Ear {
    private static final int ATTEMPTS = 5;
    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private volatile boolean gone;

    private Audit() {}

    /**
     * The sequences of the stream.
     *
     * @param seat that of any player in the cell
     * @return empty if the server does not answer
     */
    static Optional<BitSet> stream(Door door, Door.Seat seat) throws InterruptedException {
        for (int tries = 0; tries < ATTEMPTS; tries++) {
            Audit audit = new Audit();
            Line line = new Line(audit);
            try {
                line.open(door, seat);
                line.send("{\"type\":\"resume\",\"lastSeq\":0}");
                return Optional.of(audit.read());
            } catch (IOException | JacksonException failure) {
                Thread.sleep(500L << tries);
            } finally {
                line.cut();
            }
        }
        return Optional.empty();
    }

    private BitSet read() throws IOException, InterruptedException {
        BitSet stream = new BitSet();
        boolean answering = false;
        while (!gone) {
            String frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (frame == null) {
                break;
            }
            JsonNode message = Door.JSON.readTree(frame);
            switch (message.path("type").asString("")) {
                case "welcome" -> answering = true;
                case "entry" -> stream.set(message.required("seq").asInt());
                case "upTo" -> {
                    if (answering) {
                        return stream;
                    }
                }
                default -> {}
            }
        }
        throw new IOException("no answer");
    }

    @Override
    public void heard(Line line, String frame, long nanos) {
        frames.add(frame);
    }

    @Override
    public void gone(Line line, int status) {
        gone = true;
    }
}
