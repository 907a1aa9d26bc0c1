package org.startex.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.startex.kernel.ExerciseTime;

/** Times of a story that goes over a night in which the clocks go forward. STARTEX is at eight in the evening. */
class StoryClockTest {
    private final StoryClock clock = new StoryClock(LocalDateTime.of(2026, 3, 28, 20, 0), ZoneId.of("Europe/London"));

    @Test
    void theFirstDayIsNotNamedAndLaterOnesAre() {
        assertThat(clock.minutes(ExerciseTime.minutes(24))).isEqualTo("20:24");
        assertThat(clock.minutes(ExerciseTime.minutes(9 * 60))).isEqualTo("Day 2 06:00");
        assertThat(clock.seconds(ExerciseTime.minutes(4 * 60))).isEqualTo("Day 2 00:00:00");
        assertThat(clock.severalDays(ExerciseTime.minutes(239))).isFalse();
        assertThat(clock.severalDays(ExerciseTime.minutes(240))).isTrue();
    }

    @Test
    void theBrowserIsToldTheHourByWhichTheClocksHaveChanged() {
        assertThat(clock.startSecond(ExerciseTime.minutes(60))).isEqualTo(20 * 3600);
        assertThat(clock.startSecond(ExerciseTime.minutes(9 * 60))).isEqualTo(21 * 3600);
    }

    @Test
    void aMomentOfTheStoryIsAnExerciseTime() {
        assertThat(clock.until(LocalDateTime.of(2026, 3, 29, 6, 0))).contains(ExerciseTime.minutes(9 * 60));
        assertThat(clock.until(LocalDateTime.of(2026, 3, 28, 19, 59))).isEmpty();
        assertThat(clock.moment(ExerciseTime.minutes(9 * 60))).isEqualTo(LocalDateTime.of(2026, 3, 29, 6, 0));
    }
}
