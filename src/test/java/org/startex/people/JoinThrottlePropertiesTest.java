package org.startex.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startex.people.JoinThrottle.Door;

/** A hall is not hindered, a guesser is. */
class JoinThrottlePropertiesTest {
    private static final Instant START = Instant.parse("2026-05-12T08:30:00Z");
    private static final double JOIN_CODES = Math.pow(32, 6);

    private final JoinThrottle throttle = new JoinThrottle();

    private record Try(Instant at, boolean right) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void aHallOfTwoHundredJoinsInFiveMinutesThoughOneInThreeMistypes(long seed) {
        Random random = new Random(seed);
        List<Try> tries = new ArrayList<>();
        for (int phone = 0; phone < 200; phone++) {
            Instant at = START.plusMillis(random.nextInt(300_000));
            while (random.nextInt(3) == 0) {
                tries.add(new Try(at, false));
                at = at.plusSeconds(4 + random.nextInt(20));
            }
            tries.add(new Try(at, true));
        }
        tries.sort(Comparator.comparing(Try::at));
        for (Try one : tries) {
            assertThat(attempt(Door.JOIN, "192.0.2.7", one.at(), one.right())).isZero();
        }
    }

    @Test
    void whoIsRightNeverWaitsHoweverOften() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(attempt(Door.JOIN, "192.0.2.7", START, true)).isZero();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    @SuppressWarnings("ModifiedButNotUsed")
    void aThousandJoinFromOneHallWithinSecondsThoughEachIsLookedAtForAWhile(long seed) {
        Random random = new Random(seed);
        List<Try> answers = new ArrayList<>();
        for (Instant at : random.ints(1_000, 0, 10_000)
                .sorted()
                .mapToObj(START::plusMillis)
                .toList()) {
            answers.removeIf(answer -> {
                boolean given = !answer.at().isAfter(at);
                if (given) {
                    throttle.right(Door.JOIN, "192.0.2.7");
                }
                return given;
            });
            assertThat(throttle.tryNow(Door.JOIN, "192.0.2.7", at)).isZero();
            answers.add(new Try(at.plusMillis(50 + random.nextInt(950)), true));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void oneAddressHasItsBurstAndThenOneFailureEachInterval(long seed) {
        Random random = new Random(seed);
        for (Door door : Door.values()) {
            Duration day = Duration.ofHours(1 + random.nextInt(24));
            long passed = 0;
            Instant now = START;
            while (now.isBefore(START.plus(day))) {
                Duration wait = throttle.tryNow(door, "198.51.100.1", now);
                if (wait.isZero()) {
                    passed++;
                }
                // Mostly patient to the millisecond, sometimes not.
                now = now.plus(random.nextInt(4) == 0 ? wait.dividedBy(2) : wait)
                        .plusMillis(1);
            }
            long most = door.each.burst() + day.dividedBy(door.each.interval()) + 1;
            assertThat(passed).isBetween((long) door.each.burst(), most);
        }
    }

    @Test
    void guessingAJoinCodeThroughATwelveHourDayIsHopelessFromOneAddressAndFromThousands() {
        Duration day = Duration.ofHours(12);
        long one = Door.JOIN.each.burst() + day.dividedBy(Door.JOIN.each.interval());
        long all = Door.JOIN.all.burst() + day.dividedBy(Door.JOIN.all.interval());
        assertThat(one / JOIN_CODES).isLessThan(1e-5);
        assertThat(all / JOIN_CODES).isLessThan(1e-4);
    }

    @Test
    void thousandsOfAddressesTogetherHaveTheCommonAllowance() {
        long passed = 0;
        for (int second = 0; second < 600; second++) {
            Instant now = START.plusSeconds(second);
            for (int i = 0; i < 100; i++) {
                String address = "10." + (second % 250) + "." + i + "." + (second / 250);
                if (throttle.tryNow(Door.JOIN, address, now).isZero()) {
                    passed++;
                }
            }
        }
        assertThat(passed).isBetween(2_000L, 2_601L);
    }

    @Test
    void aHallThatHasJoinedIsNotShutOutByGuessersElsewhere() {
        assertThat(attempt(Door.JOIN, "192.0.2.7", START, true)).isZero();
        for (int i = 0; i < 5_000; i++) {
            throttle.tryNow(Door.JOIN, "10.0." + i / 250 + "." + i % 250, START);
        }
        assertThat(throttle.tryNow(Door.JOIN, "203.0.113.1", START)).isPositive();
        assertThat(attempt(Door.JOIN, "192.0.2.7", START.plusSeconds(1), false)).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void theToldWaitIsLongEnoughAndNotTooLong(long seed) {
        Random random = new Random(seed);
        for (Door door : Door.values()) {
            Instant now = START;
            for (int i = 0; i < 500; i++) {
                now = now.plusMillis(random.nextInt(300));
                Duration wait = throttle.tryNow(door, "198.51.100.9", now);
                if (wait.isPositive()) {
                    assertThat(throttle.tryNow(
                                    door, "198.51.100.9", now.plus(wait).minusNanos(1)))
                            .isPositive();
                    now = now.plus(wait);
                    assertThat(throttle.tryNow(door, "198.51.100.9", now)).isZero();
                }
            }
        }
    }

    @Test
    void aClockThatGoesBackOpensNothing() {
        exhaust(Door.SIGN_IN, "198.51.100.1");
        assertThat(throttle.tryNow(Door.SIGN_IN, "198.51.100.1", START.minusSeconds(3600)))
                .isPositive();
    }

    @Test
    void manyAtOnceGainNothing() {
        int passed = 0;
        for (int i = 0; i < 1_000; i++) {
            // Nobody has been told yet whether they were right.
            if (throttle.tryNow(Door.SIGN_IN, "198.51.100.1", START).isZero()) {
                passed++;
            }
        }
        assertThat(passed).isEqualTo(Door.SIGN_IN.each.burst());
    }

    @Test
    void anAddressOfVersionSixCountsByItsNetwork() {
        exhaust(Door.SIGN_IN, "2001:db8:1:2::1");
        assertThat(throttle.tryNow(Door.SIGN_IN, "2001:db8:1:2:ffff::9", START)).isPositive();
        assertThat(throttle.tryNow(Door.SIGN_IN, "2001:db8:1:3::1", START)).isZero();
    }

    @Test
    void doorsAndAddressesDoNotShareTheirAllowances() {
        exhaust(Door.SIGN_IN, "198.51.100.1");
        assertThat(throttle.tryNow(Door.JOIN, "198.51.100.1", START)).isZero();
        assertThat(throttle.tryNow(Door.SIGN_IN, "198.51.100.2", START)).isZero();
    }

    private void exhaust(Door door, String address) {
        for (int i = 0; i < door.each.burst(); i++) {
            assertThat(throttle.tryNow(door, address, START)).isZero();
        }
        assertThat(throttle.tryNow(door, address, START)).isPositive();
    }

    private Duration attempt(Door door, String address, Instant now, boolean right) {
        Duration wait = throttle.tryNow(door, address, now);
        if (wait.isZero() && right) {
            throttle.right(door, address);
        }
        return wait;
    }
}
