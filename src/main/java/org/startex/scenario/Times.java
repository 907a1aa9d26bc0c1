package org.startex.scenario;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.startex.kernel.ExerciseTime;
import org.startex.scenario.YamlMap.Located;

/** Reads exercise times: counted from STARTEX, or as a time of day on a day of the story. */
final class Times {
    private static final Pattern DAY = Pattern.compile("D(\\d{1,2}) ([01]\\d|2[0-3]):([0-5]\\d)");
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,3}):([0-5]\\d)(?::([0-5]\\d))?");

    private final Optional<ZonedDateTime> start;
    private final Findings findings;

    /** @param start the story's STARTEX, unless it could not be read */
    Times(Optional<ZonedDateTime> start, Findings findings) {
        this.start = start;
        this.findings = findings;
    }

    /** The time, or nothing after saying that it is none, which breaks the scenario. */
    Optional<ExerciseTime> read(String file, Located text) {
        Matcher day = DAY.matcher(text.value());
        if (day.matches()) {
            return onDay(file, text, day);
        }
        Optional<ExerciseTime> time = ExerciseTime.parse(text.value());
        if (time.isEmpty()) {
            findings.add(Rule.BAD_TIME, file, text.line(), text.value());
            findings.breaks();
        }
        return time;
    }

    /** The zone's own rules say how long a day is when the clocks change. */
    private Optional<ExerciseTime> onDay(String file, Located text, Matcher day) {
        if (start.isEmpty()) {
            findings.breaks();
            return Optional.empty();
        }
        ZonedDateTime from = start.get();
        ZonedDateTime at = from.toLocalDate()
                .plusDays(Long.parseLong(day.group(1)) - 1)
                .atTime(LocalTime.of(Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3))))
                .atZone(from.getZone());
        if (at.isBefore(from)) {
            findings.add(Rule.BEFORE_START, file, text.line(), text.value(), from.toLocalTime());
            findings.breaks();
            return Optional.empty();
        }
        return Optional.of(ExerciseTime.of(Duration.between(from, at)));
    }

    /** A length of exercise time in microseconds, or nothing after saying that it is none, which breaks the scenario. */
    Optional<Long> length(String file, Located text) {
        Matcher m = LENGTH.matcher(text.value());
        if (!m.matches()) {
            findings.add(Rule.BAD_DELAY, file, text.line(), text.value());
            findings.breaks();
            return Optional.empty();
        }
        long seconds = Long.parseLong(m.group(1)) * 3600
                + Long.parseLong(m.group(2)) * 60
                + (m.group(3) == null ? 0 : Long.parseLong(m.group(3)));
        return Optional.of(seconds * 1_000_000);
    }
}
