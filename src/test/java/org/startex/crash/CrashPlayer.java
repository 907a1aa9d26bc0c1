package org.startex.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.startex.crash.Notes.Answered;
import org.startex.crash.Notes.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A player's page without the page: joins over HTTP, follows the feed over a real WebSocket, resumes from what it has covered, and keeps each act
 * in an outbox until it is answered.
 */
final class CrashPlayer implements AutoCloseable {
    private static final int WAITING = 6;

    private final HttpClient http;
    private final String base;
    private final Notes notes;
    private final Random random;
    private final String cell;
    private final String role;
    private final String exercise;
    private final String participant;
    private final String token;
    private final Thread page;

    private final Map<UUID, ObjectNode> outbox = new LinkedHashMap<>();
    private final Map<UUID, ObjectNode> answered = new LinkedHashMap<>();
    private final Set<UUID> onTheWay = new HashSet<>();
    private final TreeMap<Long, JsonNode> feed = new TreeMap<>();
    private final Set<Long> acknowledged = new HashSet<>();
    private final List<Long> toReceive = new ArrayList<>();
    private long covered;
    private long heldUntil;
    private int connections;
    private boolean resumeAgain;
    private volatile @Nullable WebSocket socket;
    private boolean acting;
    private volatile boolean ended;

    /** Joins, connects, and from then on follows. */
    CrashPlayer(HttpClient http, int port, String code, String cell, String role, Notes notes, Random random)
            throws IOException, InterruptedException {
        this.http = http;
        this.base = "localhost:" + port;
        this.notes = notes;
        this.random = random;
        this.cell = cell;
        this.role = role;
        ObjectNode request = StaffLine.JSON
                .createObjectNode()
                .put("code", code)
                .put("name", "Player " + cell + " " + role)
                .put("organisation", "Crash")
                .put("role", role);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://" + base + "/play/api/join"))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json")
                        .header("X-Startex", "1")
                        .header("Authorization", "Bearer none")
                        .POST(HttpRequest.BodyPublishers.ofString(StaffLine.JSON.writeValueAsString(request)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("cannot join: " + answer.statusCode() + " " + answer.body());
        }
        JsonNode joined = StaffLine.JSON.readTree(answer.body());
        this.exercise = joined.get("exercise").asString();
        this.participant = joined.get("participant").asString();
        this.token = joined.get("token").asString();
        this.page =
                Thread.ofPlatform().daemon().name("player-" + cell + "-" + role).start(this::live);
    }

    String participant() {
        return participant;
    }

    String cell() {
        return cell;
    }

    String role() {
        return role;
    }

    /** Whether new acts are made; what waits is sent in any case. */
    synchronized void act(boolean on) {
        acting = on;
    }

    synchronized int waiting() {
        return outbox.size();
    }

    synchronized long covered() {
        return covered;
    }

    synchronized int connections() {
        return connections;
    }

    /** The feed as this page has it, by sequence. */
    synchronized SortedMap<Long, JsonNode> feed() {
        return new TreeMap<>(feed);
    }

    @Override
    public void close() {
        ended = true;
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
        try {
            page.join(5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() {
        while (!ended) {
            try {
                if (socket == null) {
                    connect();
                }
                think();
                flush();
                Thread.sleep(60 + random.nextInt(100));
            } catch (InterruptedException e) {
                return;
            } catch (Exception lost) {
                disconnected(socket);
                try {
                    Thread.sleep(150);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    private void connect() throws Exception {
        WebSocket opened = http.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(3))
                .subprotocols("startex.feed.v1")
                .header("Authorization", "Bearer " + token)
                .header("Origin", "http://" + base)
                .buildAsync(URI.create("ws://" + base + "/ws/feed?exercise=" + exercise), new Ear())
                .get(5, TimeUnit.SECONDS);
        synchronized (this) {
            socket = opened;
            connections++;
            onTheWay.clear();
            heldUntil = 0;
            toReceive.clear();
            toReceive.addAll(feed.keySet());
        }
        send(resume());
    }

    private ObjectNode resume() {
        return StaffLine.JSON.createObjectNode().put("type", "resume").put("lastSeq", covered());
    }

    private void send(JsonNode message) throws Exception {
        WebSocket open = socket;
        if (open == null) {
            throw new IOException("not connected");
        }
        open.sendText(StaffLine.JSON.writeValueAsString(message), true).get(5, TimeUnit.SECONDS);
    }

    private synchronized void disconnected(@Nullable WebSocket which) {
        if (which != null && which == socket) {
            which.abort();
            socket = null;
            onTheWay.clear();
        }
    }

    /** Something new to say, or something said already and said again as after a lost answer. */
    private synchronized void think() {
        if (!acting || outbox.size() >= WAITING) {
            return;
        }
        int dice = random.nextInt(100);
        List<Long> injects = injects();
        if (dice < 50) {
            injects.stream()
                    .filter(seq -> !acknowledged.contains(seq))
                    .findFirst()
                    .ifPresent(this::acknowledge);
        } else if (dice < 85) {
            decide(injects);
        } else if (dice < 92 && !answered.isEmpty()) {
            List<UUID> ids = List.copyOf(answered.keySet());
            UUID again = ids.get(random.nextInt(ids.size()));
            outbox.put(again, answered.get(again));
            onTheWay.remove(again);
        }
    }

    private List<Long> injects() {
        return feed.entrySet().stream()
                .filter(e -> e.getValue().path("kind").asString().equals("inject"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void acknowledge(long inject) {
        acknowledged.add(inject);
        UUID id = id();
        put(
                id,
                Kind.ACKNOWLEDGEMENT,
                String.valueOf(inject),
                act("acknowledge", id).put("inject", inject));
    }

    private void decide(List<Long> injects) {
        UUID id = id();
        ObjectNode act = act("decision", id);
        if (injects.isEmpty() || random.nextBoolean()) {
            act.putNull("inReplyTo");
        } else {
            act.put("inReplyTo", injects.get(random.nextInt(injects.size())));
        }
        act.put("decision", "Decision " + id).put("rationale", "Because.");
        ArrayNode reliedOn = act.putArray("reliedOn");
        injects.stream().limit(random.nextInt(3)).forEach(reliedOn::add);
        act.put("options", "").put("expectedEffect", "").putArray("actions");
        act.putNull("lateReason");
        put(id, Kind.DECISION, "", act);
    }

    private UUID id() {
        return new UUID(
                (random.nextLong() & ~0xF000L) | 0x4000L,
                (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    private ObjectNode act(String type, UUID id) {
        return StaffLine.JSON.createObjectNode().put("type", type).put("clientId", id.toString());
    }

    private void put(UUID id, Kind kind, String about, ObjectNode act) {
        act.put("written", System.currentTimeMillis());
        notes.sent(id, kind, participant, about);
        outbox.put(id, act);
    }

    private void flush() throws Exception {
        List<ObjectNode> frames = new ArrayList<>();
        synchronized (this) {
            if (resumeAgain) {
                resumeAgain = false;
                frames.add(resume());
            }
            if (System.nanoTime() >= heldUntil) {
                outbox.forEach((id, act) -> {
                    if (frames.size() < 3 && onTheWay.add(id)) {
                        frames.add(act.deepCopy().put("sent", System.currentTimeMillis()));
                    }
                });
            }
            if (!toReceive.isEmpty() && random.nextInt(5) == 0) {
                ObjectNode receipt =
                        StaffLine.JSON.createObjectNode().put("type", random.nextBoolean() ? "received" : "seen");
                ArrayNode seqs = receipt.putArray("seqs");
                toReceive.stream().filter(injects()::contains).limit(500).forEach(seqs::add);
                toReceive.clear();
                if (!seqs.isEmpty()) {
                    frames.add(receipt);
                }
            }
        }
        for (ObjectNode frame : frames) {
            send(frame);
        }
    }

    private synchronized void heard(JsonNode message) {
        switch (message.path("type").asString()) {
            case "entry" -> entry(message);
            case "upTo" -> covered = Math.max(covered, message.get("seq").asLong());
            case "done" -> answer(message, Answered.done(message.get("seq").asLong()));
            case "refused" ->
                answer(message, Answered.refused(message.get("reason").asString()));
            case "busy" -> {
                onTheWay.clear();
                heldUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(700);
            }
            case "resync" -> {
                notes.fault("%s was told to begin again: %s".formatted(page.getName(), message));
                feed.clear();
                toReceive.clear();
                covered = 0;
                resumeAgain = true;
            }
            default -> {
                // welcome and clock: nothing to remember
            }
        }
    }

    private void entry(JsonNode entry) {
        long seq = entry.get("seq").asLong();
        if (feed.containsKey(seq)) {
            notes.fault("%s got entry %d twice".formatted(page.getName(), seq));
        } else if (seq <= covered) {
            notes.fault("%s got entry %d after it was told that %d covers all before"
                    .formatted(page.getName(), seq, covered));
        }
        if (entry.get("coversFrom").asLong() > covered + 1) {
            notes.fault("%s has a gap: after %d came %s"
                    .formatted(page.getName(), covered, entry.get("coversFrom").asLong() + ".." + seq));
        }
        feed.put(seq, entry);
        toReceive.add(seq);
        covered = Math.max(covered, seq);
    }

    private void answer(JsonNode message, Answered answer) {
        UUID id = UUID.fromString(message.get("clientId").asString());
        notes.answered(id, answer);
        ObjectNode act = outbox.remove(id);
        if (act != null) {
            answered.put(id, act);
        }
        onTheWay.remove(id);
    }

    /** Hears one connection. */
    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonNode message = StaffLine.JSON.readTree(text.toString());
                text.setLength(0);
                heard(message);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            if (!ended && status >= 4400) {
                notes.fault("%s was shut out: %d %s".formatted(page.getName(), status, reason));
            }
            disconnected(from);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            disconnected(from);
        }
    }
}
