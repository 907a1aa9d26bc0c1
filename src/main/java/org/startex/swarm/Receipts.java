package org.startex.swarm;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A page's receipts: gathered for a moment and sent together; those that left shortly before a connection was lost go again. */
final class Receipts {
    private static final Duration GATHER = Duration.ofMillis(300);

    /** Receipts of one kind. */
    static final class Box {
        private static final int MOST = 500;
        private static final long DOUBTFUL_NANOS = 60_000_000_000L;

        private final TreeSet<Long> gathered = new TreeSet<>();
        private final Map<Long, Long> sent = new HashMap<>();

        void add(long seq) {
            if (!sent.containsKey(seq)) {
                gathered.add(seq);
            }
        }

        /** What is to be sent now, at most {@value #MOST}. */
        List<Long> take(long nanos) {
            sent.values().removeIf(at -> nanos - at > DOUBTFUL_NANOS);
            List<Long> some = gathered.stream().limit(MOST).toList();
            some.forEach(seq -> {
                gathered.remove(seq);
                sent.put(seq, nanos);
            });
            return some;
        }

        boolean isEmpty() {
            return gathered.isEmpty();
        }

        void lost() {
            gathered.addAll(sent.keySet());
            sent.clear();
        }
    }

    private final Agenda agenda;
    private final Predicate<JsonNode> send;
    private final Box received = new Box();
    private final Box seen = new Box();
    private boolean planned;

    /** @param send sends a frame and says whether there was a connection */
    Receipts(Agenda agenda, Predicate<JsonNode> send) {
        this.agenda = agenda;
        this.send = send;
    }

    /** The page has an entry. */
    void received(long seq) {
        received.add(seq);
        plan();
    }

    /** A person had it on the screen. */
    void seen(long seq) {
        seen.add(seq);
        plan();
    }

    /** The connection was lost. */
    void lost() {
        received.lost();
        seen.lost();
    }

    /** There is a connection. */
    void plan() {
        if (!planned && !(received.isEmpty() && seen.isEmpty())) {
            planned = true;
            agenda.later(GATHER, this::send);
        }
    }

    private void send() {
        planned = false;
        if (send("received", received) && send("seen", seen)) {
            plan();
        }
    }

    /** False if there was no connection. */
    private boolean send(String type, Box box) {
        List<Long> seqs = box.take(System.nanoTime());
        if (seqs.isEmpty()) {
            return true;
        }
        ObjectNode frame = Door.JSON.createObjectNode().put("type", type);
        seqs.forEach(frame.putArray("seqs")::add);
        if (send.test(frame)) {
            return true;
        }
        box.lost();
        return false;
    }
}
