package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OccurredAtTest {
    private static final Instant JOINED = Instant.parse("2026-05-12T08:00:00.000001Z");
    private static final Instant NOW = Instant.parse("2026-05-12T09:30:00.123456Z");

    @Test
    void theTimeItWasHeldIsTakenOff() {
        assertThat(OccurredAt.of(NOW, JOINED, 1_000, 61_500)).isEqualTo(NOW.minusMillis(60_500));
    }

    @Test
    void aPhoneWhoseClockIsYearsOffTellsTheSame() {
        long decades = 40L * 365 * 24 * 3600 * 1000;
        assertThat(OccurredAt.of(NOW, JOINED, decades, decades + 2_000)).isEqualTo(NOW.minusMillis(2_000));
    }

    @Test
    void whatClaimsToBeOlderThanTheParticipantIsAsOldAsTheParticipant() {
        assertThat(OccurredAt.of(NOW, JOINED, 0, Long.MAX_VALUE)).isEqualTo(JOINED);
    }

    @Test
    void whatClaimsToComeFromTheFutureIsNow() {
        assertThat(OccurredAt.of(NOW, JOINED, 5_000, 4_000)).isEqualTo(NOW);
    }

    @Test
    void absurdClocksDoNoHarm() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            Instant occurred = OccurredAt.of(NOW, JOINED, random.nextLong(), random.nextLong());
            assertThat(occurred).isBetween(JOINED, NOW);
        }
        assertThat(OccurredAt.of(NOW, JOINED, Long.MIN_VALUE, Long.MAX_VALUE)).isBetween(JOINED, NOW);
        assertThat(OccurredAt.of(NOW, NOW.plusSeconds(1), 0, 5_000)).isEqualTo(NOW);
    }
}
