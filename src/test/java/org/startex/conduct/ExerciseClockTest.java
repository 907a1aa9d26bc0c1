package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.startex.kernel.ExerciseTime;

class ExerciseClockTest {
    private static final Instant NINE = Instant.parse("2026-05-14T08:00:00Z");

    @Test
    void runsAtItsPace() {
        ExerciseClock clock = new ExerciseClock(NINE, ExerciseTime.ZERO, new Pace(6000), true);
        assertThat(clock.elapsedAt(NINE.plusSeconds(3))).isEqualTo(ExerciseTime.minutes(3));
    }

    @Test
    void pausedClockStandsStill() {
        ExerciseClock clock =
                new ExerciseClock(NINE, ExerciseTime.ZERO, Pace.REAL_TIME, true).pausedAt(NINE.plusSeconds(90));
        assertThat(clock.elapsedAt(NINE.plus(Duration.ofDays(2)))).isEqualTo(ExerciseTime.of(Duration.ofSeconds(90)));
        assertThat(clock.dueAt(ExerciseTime.minutes(5))).isEmpty();
    }

    @Test
    void neverRunsBackwardsWhenTheWallClockDoes() {
        ExerciseClock clock = new ExerciseClock(NINE, ExerciseTime.minutes(10), Pace.REAL_TIME, true);
        assertThat(clock.elapsedAt(NINE.minusSeconds(30))).isEqualTo(ExerciseTime.minutes(10));
    }

    @RepeatedTest(200)
    void aTimeIsReachedAtItsDueInstantAndNotBefore(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Pace pace = new Pace(1 + random.nextInt(Pace.FASTEST));
        ExerciseClock clock = new ExerciseClock(NINE, new ExerciseTime(random.nextLong(3_600_000_000L)), pace, true);
        ExerciseTime due = new ExerciseTime(clock.elapsedAtAnchor().micros() + 1 + random.nextLong(10_800_000_000L));
        Instant at = clock.dueAt(due).orElseThrow();
        assertThat(clock.elapsedAt(at)).isGreaterThanOrEqualTo(due);
        assertThat(clock.elapsedAt(at.minusNanos(1000))).isLessThan(due);
    }

    @RepeatedTest(100)
    void changesOfPaceAndPausesLoseNothing(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        ExerciseClock clock = new ExerciseClock(NINE, ExerciseTime.ZERO, Pace.REAL_TIME, true);
        Instant now = NINE;
        long expected = 0;
        for (int i = 0; i < 50; i++) {
            long micros = random.nextLong(100_000_000L);
            now = now.plusNanos(micros * 1000);
            expected += clock.running() ? Math.floorDiv(micros * clock.pace().percent(), 100L) : 0;
            assertThat(clock.elapsedAt(now).micros()).isEqualTo(expected);
            clock = random.nextBoolean()
                    ? clock.pausedAt(now)
                    : clock.runningAt(now, new Pace(1 + random.nextInt(9999)));
        }
    }

    @Test
    void paceIsOneToTenThousandPercent() {
        assertThat(Pace.isOne(1)).isTrue();
        assertThat(Pace.isOne(10_000)).isTrue();
        assertThatThrownBy(() -> new Pace(0)).hasMessageContaining("1 to 10,000");
        assertThatThrownBy(() -> new Pace(10_001)).hasMessageContaining("1 to 10,000");
    }

    @Test
    void anEntryWrittenOfflineGetsTheTimeOfWhenItWasWritten() {
        ExerciseClock first = new ExerciseClock(NINE, ExerciseTime.ZERO, new Pace(200), true);
        ExerciseClock paused = first.pausedAt(NINE.plusSeconds(60));
        ExerciseClock again = paused.runningAt(NINE.plusSeconds(120), Pace.REAL_TIME);
        ClockHistory history = ClockHistory.NOT_STARTED.with(first).with(paused).with(again);
        assertThat(history.elapsedAt(NINE.minusSeconds(1))).isEqualTo(ExerciseTime.ZERO);
        assertThat(history.elapsedAt(NINE.plusSeconds(30))).isEqualTo(ExerciseTime.minutes(1));
        assertThat(history.elapsedAt(NINE.plusSeconds(100))).isEqualTo(ExerciseTime.minutes(2));
        assertThat(history.elapsedAt(NINE.plusSeconds(180))).isEqualTo(ExerciseTime.minutes(3));
    }
}
