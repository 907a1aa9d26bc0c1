package org.startex.swarm;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One simulated player, on a thread of its own: joins, follows the feed, receives, sees, acknowledges and decides, comes back after a lost connection, and
 * keeps each act until it is answered.
 */
final class Player implements Runnable, Link.Owner {
    private static final Duration LOOK_AT_CLOCK = Duration.ofSeconds(10);
    private static final int JOIN_ATTEMPTS = 30;

    /** Whether what comes is news, what was missed, or what was there before this player was. */
    private enum Coming {
        BEFORE,
        MISSED,
        LIVE
    }

    private final Door door;
    private final String code;
    private final String name;
    private final Temper temper;
    private final Tally tally;
    private final ServerTime time;
    private final boolean keepsTime;

    private final Agenda agenda = new Agenda();
    private final Following following = new Following();
    private final Outbox outbox;
    private final Receipts receipts = new Receipts(agenda, this::send);
    private final Punctuality punctuality;
    private @Nullable Link link;
    private Coming coming = Coming.BEFORE;
    private boolean caughtUpOnce;
    private boolean welcomed;
    private boolean closing;
    private boolean left;
    private boolean away;
    private boolean askAgain;
    private int connections;
    private long askedAt;
    private @Nullable CompletableFuture<Void> settled;
    private @Nullable CompletableFuture<Void> caughtUp;
    private volatile Door.@Nullable Seat seat;
    private volatile String cell = "";
    private volatile boolean over;
    private volatile boolean finished;

    /** @param keepsTime whether this one asks for the server's clock again and again, as a page does that wakes */
    Player(Door door, String code, String name, Temper temper, Tally tally, ServerTime time, boolean keepsTime) {
        this.door = door;
        this.code = code;
        this.name = name;
        this.temper = temper;
        this.tally = tally;
        this.time = time;
        this.keepsTime = keepsTime;
        this.punctuality = new Punctuality(time);
        this.outbox = new Outbox(tally, time, agenda, act -> {
            if (welcomed) {
                send(act);
            }
        });
    }

    /** Whether the exercise has ended for this player, or never began. */
    boolean over() {
        return over;
    }

    /** Makes no new acts; done when each has its answer. */
    CompletableFuture<Void> settle() {
        CompletableFuture<Void> done = begun();
        agenda.tell(() -> {
            closing = true;
            settled = done;
        });
        return done;
    }

    /** Asks once more for what is missing; done when the answer is here. */
    CompletableFuture<Void> catchUp() {
        CompletableFuture<Void> done = begun();
        agenda.tell(() -> {
            caughtUp = done;
            if (seat == null) {
                done.complete(null);
            }
            resume();
        });
        return done;
    }

    private CompletableFuture<Void> begun() {
        return finished ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
    }

    /** Leaves; nothing is counted any more, and everything can be asked once the thread has ended. */
    void leave() {
        agenda.tell(() -> {
            away = seat != null && (link == null || !link.open());
            left = true;
        });
    }

