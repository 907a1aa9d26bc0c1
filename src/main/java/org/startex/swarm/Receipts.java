package org.startex.swarm;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A page's receipts: gathered for a moment and sent together; those that left shortly before a connection was lost go again. */
final class Receipts {
    private static final Duration GATHER = Duration.ofMillis(300);

    /** Receipts of one kind. Small: a thousand players with a map of what each sent would occupy the machine that is to be measured. */
    static final class Box {
        private static final int MOST = 500;
        private static final long DOUBTFUL_NANOS = 60_000_000_000L;

        private record Sent(long nanos, int[] seqs) {}

        private final BitSet gathered = new BitSet();
        private final BitSet doubtful = new BitSet();
        private final Deque<Sent> sent = new ArrayDeque<>();

        void add(long seq) {
            int index = Math.toIntExact(seq);
            if (!doubtful.get(index)) {
                gathered.set(index);
            }
        }

        /** What is to be sent now, at most {@value #MOST}. */
        int[] take(long nanos) {
            for (Sent old = sent.peek(); old != null && nanos - old.nanos() > DOUBTFUL_NANOS; old = sent.peek()) {
                Arrays.stream(sent.remove().seqs()).forEach(doubtful::clear);
            }
            int[] some = gathered.stream().limit(MOST).toArray();
            if (some.length > 0) {
                Arrays.stream(some).forEach(seq -> {
                    gathered.clear(seq);
                    doubtful.set(seq);
                });
                sent.add(new Sent(nanos, some));
            }
            return some;
        }

        boolean isEmpty() {
            return gathered.isEmpty();
        }

        void lost() {
            gathered.or(doubtful);
            doubtful.clear();
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
        int[] seqs = box.take(System.nanoTime());
        if (seqs.length == 0) {
            return true;
        }
        ObjectNode frame = Door.JSON.createObjectNode().put("type", type);
        Arrays.stream(seqs).forEach(frame.putArray("seqs")::add);
        if (send.test(frame)) {
            return true;
        }
        box.lost();
        return false;
    }
}
