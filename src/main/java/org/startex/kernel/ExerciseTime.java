package org.startex.kernel;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Exercise time that has passed since STARTEX, in whole microseconds, never negative. Written {@code T+01:24:36}.
 */
public record ExerciseTime(long micros) implements Comparable<ExerciseTime> {
    /** The moment of STARTEX. */
    public static final ExerciseTime ZERO = new ExerciseTime(0);

    private static final Pattern FORM = Pattern.compile("T\\+(\\d{1,3}):([0-5]\\d)(?::([0-5]\\d))?");

    /** @throws IllegalArgumentException if negative */
    public ExerciseTime {
        if (micros < 0) {
            throw new IllegalArgumentException("exercise time is never before STARTEX: " + micros);
        }
    }

    /** Exercise time after a duration, cut to microseconds. */
    public static ExerciseTime of(Duration sinceStart) {
        return new ExerciseTime(sinceStart.toNanos() / 1000);
    }

    /** Exercise time after some minutes. */
    public static ExerciseTime minutes(long minutes) {
        return new ExerciseTime(Math.multiplyExact(minutes, 60_000_000L));
    }

    /** Reads {@code T+hh:mm} or {@code T+hh:mm:ss}; empty if the text is neither. */
    public static Optional<ExerciseTime> parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        long seconds = Long.parseLong(m.group(1)) * 3600
                + Long.parseLong(m.group(2)) * 60
                + (m.group(3) == null ? 0 : Long.parseLong(m.group(3)));
        return Optional.of(new ExerciseTime(seconds * 1_000_000));
    }

    /** As a duration since STARTEX. */
    public Duration toDuration() {
        return Duration.ofNanos(Math.multiplyExact(micros, 1000L));
    }

    @Override
    public int compareTo(ExerciseTime other) {
        return Long.compare(micros, other.micros);
    }

    @Override
    public String toString() {
        long s = micros / 1_000_000;
        return "T+%02d:%02d:%02d".formatted(s / 3600, s / 60 % 60, s % 60);
    }
}
