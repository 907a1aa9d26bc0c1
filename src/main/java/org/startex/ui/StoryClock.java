package org.startex.ui;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.startex.kernel.ExerciseTime;

/**
 * Times as staff read them: exercise time as the story's time of day, real time in a zone, lengths of time.
 *
 * @param start the story's date and time at STARTEX
 */
public record StoryClock(LocalDateTime start) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** {@code 10:24}. */
    public String minutes(ExerciseTime time) {
        return MINUTES.format(at(time));
    }

    /** {@code 10:24:36}. */
    public String seconds(ExerciseTime time) {
        return SECONDS.format(at(time));
    }

    /** The story's time of day at STARTEX, in seconds since midnight. */
    public int startSecond() {
        return start.toLocalTime().toSecondOfDay();
    }

    private LocalTime at(ExerciseTime time) {
        return start.plus(time.micros(), ChronoUnit.MICROS).toLocalTime();
    }

    /** Real time of day: {@code 11:26:36}. */
    public static String real(Instant instant, ZoneId zone) {
        return SECONDS.format(instant.atZone(zone));
    }

    /** A real date with its time: {@code 14 May 2026, 09:00}. */
    public static String dateTime(Instant instant, ZoneId zone) {
        return DATE.format(instant.atZone(zone)) + ", " + MINUTES.format(instant.atZone(zone));
    }

    /** The story's date and time: {@code 14 May 2026, 09:00}. */
    public static String dateTime(LocalDateTime time) {
        return DATE.format(time) + ", " + MINUTES.format(time);
    }
}
