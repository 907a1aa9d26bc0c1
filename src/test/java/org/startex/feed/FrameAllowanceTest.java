package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameAllowanceTest {
    private static final long SECOND = 1_000_000_000L;

    private static int taken(FrameAllowance allowance, long now) {
        int taken = 0;
        while (allowance.take(now)) {
            taken++;
        }
        return taken;
    }

    @Test
    void sixtyAtOnceAndThenTwentyASecond() {
        FrameAllowance allowance = new FrameAllowance(20, 60, 0);
        assertThat(taken(allowance, 0)).isEqualTo(60);
        assertThat(taken(allowance, SECOND)).isEqualTo(20);
        assertThat(taken(allowance, 3 * SECOND)).isEqualTo(40);
    }

    @Test
    void aLongSilenceSavesNoMoreThanTheBurst() {
        FrameAllowance allowance = new FrameAllowance(20, 60, 0);
        assertThat(taken(allowance, 3600 * SECOND)).isEqualTo(60);
    }

    @Test
    void monotonicTimeMayBeNegative() {
        FrameAllowance allowance = new FrameAllowance(20, 60, -SECOND);
        assertThat(taken(allowance, -SECOND)).isEqualTo(60);
        assertThat(taken(allowance, 0)).isEqualTo(20);
    }
}
