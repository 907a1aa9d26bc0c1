package org.startex.conduct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.startex.kernel.ExerciseTime;

/**
 * Exercise time over the whole exercise: each pause and change of pace is kept, so that an entry written offline gets the exercise time of when it
 * was written.
 *
 * @param readings in order of their anchors; empty before STARTEX
 */
public record ClockHistory(List<ExerciseClock> readings) {
    /** Before STARTEX. */
    public static final ClockHistory NOT_STARTED = new ClockHistory(List.of());

    public ClockHistory {
        readings = List.copyOf(readings);
    }

    /** The clock as it goes now; empty before STARTEX. */
    public Optional<ExerciseClock> latest() {
        return readings.isEmpty() ? Optional.empty() : Optional.of(readings.getLast());
    }

    /** When STARTEX was. */
    public Optional<Instant> started() {
        return readings.isEmpty()
                ? Optional.empty()
                : Optional.of(readings.getFirst().anchor());
    }

    /** Exercise time at any instant, zero before STARTEX. */
    public ExerciseTime elapsedAt(Instant when) {
        ExerciseTime elapsed = ExerciseTime.ZERO;
        for (int i = readings.size() - 1; i >= 0; i--) {
            ExerciseClock reading = readings.get(i);
            if (!reading.anchor().isAfter(when)) {
                elapsed = reading.elapsedAt(when);
                break;
            }
        }
        return elapsed;
    }

    /** How much exercise time was played through between two moments of it: what the clock jumped over is left out. Zero if the second is not later. */
    public ExerciseTime played(ExerciseTime from, ExerciseTime to) {
        long played = Math.max(0, to.micros() - from.micros());
        for (int i = 1; i < readings.size(); i++) {
            long before =
                    readings.get(i - 1).elapsedAt(readings.get(i).anchor()).micros();
            long after = readings.get(i).elapsedAtAnchor().micros();
            played -= Math.max(0, Math.min(to.micros(), after) - Math.max(from.micros(), before));
        }
        return new ExerciseTime(Math.max(0, played));
    }

    /** Whether exercise time runs now. */
    public boolean running() {
        return latest().map(ExerciseClock::running).orElse(false);
    }

    /** The pace now, or at which it will run on. */
    public Pace pace() {
        return latest().map(ExerciseClock::pace).orElse(Pace.REAL_TIME);
    }

    /** The first instant at which a time is reached, while the clock runs. */
    public Optional<Instant> dueAt(ExerciseTime time) {
        return latest().flatMap(clock -> clock.dueAt(time));
    }

    ClockHistory with(ExerciseClock reading) {
        List<ExerciseClock> all = new ArrayList<>(readings);
        all.add(reading);
        return new ClockHistory(all);
    }
}
