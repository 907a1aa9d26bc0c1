package org.startex.crash;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.startex.crash.Notes.Answered;
import org.startex.crash.Notes.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The director of an exercise: ad-hoc injects, injects sent by hand while the timer is about to send them too, pauses, another pace. An act whose
 * answer did not come is sent again with the same id until it does.
 */
final class CrashController implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int[] PACES = {600, 1500, 3000, 6000};

    private final int port;
    private final String exercise;
    private final Notes notes;
    private final Random random;
    private final Thread person;
    private @Nullable StaffLine line;
    private volatile boolean acting;
    private volatile boolean busy;
    private volatile boolean ended;

    CrashController(int port, String exercise, Notes notes, Random random) {
        this.port = port;
        this.exercise = exercise;
        this.notes = notes;
        this.random = random;
        this.person = Thread.ofPlatform().daemon().name("controller").start(this::live);
    }

    /** Whether new acts are made; the one that waits for its answer is finished in any case. */
    void act(boolean on) {
        acting = on;
    }

    boolean waiting() {
        return busy;
    }

    @Override
    public void close() {
        ended = true;
        person.interrupt();
        try {
            person.join(5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hangUp();
    }

    private void live() {
        try {
            while (!ended) {
                busy = true;
                if (acting) {
                    think();
                }
                busy = false;
                Thread.sleep(50 + random.nextInt(200));
            }
        } catch (InterruptedException e) {
            busy = false;
        }
    }

    private void think() throws InterruptedException {
        int dice = random.nextInt(100);
        if (dice < 55) {
            adHoc();
        } else if (dice < 70) {
            sendNext();
        } else if (dice < 85) {
            pace(PACES[random.nextInt(PACES.length)]);
        } else {
            pause();
            Thread.sleep(random.nextInt(150));
            resume();
        }
    }

    private void adHoc() throws InterruptedException {
        String to = CrashScenario.CELLS.get(random.nextInt(CrashScenario.CELLS.size()));
        UUID id = UUID.randomUUID();
        until(id, Kind.AD_HOC, "", question("adhoc", id).put("to", to).put("text", "Ad hoc " + id));
    }

    /** The inject that the timer would send next. */
    private void sendNext() throws InterruptedException {
        String number = String.valueOf(CrashScenario.due().size()
                - ask(question("state", null)).path("pending").asInt()
                + 1);
        UUID id = UUID.randomUUID();
        until(id, Kind.SEND, number, question("send", id).put("number", number));
    }

    Answered pace(int percent) throws InterruptedException {
        UUID id = UUID.randomUUID();
        return until(id, Kind.PACE, "", question("pace", id).put("percent", percent));
    }

    Answered pause() throws InterruptedException {
        UUID id = UUID.randomUUID();
        return until(id, Kind.PAUSE, "", question("pause", id).put("text", id.toString()));
    }

    Answered resume() throws InterruptedException {
        UUID id = UUID.randomUUID();
        return until(id, Kind.RESUME, "", question("resume", id));
    }

    private Answered until(UUID id, Kind kind, String about, ObjectNode question) throws InterruptedException {
        notes.sent(id, kind, "", about);
        JsonNode said = ask(question);
        Answered answer = said.has("done")
                ? Answered.done(said.get("done").asLong())
                : Answered.refused(said.get("refused").asString());
        notes.answered(id, answer);
        return answer;
    }

    private ObjectNode question(String act, @Nullable UUID id) {
        ObjectNode question = StaffLine.JSON.createObjectNode().put("act", act).put("exercise", exercise);
        return id == null ? question : question.put("clientId", id.toString());
    }

    /** Asks until the program is there and can answer. */
    synchronized JsonNode ask(ObjectNode question) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (System.nanoTime() < end) {
            try {
                StaffLine open = line;
                if (open == null) {
                    open = new StaffLine(port);
                    line = open;
                }
                JsonNode said = open.ask(question);
                if (!said.has("away")) {
                    return said;
                }
                last = said.toString();
            } catch (IOException gone) {
                last = gone.toString();
                hangUp();
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("no answer to " + question + ": " + last);
    }

    private void hangUp() {
        StaffLine open = line;
        line = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException already) {
                // gone is what it should be
            }
        }
    }
}
