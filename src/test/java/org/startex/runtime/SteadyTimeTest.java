package org.startex.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SteadyTimeTest {
    private static final Instant START = Instant.parse("2026-05-12T08:30:00.123456789Z");

    private Instant wall = START;
    private long nanos = -7_000_000_000L;
    private final SteadyTime time = new SteadyTime(() -> wall, () -> nanos);

    @Test
    void isCutToMicroseconds() {
        assertThat(time.instant()).isEqualTo(Instant.parse("2026-05-12T08:30:00.123456Z"));
    }

    @Test
    void followsTheElapsedTimeBetweenLooks() {
        wall = wall.plusSeconds(5);
        elapse(Duration.ofMillis(900));
        assertThat(time.instant()).isEqualTo(Instant.parse("2026-05-12T08:30:01.023456Z"));
    }

    @Test
    void aStepForwardOfATimeServerIsMadeUpSlowly() {
        wall = wall.plusSeconds(2);
        Instant before = time.instant();
        passSeconds(1);
        assertThat(Duration.between(before, time.instant())).isEqualTo(Duration.ofMillis(1020));
        passSeconds(200);
        assertThat(time.instant()).isEqualTo(wall.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
    }

    @Test
    void aStepBackIsMadeUpWithoutRunningBackwards() {
        Instant before = time.instant();
        wall = wall.minusSeconds(60);
        passSeconds(1);
        assertThat(Duration.between(before, time.instant())).isEqualTo(Duration.ofMillis(980));
        for (int i = 0; i < 3100; i++) {
            passSeconds(1);
            time.instant();
        }
        assertThat(time.instant()).isEqualTo(wall.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
    }

    @Test
    void afterASleepTheWallIsCaughtUpWithAtOnce() {
        wall = wall.plus(Duration.ofMinutes(10));
        passSeconds(1);
        assertThat(time.instant()).isEqualTo(wall.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Any mixture of work, drift, steps and sleeps: never backwards, never much slower than the elapsed time, never ahead of both clocks. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverRunsBackwards(long seed) {
        Random random = new Random(seed);
        Instant last = time.instant();
        Instant furthest = last;
        for (int step = 0; step < 500; step++) {
            long worked = random.nextLong(3_000_000_000L);
            elapse(Duration.ofNanos(worked));
            wall = wall.plusNanos(worked + random.nextLong(-1_000_000, 1_000_000));
            switch (random.nextInt(20)) {
                case 0 -> wall = wall.plusMillis(random.nextLong(-120_000, 9_000));
                case 1 -> wall = wall.plusSeconds(random.nextLong(36_000));
                default -> {}
            }
            Instant now = time.instant();
            Duration moved = Duration.between(last, now);
            assertThat(moved).isGreaterThanOrEqualTo(Duration.ZERO);
            furthest = wall.isAfter(furthest) ? wall : furthest;
            Instant bound = last.plusNanos(worked + worked / 50 + 40_000_000L);
            assertThat(now).isBeforeOrEqualTo(bound.isAfter(furthest) ? bound : furthest);
            last = now;
        }
    }

    private void passSeconds(int seconds) {
        for (int i = 0; i < seconds; i++) {
            wall = wall.plusSeconds(1);
            elapse(Duration.ofSeconds(1));
            time.instant();
        }
    }

    private void elapse(Duration duration) {
        nanos += duration.toNanos();
    }
}
