package org.startex.swarm;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What one player has to do: at once when others tell it, or later when it is time. Everything is done in turn on the player's own thread. */
final class Agenda {
    private static final long LONGEST_NANOS = 1_000_000_000L;

    private record Later(long nanos, Runnable act) {}

    private final BlockingQueue<Runnable> told = new LinkedBlockingQueue<>();
    private final PriorityQueue<Later> later = new PriorityQueue<>((a, b) -> Long.signum(a.nanos() - b.nanos()));

    /** To be done as soon as possible. From any thread. */
    void tell(Runnable act) {
        told.add(act);
    }

    /** To be done after a while. From the player's own thread. */
    void later(Duration after, Runnable act) {
        later.add(new Later(System.nanoTime() + after.toNanos(), act));
    }

    /** Forgets what was to be done later. */
    void forget() {
        later.clear();
    }

    /** Waits for the next thing, at most a second, and does everything whose time has come. */
    void turn() throws InterruptedException {
        Later next = later.peek();
        long wait = next == null ? LONGEST_NANOS : Math.clamp(next.nanos() - System.nanoTime(), 0, LONGEST_NANOS);
        Runnable act = told.poll(wait, TimeUnit.NANOSECONDS);
        while (act != null) {
            act.run();
            act = told.poll();
        }
        long now = System.nanoTime();
        for (next = later.peek(); next != null && next.nanos() - now <= 0; next = later.peek()) {
            later.poll();
            next.act().run();
        }
    }
}
