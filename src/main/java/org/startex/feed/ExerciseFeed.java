package org.startex.feed;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.startex.conduct.Conduct;
import org.startex.conduct.Exercise;
import org.startex.conduct.Member;
import org.startex.conduct.ParticipantAdmitted;
import org.startex.conduct.ParticipantEjected;
import org.startex.conduct.ParticipantJoined;
import org.startex.conduct.ParticipantMoved;
import org.startex.conduct.Play;
import org.startex.conduct.RoleHandedOver;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;
import org.startex.people.ParticipantName;

/**
 * Follows the record of one exercise and tells the pages that look at it. One thread does everything in turn: it reads by sequence what a hint
 * or the clock wakes it for, folds it into the state as it stood at each entry, and hands each page what its participant may read. So a page never
 * gets what its participant may not read any more, however acts and reading overlap.
 *
 * <p>How often frames come depends on what is for the page and on a fixed grid of time, and on nothing else.
 */
final class ExerciseFeed implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ExerciseFeed.class);
    private static final int CHUNK = 500;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    /** Where the record is read. */
    interface Reading {
        /** At most so many committed entries after a sequence, in order. */
        List<LedgerEntry> after(long seq, int limit);
    }

    private final ExerciseId exercise;
    private final Reading record;
    private final Function<ExerciseId, Map<ParticipantId, ParticipantName>> names;
    private final InstantSource time;
    private final FeedRhythm rhythm;
    private final Consumer<FeedSocket> lookAfter;
    private final BooleanSupplier mayEnd;

    private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
    private final AtomicBoolean hinted = new AtomicBoolean(true);
    private volatile boolean open = true;

    // All below belong to the thread that runs.
    private final Map<FeedSocket, Long> asking = new LinkedHashMap<>();
    private final Set<FeedSocket> wondering = new LinkedHashSet<>();
    private final FanOut fanOut;
    private final List<EncodedEntry> shown = new ArrayList<>();
    private final Map<ParticipantId, String> known = new HashMap<>();
    private Exercise state;
    private long position;
    private long readAt;
    private long usedAt = System.nanoTime();
    private boolean failing;

    /**
     * @param names everybody's names in an exercise
     * @param lookAfter called for each page once a beat, on a thread of its own
     * @param mayEnd asked when nobody has looked for a while: whether to end is decided where pages come in
     */
    ExerciseFeed(
            ExerciseId exercise,
            Reading record,
            Function<ExerciseId, Map<ParticipantId, ParticipantName>> names,
            InstantSource time,
            FeedRhythm rhythm,
            Consumer<FeedSocket> lookAfter,
            BooleanSupplier mayEnd) {
        this.exercise = exercise;
        this.record = record;
        this.names = names;
        this.time = time;
        this.rhythm = rhythm;
        this.fanOut = new FanOut(rhythm);
        this.lookAfter = lookAfter;
        this.mayEnd = mayEnd;
        this.state = new Exercise.Unplanned(exercise);
    }

    /** A page has connected; it gets nothing before it asks. */
    void attach(FeedSocket socket) {
        mailbox.add(() -> fanOut.add(socket));
    }

    /** A page's connection has ended. */
    void detach(FeedSocket socket) {
        mailbox.add(() -> {
            fanOut.remove(socket);
            asking.remove(socket);
            wondering.remove(socket);
        });
    }

    /** A page asks for what comes after a sequence. */
    void resume(FeedSocket socket, long lastSeq) {
        mailbox.add(() -> asking.put(socket, lastSeq));
    }

    /** A page asks who could take over its participant's role. */
    void colleagues(FeedSocket socket) {
        mailbox.add(() -> wondering.add(socket));
    }

    /** The record may have grown. Costs nothing but a signal. */
    void hint() {
        if (!hinted.getAndSet(true)) {
            mailbox.add(() -> {});
        }
    }

    /** Calls for each page of a participant. */
    void eachOf(ParticipantId participant, Consumer<FeedSocket> call) {
        mailbox.add(() -> List.copyOf(fanOut.sockets()).stream()
                .filter(socket -> socket.participant().equals(participant))
                .forEach(call));
    }

    /** Ends all connections and the thread. */
    void stop() {
        mailbox.add(() -> {
            fanOut.sockets().forEach(socket -> socket.outlet().end(Ending.RESTART));
            open = false;
        });
    }

    /** Whether nothing waits to be done. */
    boolean isQuiet() {
        return mailbox.isEmpty();
    }

    @Override
    public void run() {
        long grid = gridAfter(System.nanoTime());
        while (open) {
            try {
                takeLetters(sooner(fanOut.nextDue(), grid));
                long now = System.nanoTime();
                fanOut.sendDue(now);
                if (hinted.get()
                        || !asking.isEmpty()
                        || !wondering.isEmpty()
                        || now - readAt >= rhythm.poll().toNanos()) {
                    follow();
                    answerAsking();
                    answerWondering();
                }
                if (now - grid >= 0) {
                    long tick = Math.floorDiv(grid, rhythm.grid().toNanos());
                    tellUpTo(tick);
                    lookAfterSome(tick);
                    grid = gridAfter(now);
                    endIfUnused(now);
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                rest(failure);
            } catch (Error fault) { // one entry must not silence an exercise
                LOG.error("the record of exercise {} cannot be followed", exercise, fault);
                rest(fault);
            }
        }
    }

    private static long sooner(@Nullable Long due, long grid) {
        return due == null || grid - due < 0 ? grid : due;
    }

    private void takeLetters(long until) throws InterruptedException {
        Runnable letter = mailbox.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        while (letter != null) {
            letter.run();
            letter = mailbox.poll();
        }
    }

    private long gridAfter(long now) {
        long grid = rhythm.grid().toNanos();
        return (Math.floorDiv(now, grid) + 1) * grid;
    }

    /** Nothing is lost: the same is read again. */
    private void rest(Throwable failure) {
        if (!failing) {
            LOG.warn("the record of exercise {} cannot be followed just now: {}", exercise, failure.toString());
        }
        failing = true;
        hinted.set(true);
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException stopping) {
            open = false;
        }
    }

    private void follow() {
        hinted.set(false);
        List<LedgerEntry> entries;
        do {
            entries = record.after(position, CHUNK);
            entries.forEach(this::take);
        } while (entries.size() == CHUNK);
        readAt = System.nanoTime();
        failing = false;
    }

    private void take(LedgerEntry entry) {
        Exercise before = state;
        Exercise after = Conduct.evolve(before, entry);
        Optional<Play> play = after.content();
        Optional<EncodedEntry> encoded = play.flatMap(p -> PlayersEntry.of(entry, p, this::nameOf));
        state = after;
        position = entry.seq();
        encoded.ifPresent(told -> {
            shown.add(told);
            fanOut.tell(told, play.orElseThrow());
        });
        switch (entry.fact()) {
            case ParticipantMoved moved -> resync(moved.participant(), "moved");
            case RoleHandedOver handed -> {
                resync(handed.from(), "role");
                resync(handed.to(), "role");
            }
            case ParticipantAdmitted admitted -> resync(admitted.participant(), "admitted");
            case ParticipantJoined joined -> resync(joined.participant(), "role");
            case ParticipantEjected ejected ->
                of(ejected.participant()).forEach(socket -> socket.outlet().end(Ending.EJECTED));
            default -> {}
        }
        if (standsOtherwise(before, after)) {
            liveSockets().forEach(this::tellStanding);
        }
    }

    private static boolean standsOtherwise(Exercise before, Exercise after) {
        return !before.word().equals(after.word())
                || PageWords.drilling(before) != PageWords.drilling(after)
                || !Objects.equals(
                        before.content().map(Play::clock), after.content().map(Play::clock))
                || !before.content()
                        .map(play -> play.plan().marked())
                        .equals(after.content().map(play -> play.plan().marked()));
    }

    private void tellStanding(FeedSocket socket) {
        state.content()
                .ifPresent(play -> play.member(socket.participant()).ifPresent(member -> {
                    socket.send(PageWords.welcome(state, play, member, socket));
                    socket.send(PageWords.clock(play, time.instant()));
                }));
    }

    /** The page drops what it has and asks anew; until then it gets nothing. */
    private void resync(ParticipantId participant, String reason) {
        of(participant).filter(FeedSocket::live).forEach(socket -> {
            socket.live(false);
            fanOut.forget(socket);
            socket.send(new ServerMessage.Resync(reason));
        });
    }

    private void answerAsking() {
        Iterator<Map.Entry<FeedSocket, Long>> each = asking.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<FeedSocket, Long> ask = each.next();
            each.remove();
            if (fanOut.sockets().contains(ask.getKey())) {
                answer(ask.getKey(), ask.getValue());
            }
            if (hinted.get()) {
                follow();
            }
        }
    }

    /** After reading, so that whoever has just come is named; what fails is asked for again with the rest. */
    private void answerWondering() {
        for (FeedSocket socket : List.copyOf(wondering)) {
            state.content()
                    .flatMap(play -> PageWords.colleagues(play, socket.participant(), this::nameOf))
                    .ifPresent(socket::send);
            wondering.remove(socket);
        }
    }

    private void answer(FeedSocket socket, long lastSeq) {
        Optional<Member> member = state.content().flatMap(play -> play.member(socket.participant()));
        if (member.isEmpty()) {
            socket.outlet().end(Ending.NO_TOKEN);
            return;
        }
        if (member.get().ejected()) {
            socket.outlet().end(Ending.EJECTED);
            return;
        }
        if (lastSeq > position) {
            socket.live(false);
            fanOut.forget(socket);
            socket.send(new ServerMessage.Resync("record"));
            return;
        }
        Play play = state.content().orElseThrow();
        fanOut.forget(socket);
        tellStanding(socket);
        socket.outlet()
                .sendHistory(new History(socket.participant(), play, entriesFor(socket, play, lastSeq), lastSeq));
        socket.send(new ServerMessage.UpTo(position));
        socket.covered(position);
        socket.live(true);
    }

    private List<EncodedEntry> entriesFor(FeedSocket socket, Play play, long lastSeq) {
        return shown.stream()
                .filter(entry -> entry.seq() > lastSeq && entry.isFor(socket.participant(), play))
                .toList();
    }

    /** On the grid: nothing but the time decides whether {@code upTo} is sent, and everybody gets the same. */
    private void tellUpTo(long tick) {
        boolean played = switch (state) {
            case Exercise.Running s -> true;
            case Exercise.Paused s -> true;
            case Exercise.Stopped s -> true;
            case Exercise.Closing s -> true;
            case Exercise.Planned s -> false;
            case Exercise.Sealed s -> false;
            case Exercise.Unplanned s -> false;
        };
        if (played || tick % rhythm.idle().dividedBy(rhythm.grid()) == 0) {
            fanOut.upTo(position);
        }
    }

    /** Each page once a beat, spread over its ticks, so that a thousand are not looked after at once. */
    private void lookAfterSome(long tick) {
        long ticks = rhythm.beat().dividedBy(rhythm.grid());
        fanOut.sockets().stream()
                .filter(socket -> Math.floorMod(socket.hashCode() - tick, ticks) == 0)
                .forEach(socket -> Thread.startVirtualThread(() -> lookAfter.accept(socket)));
    }

    private void endIfUnused(long now) {
        if (!fanOut.sockets().isEmpty()) {
            usedAt = now;
        } else if (now - usedAt > rhythm.linger().toNanos() && mayEnd.getAsBoolean()) {
            open = false;
        }
    }

    private List<FeedSocket> liveSockets() {
        return fanOut.sockets().stream().filter(FeedSocket::live).toList();
    }

    private Stream<FeedSocket> of(ParticipantId participant) {
        return fanOut.sockets().stream().filter(socket -> socket.participant().equals(participant));
    }

    private String nameOf(ParticipantId participant) {
        if (!known.containsKey(participant)) {
            names.apply(exercise).forEach((id, name) -> known.put(id, name.name()));
        }
        return known.getOrDefault(participant, "");
    }
}
