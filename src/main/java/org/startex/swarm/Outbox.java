package org.startex.swarm;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.startex.kernel.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A player's acts that have no answer yet. Each keeps its id however often it is sent. */
final class Outbox {
    private static final int RETRY_AFTER_SECONDS = 3;

    private final Tally tally;
    private final ServerTime time;
    private final Agenda agenda;
    private final Consumer<JsonNode> send;
    private final Texts texts = Texts.of("swarm");
    private final Map<String, ObjectNode> waiting = new LinkedHashMap<>();

    /** @param send sends a frame if there is a connection on which the player was welcomed */
    Outbox(Tally tally, ServerTime time, Agenda agenda, Consumer<JsonNode> send) {
        this.tally = tally;
        this.time = time;
        this.agenda = agenda;
        this.send = send;
    }

    void acknowledge(long inject) {
        act("acknowledge", Door.JSON.createObjectNode().put("inject", inject));
    }

    void decide(long inject) {
        ObjectNode act = Door.JSON.createObjectNode();
        act.put("inReplyTo", inject);
        act.put("decision", texts.get("decision")).put("rationale", texts.get("rationale"));
        act.putArray("reliedOn").add(inject);
        act.put("options", "").put("expectedEffect", "").putArray("actions");
        act.putNull("lateReason");
        act("decision", act);
    }

    private void act(String type, ObjectNode act) {
        String id = UUID.randomUUID().toString();
        act.put("type", type).put("clientId", id).put("written", now());
        waiting.put(id, act);
        send(act);
    }

    private void send(ObjectNode act) {
        send.accept(act.put("sent", now()));
    }

    private long now() {
        return time.microsAt(System.nanoTime()) / 1000;
    }

    /** Sends everything, as on a new connection. */
    void sendAll() {
        waiting.values().forEach(this::send);
    }

    /** The record has it, or refuses it. */
    void answered(String id, boolean done) {
        ObjectNode act = waiting.remove(id);
        if (act == null) {
            return;
        }
        if (!done) {
            tally.refused.increment();
        } else if (act.path("type").asString("").equals("decision")) {
            tally.decided.increment();
        } else {
            tally.acknowledged.increment();
        }
    }

    /** The record cannot be reached just now: it goes again after a while. */
    void busy(JsonNode busy) {
        String id = busy.required("clientId").asString();
        agenda.later(Duration.ofSeconds(busy.path("retryAfterSeconds").asInt(RETRY_AFTER_SECONDS)), () -> {
            ObjectNode act = waiting.get(id);
            if (act != null) {
                send(act);
            }
        });
    }

    int size() {
        return waiting.size();
    }

    void clear() {
        waiting.clear();
    }
}
