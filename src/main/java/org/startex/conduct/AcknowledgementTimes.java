package org.startex.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long players took to acknowledge, in real time. Those who have not done so are counted as still open, never left out: the median is that of
 * Kaplan and Meier (1958), which takes an open one as "at least so long".
 * A recalled inject asks nobody any more.
 *
 * @param asked chances to acknowledge: each inject with each player it is for
 * @param acknowledged how many were taken
 * @param median after so long half had acknowledged; empty while fewer than half have
 */
public record AcknowledgementTimes(int asked, int acknowledged, Optional<Duration> median) {
    /** How many are still open. */
    public int open() {
        return asked - acknowledged;
    }

    /** Over all injects that have been sent. */
    public static AcknowledgementTimes of(Play play, Instant now) {
        return of(play, play.delivered(), now);
    }

    /** Of one inject. */
    public static AcknowledgementTimes of(Play play, Delivered inject, Instant now) {
        return of(play, List.of(inject), now);
    }

    private static AcknowledgementTimes of(Play play, List<Delivered> injects, Instant now) {
        List<Waiting> all = new ArrayList<>();
        for (Delivered inject :
                injects.stream().filter(i -> i.recalled().isEmpty()).toList()) {
            for (Member member : play.recipients(inject)) {
                Instant at = inject.acknowledged().get(member.participant());
                Duration taken = Duration.between(inject.at(), at == null ? now : at);
                all.add(new Waiting(taken.isNegative() ? Duration.ZERO : taken, at != null));
            }
        }
        return new AcknowledgementTimes(
                all.size(), (int) all.stream().filter(Waiting::over).count(), median(all));
    }

    /** A wait that is over, or still open after so long. */
    record Waiting(Duration length, boolean over) {}

    static Optional<Duration> median(List<Waiting> waits) {
        List<Waiting> sorted = waits.stream()
                .sorted(Comparator.comparing(Waiting::length).thenComparing(w -> w.over() ? 0 : 1))
                .toList();
        double open = 1;
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).over()) {
                int atRisk = sorted.size() - i;
                open *= 1 - 1.0 / atRisk;
                if (open <= 0.5 + 1e-9) {
                    return Optional.of(sorted.get(i).length());
                }
            }
        }
        return Optional.empty();
    }
}
