package org.startex.feed;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.startex.conduct.Presence;
import org.startex.conduct.RecordService;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerAdvanced;
import org.startex.people.Caller;
import org.startex.people.ParticipantRegister;

/** All pages that are connected to this node, by exercise; knows who is there. */
@Component
class FeedHub implements Presence, SmartLifecycle {
    private record Who(ExerciseId exercise, ParticipantId participant) {
        static Who of(FeedSocket socket) {
            return new Who(socket.exercise(), socket.participant());
        }
    }

    private record Seen(int pages, Instant last) {}

    private final RecordService records;
    private final ParticipantRegister register;
    private final InstantSource time;
    private final FeedRhythm rhythm;
    private final Map<ExerciseId, ExerciseFeed> feeds = new ConcurrentHashMap<>();
    private final Map<Who, Seen> seen = new ConcurrentHashMap<>();
    private volatile boolean running;

    @Autowired
    FeedHub(RecordService records, ParticipantRegister register, InstantSource time) {
        this(records, register, time, FeedRhythm.USUAL);
    }

    FeedHub(RecordService records, ParticipantRegister register, InstantSource time, FeedRhythm rhythm) {
        this.records = records;
        this.register = register;
        this.time = time;
        this.rhythm = rhythm;
    }

    /** A page has connected. */
    void opened(FeedSocket socket) {
        seen.merge(Who.of(socket), new Seen(1, time.instant()), (old, one) -> new Seen(old.pages() + 1, one.last()));
        feeds.compute(socket.exercise(), (id, feed) -> {
            ExerciseFeed used = feed == null ? begin(id) : feed;
            used.attach(socket);
            return used;
        });
    }

    private ExerciseFeed begin(ExerciseId exercise) {
        ExerciseFeed feed = new ExerciseFeed(
                exercise,
                (after, limit) -> records.read(Caller.PROGRAM, exercise, after, limit),
                register::names,
                time,
                rhythm,
                this::lookAfter,
                () -> forget(exercise));
        Thread.ofVirtual().name("feed-" + exercise).start(feed);
        return feed;
    }

    /** Asked by a feed that nobody uses: it ends unless somebody comes in at this moment. */
    private boolean forget(ExerciseId exercise) {
        return feeds.computeIfPresent(exercise, (id, feed) -> feed.isQuiet() ? null : feed) == null;
    }

    /** A page's connection has ended. */
    void closed(FeedSocket socket) {
        seen.computeIfPresent(Who.of(socket), (who, was) -> new Seen(was.pages() - 1, time.instant()));
        feed(socket.exercise()).ifPresent(feed -> feed.detach(socket));
    }

    /** Something came from a page. */
    void heard(FeedSocket socket) {
        socket.heard(System.nanoTime());
        seen.computeIfPresent(Who.of(socket), (who, was) -> new Seen(was.pages(), time.instant()));
    }

    /** A page asks for what comes after a sequence. */
    void resume(FeedSocket socket, long lastSeq) {
        feed(socket.exercise()).ifPresent(feed -> feed.resume(socket, lastSeq));
    }

    /** A page asks who could take over its participant's role. */
    void colleagues(FeedSocket socket) {
        feed(socket.exercise()).ifPresent(feed -> feed.colleagues(socket));
    }

    /** A participant's tokens may have ended: pages whose token has, end. */
    void tokensEnded(ExerciseId exercise, ParticipantId participant) {
        feed(exercise)
                .ifPresent(feed -> feed.eachOf(
                        participant,
                        socket -> Thread.startVirtualThread(() -> {
                            if (!stillGood(socket)) {
                                socket.outlet().end(Ending.NO_TOKEN);
                            }
                        })));
    }

    /** Whether the page's token still stands for its participant. */
    private boolean stillGood(FeedSocket socket) {
        return register.byToken(socket.token()).filter(socket.caller()::equals).isPresent();
    }

    /** Ends a page whose token has ended, however that came about, or that has not been heard for three beats; pings the others. */
    private void lookAfter(FeedSocket socket) {
        if (System.nanoTime() - socket.heardAt() > rhythm.beat().multipliedBy(3).toNanos()) {
            socket.outlet().end(Ending.TOO_SLOW);
            return;
        }
        if (good(socket)) {
            socket.ping();
        } else {
            socket.outlet().end(Ending.NO_TOKEN);
        }
    }

    /** While the database is away, whoever was let in stays. */
    private boolean good(FeedSocket socket) {
        try {
            return stillGood(socket);
        } catch (RuntimeException away) {
            return true;
        }
    }

    @EventListener
    void on(LedgerAdvanced hint) {
        feed(hint.exercise()).ifPresent(ExerciseFeed::hint);
    }

    private Optional<ExerciseFeed> feed(ExerciseId exercise) {
        return Optional.ofNullable(feeds.get(exercise));
    }

    FeedRhythm rhythm() {
        return rhythm;
    }

    @Override
    public boolean connected(ExerciseId exercise, ParticipantId participant) {
        Seen found = seen.get(new Who(exercise, participant));
        return found != null && found.pages() > 0;
    }

    @Override
    public Optional<Instant> lastSeen(ExerciseId exercise, ParticipantId participant) {
        return Optional.ofNullable(seen.get(new Who(exercise, participant))).map(Seen::last);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server goes: pages are told that it is a restart, and come back by themselves. */
    @Override
    public void stop() {
        running = false;
        feeds.values().forEach(ExerciseFeed::stop);
        feeds.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
