package org.startex.swarm;

import java.time.Duration;
import java.util.List;

/** How late this machine itself is: a thread that sleeps for a while, and measures how much longer it slept. What players got late may be late by as much for that reason alone. */
final class OwnDelay implements AutoCloseable {
    private static final long SLEEP_NANOS = 20_000_000;

    private final Lateness.Collected collected = new Lateness.Collected();
    private final Thread sleeper;

    OwnDelay() {
        sleeper = Thread.ofPlatform().daemon().name("swarm-own-delay").start(this::measure);
    }

    private void measure() {
        try {
            while (true) {
                long begun = System.nanoTime();
                Thread.sleep(Duration.ofNanos(SLEEP_NANOS));
                long over = System.nanoTime() - begun - SLEEP_NANOS;
                synchronized (this) {
                    collected.add(over / 1000);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized Lateness soFar() {
        return Lateness.of(List.of(collected));
    }

    @Override
    public void close() {
        sleeper.interrupt();
    }
}
