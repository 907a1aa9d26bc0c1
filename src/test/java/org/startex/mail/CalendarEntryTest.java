package org.startex.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that every calendar takes in: RFC 5545, sections 3.1 (folding) and 3.3.11 (escaping), RFC 5546, section 3.2.1 (publishing). */
class CalendarEntryTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static CalendarEntry entry(Instant from, String summary, String description, int sequence) {
        return new CalendarEntry(
                "exercise-person@startex",
                sequence,
                Instant.parse("2026-05-01T10:00:00.123456Z"),
                from,
                from.plusSeconds(3 * 3600),
                summary,
                description,
                URI.create("mailto:exercises@startex.example"),
                "Exercise \"control\"",
                URI.create("https://startex.example/play/i#token"));
    }

    private static Instant local(String time) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(time), LONDON).toInstant();
    }

    /** What a calendar reads: folded lines put together again. */
    private static List<String> lines(CalendarEntry entry) {
        assertThat(entry.text()).endsWith("\r\n");
        return Arrays.asList(entry.text().replace("\r\n ", "").split("\r\n"));
    }

    @Test
    void itIsPublishedWithAllThatACalendarNeeds() {
        assertThat(lines(entry(local("2026-05-12T09:30:00"), "EXERCISE: Flood (OFFICIAL)", "Come", 2)))
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Startex//Invitation//EN",
                        "CALSCALE:GREGORIAN",
                        "METHOD:PUBLISH",
                        "BEGIN:VEVENT",
                        "UID:exercise-person@startex",
                        "SEQUENCE:2",
                        "DTSTAMP:20260501T100000Z",
                        "DTSTART:20260512T083000Z",
                        "DTEND:20260512T113000Z",
                        "SUMMARY:EXERCISE: Flood (OFFICIAL)",
                        "DESCRIPTION:Come",
                        "ORGANIZER;CN=\"Exercise 'control'\":mailto:exercises@startex.example",
                        "URL:https://startex.example/play/i#token",
                        "CLASS:PRIVATE",
                        "STATUS:CONFIRMED",
                        "TRANSP:OPAQUE",
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    @Test
    void summerTimeIsReckonedIn() {
        assertThat(lines(entry(local("2026-01-12T09:30:00"), "x", "x", 0))).contains("DTSTART:20260112T093000Z");
        assertThat(lines(entry(local("2026-10-25T00:30:00"), "x", "x", 0)))
                .as("the clocks go back meanwhile")
                .contains("DTSTART:20261024T233000Z", "DTEND:20261025T023000Z");
    }

    @Test
    void whatWouldMeanSomethingElseIsEscaped() {
        assertThat(lines(entry(Instant.EPOCH, "a,b;c\\d", "one\r\ntwo\rthree\nBEGIN:VEVENT\u0007", 0)))
                .contains("SUMMARY:a\\,b\\;c\\\\d", "DESCRIPTION:one\\ntwo\\nthree\\nBEGIN:VEVENT");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void longLinesAreFoldedBetweenCharactersAndReadBackTheSame(int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        String[] some = {"a", "é", "–", "🚒", " ", "Llanfair"};
        for (int i = 0; i < 200; i++) {
            text.append(some[random.nextInt(some.length)]);
        }
        CalendarEntry entry = entry(Instant.EPOCH, "x", text.toString().strip(), 0);
        for (String line : entry.text().split("\r\n", -1)) {
            byte[] octets = line.getBytes(StandardCharsets.UTF_8);
            assertThat(octets.length).isLessThanOrEqualTo(75);
            assertThat(new String(octets, StandardCharsets.UTF_8))
                    .isEqualTo(line)
                    .doesNotContain("\uFFFD");
        }
        assertThat(lines(entry)).contains("DESCRIPTION:" + text.toString().strip());
    }

    @Test
    void whatIsNoEntryIsRefused() {
        assertThatThrownBy(() -> entry(Instant.EPOCH, "x", "x", -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
