package org.startex.swarm;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.startex.kernel.Texts;

/**
 * Many simulated players in one process. They come in by code as the players' page does, live through an exercise, and at the end each is asked what it got:
 * that is compared with the whole stream of its cell, read once more.
 */
public final class Swarm {
    private static final Duration TELL = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration TO_SETTLE = Duration.ofSeconds(30);
    private static final int KEEP_TIME = 3;
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** Those who read the same. */
    private record Group(String exercise, String cell) {}

    private final SwarmPlan plan;
    private final Tally tally = new Tally();
    private final Texts texts = Texts.of("swarm");
    private volatile boolean stopped;

    /** A swarm that has not begun. It can run once. */
    public Swarm(SwarmPlan plan) {
        this.plan = plan;
    }

    /** Lets a swarm that runs come to its end; it still says what there was. */
    public void stop() {
        stopped = true;
    }

    /**
     * Plays until the exercises end, the time is over, or {@link #stop} is called.
     *
     * @param tell called every ten seconds
     * @throws SwarmRefused if the server does not answer, or a code opens no cell
     */
    public SwarmReport run(Consumer<SwarmProgress> tell) throws SwarmRefused, InterruptedException {
        try (Door door = new Door(plan.server());
                OwnDelay own = new OwnDelay()) {
            for (String code : plan.codes()) {
                look(door, code);
            }
            List<Player> players = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            ServerTime time = new ServerTime();
            long begun = System.nanoTime();
            come(door, time, players, threads, begun, tell);
            stay(players, begun, tell);
            long lasted = System.nanoTime() - begun;
            Map<Group, Optional<BitSet>> streams = settle(door, players);
            await(players, Player::catchUp);
            for (Player player : players) {
                player.leave();
            }
            for (Thread thread : threads) {
                thread.join(TO_SETTLE);
            }
            return report(players, streams, Duration.ofNanos(lasted), own.soFar());
        }
    }

    private void look(Door door, String code) throws SwarmRefused, InterruptedException {
        try {
            if (door.look(code).cell().isEmpty()) {
                throw new SwarmRefused(texts.get("refused.no-cell", code));
            }
        } catch (Door.No no) {
            throw new SwarmRefused(texts.get("refused.code", code, no.said()));
        } catch (IOException failure) {
            throw new SwarmRefused(texts.get(
                    "refused.server",
                    plan.server().toString(),
                    failure.getClass().getSimpleName()));
        }
    }

    private void come(
            Door door,
            ServerTime time,
            List<Player> players,
            List<Thread> threads,
            long begun,
            Consumer<SwarmProgress> tell)
            throws InterruptedException {
        String run = new SecureRandom()
                .ints(4, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
        long told = begun;
        for (int i = 0; i < plan.players() && !stopped; i++) {
            long at = begun + plan.joinOver().toNanos() / plan.players() * i;
            while (!stopped && System.nanoTime() < at) {
                TimeUnit.NANOSECONDS.sleep(Math.min(LOOK.toNanos(), Math.max(1, at - System.nanoTime())));
            }
            Player player = new Player(
                    door,
                    plan.codes().get(i % plan.codes().size()),
                    texts.get("name", run, String.valueOf(i + 1)),
                    new Temper(plan, i),
                    tally,
                    time,
                    i < KEEP_TIME);
            players.add(player);
            threads.add(Thread.ofVirtual().name("swarm-" + (i + 1)).start(player));
            told = tellNow(tell, told);
        }
    }

    private void stay(List<Player> players, long begun, Consumer<SwarmProgress> tell) throws InterruptedException {
        long end = begun + plan.joinOver().plus(plan.lasting()).toNanos();
        long told = System.nanoTime();
        while (!stopped && System.nanoTime() < end && !players.stream().allMatch(Player::over)) {
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
            told = tellNow(tell, told);
        }
    }

    private long tellNow(Consumer<SwarmProgress> tell, long told) {
        long now = System.nanoTime();
        if (now - told < TELL.toNanos()) {
            return told;
        }
        tell.accept(new SwarmProgress(
                plan.players(), tally.joined.sum(), tally.connected.sum(), tally.injects.sum(), tally.resumes.sum()));
        return now;
    }

    /** Waits for the answers that are still to come, and then reads each cell's stream: nobody adds to it any more but the exercise itself. */
    private Map<Group, Optional<BitSet>> settle(Door door, List<Player> players) throws InterruptedException {
        await(players, Player::settle);
        Map<Group, Optional<BitSet>> streams = new LinkedHashMap<>();
        for (Player player : players) {
            Optional<Group> group = group(player);
            if (group.isPresent() && !streams.containsKey(group.get())) {
                Optional<BitSet> stream = Audit.stream(door, player.seat().orElseThrow());
                if (stream.isEmpty()) {
                    tally.trouble(Trouble.UNCHECKED);
                }
                streams.put(group.get(), stream);
            }
        }
        return streams;
    }

    private static Optional<Group> group(Player player) {
        return player.seat()
                .filter(seat -> !player.cell().isEmpty())
                .map(seat -> new Group(seat.exercise(), player.cell()));
    }

    private static void await(List<Player> players, Function<Player, CompletableFuture<Void>> what)
            throws InterruptedException {
        CompletableFuture<Void> all =
                CompletableFuture.allOf(players.stream().map(what).toArray(CompletableFuture[]::new));
        try {
            all.get(TO_SETTLE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException notAll) {
            // Who is not done is counted as away or unanswered.
        }
    }

    private SwarmReport report(
            List<Player> players, Map<Group, Optional<BitSet>> streams, Duration lasted, Lateness own) {
        long lost = 0;
        long doubled = 0;
        for (Player player : players) {
            Optional<Group> group = group(player);
            lost += group.map(g -> player.lost(stream(g, streams, players))).orElse(0);
            doubled += player.doubled();
            for (int i = 0; i < player.unanswered(); i++) {
                tally.trouble(Trouble.UNANSWERED);
            }
            if (player.away()) {
                tally.trouble(Trouble.AWAY);
            }
        }
        return new SwarmReport(
                plan,
                tally,
                streams.size(),
                lasted,
                Lateness.of(
                        players.stream().map(each -> each.punctuality().live()).toList()),
                Lateness.of(
                        players.stream().map(each -> each.punctuality().warm()).toList()),
                Lateness.of(players.stream()
                        .map(each -> each.punctuality().missed())
                        .toList()),
                own,
                players.stream()
                        .mapToLong(each -> each.punctuality().uncertainMicros())
                        .max()
                        .orElse(0),
                lost,
                doubled);
    }

    /** What everybody in a group must have: as read from the server, or if that failed, what any of them got. */
    private static BitSet stream(Group group, Map<Group, Optional<BitSet>> streams, List<Player> players) {
        return streams.getOrDefault(group, Optional.empty()).orElseGet(() -> {
            BitSet all = new BitSet();
            players.stream()
                    .filter(p -> group(p).filter(group::equals).isPresent())
                    .forEach(p -> all.or(p.had()));
            return all;
        });
    }
}
