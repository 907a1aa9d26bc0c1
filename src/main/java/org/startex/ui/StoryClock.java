package org.startex.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.startex.kernel.ExerciseTime;

/**
 * Times as staff read them: exercise time as the story's time of day, real time in a zone, lengths of time.
 *
 * @param start the story's date and time at STARTEX
 * @param zone whose rules say how long its days are
 */
public record StoryClock(LocalDateTime start, ZoneId zone) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** {@code 10:24}, and {@code Day 2 06:00} from the story's second day on. */
    public String minutes(ExerciseTime time) {
        return onDay(time, MINUTES);
    }

    /** {@code 10:24:36}, and {@code Day 2 06:00:00} from the story's second day on. */
    public String seconds(ExerciseTime time) {
        return onDay(time, SECONDS);
    }

    private String onDay(ExerciseTime time, DateTimeFormatter form) {
        ZonedDateTime at = at(time);
        long day = 1 + ChronoUnit.DAYS.between(start.toLocalDate(), at.toLocalDate());
        return day == 1 ? form.format(at) : Words.say("clock.day", day, form.format(at));
    }

    /** Whether something so long after STARTEX is on a later day of the story. */
    public boolean severalDays(ExerciseTime time) {
        return !at(time).toLocalDate().equals(start.toLocalDate());
    }

    /** Exercise time at a moment of the story; empty if that is before STARTEX. */
    public Optional<ExerciseTime> until(LocalDateTime moment) {
        Duration after = Duration.between(start.atZone(zone), moment.atZone(zone));
        return after.isNegative() ? Optional.empty() : Optional.of(ExerciseTime.of(after));
    }

    /** The story's date and time. */
    public LocalDateTime moment(ExerciseTime time) {
        return at(time).toLocalDateTime();
    }

    /** The story's time of day at STARTEX, in seconds since midnight. */
    public int startSecond() {
        return start.toLocalTime().toSecondOfDay();
    }

    /** The time of day that STARTEX had by the clocks of now, which may have changed since, in seconds since midnight. */
    public int startSecond(ExerciseTime now) {
        return startSecond()
                + at(now).getOffset().getTotalSeconds()
                - start.atZone(zone).getOffset().getTotalSeconds();
    }

    private ZonedDateTime at(ExerciseTime time) {
        return start.atZone(zone).plus(time.micros(), ChronoUnit.MICROS);
    }

    /** Real time of day: {@code 11:26:36}. */
    public static String real(Instant instant, ZoneId zone) {
        return SECONDS.format(instant.atZone(zone));
    }

    /** A real date with its time: {@code 14 May 2026, 09:00}. */
    public static String dateTime(Instant instant, ZoneId zone) {
        return DATE.format(instant.atZone(zone)) + ", " + MINUTES.format(instant.atZone(zone));
    }

    /** When something ends that began then: {@code 12:00}, and {@code 15 May 2026, 12:00} on another day. */
    public static String ending(Instant began, Instant ends, ZoneId zone) {
        boolean sameDay =
                began.atZone(zone).toLocalDate().equals(ends.atZone(zone).toLocalDate());
        return sameDay ? MINUTES.format(ends.atZone(zone)) : dateTime(ends, zone);
    }

    /** The story's date and time: {@code 14 May 2026, 09:00}. */
    public static String dateTime(LocalDateTime time) {
        return DATE.format(time) + ", " + MINUTES.format(time);
    }
}