    @Override
    public void run() {
        try {
            Door.Seat mine = join();
            if (mine == null) {
                over = true;
            } else {
                live(mine);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            finished = true;
            if (link != null) {
                link.end();
            }
        }
    }

    private Door.@Nullable Seat join() throws InterruptedException {
        String organisation = Texts.of("swarm").get("organisation");
        for (int tries = 0; tries < JOIN_ATTEMPTS && !left; tries++) {
            try {
                Door.Seat mine = door.join(code, name, organisation);
                seat = mine;
                tally.joined.increment();
                return mine;
            } catch (Door.No no) {
                if (no.retryAfterSeconds() == 0) {
                    break;
                }
                tally.askedToWait.increment();
                patience(Duration.ofSeconds(no.retryAfterSeconds()));
            } catch (IOException failure) {
                patience(temper.backOff(tries));
            }
        }
        tally.trouble(Trouble.NOT_JOINED);
        return null;
    }

    private void patience(Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        agenda.later(wait, () -> {});
        while (!left && System.nanoTime() - end < 0) {
            agenda.turn();
        }
    }

    private void live(Door.Seat mine) throws InterruptedException {
        Link to = new Link(door, mine, agenda, temper, tally, this);
        link = to;
        to.connect();
        agenda.later(temper.toNextLoss(), () -> loseConnection(to));
        if (keepsTime) {
            agenda.later(LOOK_AT_CLOCK, this::lookAtClock);
        }
        while (!left) {
            agenda.turn();
            to.watch();
            if (settled != null && outbox.size() == 0) {
                settled.complete(null);
            }
        }
    }

    private void loseConnection(Link to) {
        if (!closing) {
            to.cut();
        }
        agenda.later(temper.toNextLoss(), () -> loseConnection(to));
    }

    private void lookAtClock() {
        if (coming == Coming.LIVE && !closing && !following.asking()) {
            resume();
        }
        agenda.later(LOOK_AT_CLOCK, this::lookAtClock);
    }

    @Override
    public void opened() {
        connections++;
        coming = caughtUpOnce ? Coming.MISSED : Coming.BEFORE;
        following.connected();
        resume();
    }

    @Override
    public void lost() {
        welcomed = false;
        receipts.lost();
    }

    @Override
    public void shutOut() {
        lost();
        seat = null;
        over = true;
        outbox.clear();
        agenda.forget();
        complete(caughtUp);
    }

    /** Whether there was a connection to send it on. */
    private boolean send(JsonNode frame) {
        if (link == null || !link.open()) {
            return false;
        }
        link.send(frame);
        return true;
    }

    /** Asks for what is missing; after the answer under way, if there is one. */
    private void resume() {
        askAgain = following.asking();
        if (!askAgain && link != null && link.open()) {
            askedAt = System.nanoTime();
            send(Door.JSON.createObjectNode().put("type", "resume").put("lastSeq", following.resume()));
        }
    }

    @Override
    public void heard(String frame, long nanos) {
        try {
            JsonNode message = Door.JSON.readTree(frame);
            switch (message.path("type").asString("")) {
                case "welcome" -> welcome(message);
                case "clock" -> clock(message, nanos);
                case "entry" -> entry(message, nanos);
                case "entries" -> message.required("entries").forEach(each -> entry(each, nanos));
                case "upTo" -> upTo(message.required("seq").asLong());
                case "done" -> outbox.answered(message.required("clientId").asString(), true);
                case "refused" -> outbox.answered(message.required("clientId").asString(), false);
                case "busy" -> outbox.busy(message);
                case "resync" -> beginAgain();
                default -> {}
            }
        } catch (JacksonException | DateTimeException notInProtocol) {
            tally.trouble(Trouble.NOT_IN_PROTOCOL);
        }
        if (following.mustAsk()) {
            tally.gaps.increment();
            coming = coming == Coming.LIVE ? Coming.MISSED : coming;
            resume();
        }
    }

    private void welcome(JsonNode message) {
        following.welcome();
        cell = message.path("you").path("cell").path("code").asString("");
        over |= message.path("state").asString("").equals("sealed");
        if (!welcomed && link != null) {
            welcomed = true;
            link.good();
            if (connections > 1) {
                tally.resumes.increment();
            }
            outbox.sendAll();
            receipts.plan();
        }
    }

    private void clock(JsonNode message, long nanos) {
        long micros = ServerTime.micros(message.required("serverNow").asString());
        if (askedAt != 0) {
            time.answered(micros, askedAt, nanos);
            askedAt = 0;
        } else {
            time.heard(micros, nanos);
        }
    }

    private void entry(JsonNode message, long nanos) {
        long seq = message.required("seq").asLong();
        if (!following.entry(message.required("coversFrom").asLong(), seq)) {
            return;
        }
        receipts.received(seq);
        switch (message.path("kind").asString("")) {
            case "inject" -> inject(message, seq, nanos);
            case "ended", "sealed" -> over = true;
            default -> {}
        }
    }

    private void inject(JsonNode message, long seq, long nanos) {
        if (coming == Coming.BEFORE) {
            return;
        }
        long due = ServerTime.micros(message.required("recordedAt").asString())
                - message.path("body").path("latenessMicros").asLong(0);
        punctuality.had(due, nanos, coming == Coming.LIVE);
        tally.injects.increment();
        if (!closing && !over) {
            respond(seq);
        }
    }

    private void upTo(long seq) {
        if (!following.upTo(seq)) {
            return;
        }
        coming = Coming.LIVE;
        caughtUpOnce = true;
        if (askAgain) {
            resume();
        } else {
            complete(caughtUp);
        }
    }

    private static void complete(@Nullable CompletableFuture<Void> future) {
        if (future != null) {
            future.complete(null);
        }
    }

    private void beginAgain() {
        following.beginAgain();
        coming = Coming.BEFORE;
        caughtUpOnce = false;
        resume();
    }

    // ---- what the player does

    private void respond(long seq) {
        Temper.Response response = temper.to(seq);
        agenda.later(response.see(), () -> receipts.seen(seq));
        if (response.acknowledges()) {
            agenda.later(response.acknowledge(), () -> act(() -> outbox.acknowledge(seq)));
        }
        if (response.decides()) {
            agenda.later(response.decide(), () -> act(() -> outbox.decide(seq)));
        }
    }

    private void act(Runnable act) {
        if (!closing && !over) {
            act.run();
        }
    }

    // ---- what there is to say about it; all but seat and cell once its thread has ended

    /** Its seat; empty if it never came in, or was shut out. */
    Optional<Door.Seat> seat() {
        return Optional.ofNullable(seat);
    }

    /** The cell it is in, by its code. */
    String cell() {
        return cell;
    }

    BitSet had() {
        return following.had();
    }

    int lost(BitSet stream) {
        return following.lost(stream);
    }

    long doubled() {
        return following.doubled();
    }

    /** Whether it had no connection when it was told to leave. */
    boolean away() {
        return away;
    }

    int unanswered() {
        return outbox.size();
    }

    /** How late injects were for it. */
    Punctuality punctuality() {
        return punctuality;
    }
}
