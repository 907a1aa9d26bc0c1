package org.startex.conduct;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.startex.kernel.ExerciseTime;

/**
 * One reading of exercise time and how it goes on from there: {@code elapsed = elapsedAtAnchor + (now - anchor) x pace}. A change of pace or a
 * pause makes another one. Whole microseconds throughout; exercise time never runs backwards.
 */
public record ExerciseClock(Instant anchor, ExerciseTime elapsedAtAnchor, Pace pace, boolean running) {
    /** Exercise time at an instant; before the anchor it is the anchor's. */
    public ExerciseTime elapsedAt(Instant now) {
        if (!running || !now.isAfter(anchor)) {
            return elapsedAtAnchor;
        }
        long real = ChronoUnit.MICROS.between(anchor, now);
        return new ExerciseTime(Math.addExact(
                elapsedAtAnchor.micros(), Math.floorDiv(Math.multiplyExact(real, (long) pace.percent()), 100L)));
    }

    /** The first instant at which {@link #elapsedAt} has reached a time; the anchor if it had then; empty while the clock stands. */
    public Optional<Instant> dueAt(ExerciseTime time) {
        long ahead = time.micros() - elapsedAtAnchor.micros();
        if (ahead <= 0) {
            return Optional.of(anchor);
        }
        if (!running) {
            return Optional.empty();
        }
        return Optional.of(
                anchor.plus(Math.ceilDiv(Math.multiplyExact(ahead, 100L), (long) pace.percent()), ChronoUnit.MICROS));
    }

    /** The clock that stands from now on. */
    public ExerciseClock pausedAt(Instant now) {
        return new ExerciseClock(now, elapsedAt(now), pace, false);
    }

    /** The clock that runs on from now at a pace. */
    public ExerciseClock runningAt(Instant now, Pace newPace) {
        return new ExerciseClock(now, elapsedAt(now), newPace, true);
    }
}
