package org.startex.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MinutesTest {
    @Test
    void minutesAreReadAsControllersWriteThem() {
        assertThat(Minutes.micros("5")).contains(300_000_000L);
        assertThat(Minutes.micros(" +20 ")).contains(1_200_000_000L);
        assertThat(Minutes.micros("-2:30")).contains(-150_000_000L);
        assertThat(Minutes.micros("\u2212 1")).contains(-60_000_000L);
        assertThat(Minutes.micros("0:05")).contains(5_000_000L);
    }

    @Test
    void whatIsNoMinutesIsNotTakenForSome() {
        assertThat(Minutes.micros("")).isEmpty();
        assertThat(Minutes.micros("5:60")).isEmpty();
        assertThat(Minutes.micros("1.5")).isEmpty();
        assertThat(Minutes.micros("ten")).isEmpty();
        assertThat(Minutes.micros("999999")).isEmpty();
    }

    @Test
    void howMuchLaterOrEarlierIsSaidWithItsSign() {
        assertThat(Minutes.signed(1_200_000_000L)).isEqualTo("+20:00");
        assertThat(Minutes.signed(-150_000_000L)).isEqualTo("\u22122:30");
        assertThat(Minutes.signed(5_400_000_000L)).isEqualTo("+1:30:00");
    }
}
