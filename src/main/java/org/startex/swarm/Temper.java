package org.startex.swarm;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * What one simulated person does about an inject, and after how long. It depends on the seed, the person and the inject alone, not on the order in which
 * things come. Times are spread as people's are, log-normally: half within the middle, one in twenty after more than two and a half times that.
 */
final class Temper {
    private static final double SPREAD = 0.6;
    private static final double LONGEST = 10;
    private static final int DECIDING = 5;

    private final long seed;
    private final SwarmPlan plan;
    private final SplittableRandom mishaps;

    Temper(SwarmPlan plan, int player) {
        this.seed = plan.seed() * 1_000_003 + player;
        this.plan = plan;
        this.mishaps = new SplittableRandom(seed);
    }

    /** What a person does about one inject. A time of null is for what they do not do. */
    record Response(Duration see, boolean acknowledges, Duration acknowledge, boolean decides, Duration decide) {}

    Response to(long inject) {
        SplittableRandom chance = new SplittableRandom(seed * 7_368_787 + inject);
        boolean acknowledges = chance.nextInt(100) < plan.acknowledge();
        boolean decides = chance.nextInt(100) < plan.decide();
        Duration acknowledge = about(plan.think(), chance);
        Duration decide = about(plan.think().multipliedBy(DECIDING), chance);
        return new Response(acknowledge.dividedBy(2), acknowledges, acknowledge, decides, decide);
    }

    private static Duration about(Duration middle, SplittableRandom chance) {
        double factor = Math.min(LONGEST, Math.exp(SPREAD * chance.nextGaussian()));
        return Duration.ofNanos((long) (middle.toNanos() * factor));
    }

    /** Until the connection is lost next, by chance alone; very long if none is to be lost. */
    Duration toNextLoss() {
        if (plan.drop() == 0) {
            return Duration.ofDays(365);
        }
        double minutes = -Math.log(1 - mishaps.nextDouble()) * 100 / plan.drop();
        return Duration.ofMillis((long) (minutes * 60_000));
    }

    /** How long to wait before an attempt to connect, from 0: as {@code docs/protocol.md} says. */
    Duration backOff(int attempt) {
        long base = 500L << Math.min(attempt, 4);
        return Duration.ofMillis(base + (long) (base / 2.0 * mishaps.nextDouble()));
    }
}
