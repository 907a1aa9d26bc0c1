package org.startex.ui.lrc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as people write them. */
final class LrcDates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private LrcDates() {}

    /** {@code 14 May 2026}. */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** The reader's day of a moment. */
    static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }
}
