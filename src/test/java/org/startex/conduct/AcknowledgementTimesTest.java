package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startex.conduct.AcknowledgementTimes.Waiting;

class AcknowledgementTimesTest {
    @Test
    void nobodyAskedHasNoMedian() {
        assertThat(AcknowledgementTimes.median(List.of())).isEmpty();
    }

    @Test
    void withNoneOpenItIsTheOrdinaryMedian() {
        assertThat(AcknowledgementTimes.median(List.of(taken(10), taken(30), taken(20))))
                .contains(Duration.ofSeconds(20));
    }

    @Test
    void fewerThanHalfHaveNoMedianYet() {
        assertThat(AcknowledgementTimes.median(List.of(taken(10), open(60), open(60))))
                .isEmpty();
    }

    @Test
    void anOpenOneThatWasAskedJustNowDoesNotPushTheMedianUp() {
        List<Waiting> waits = List.of(open(1), taken(10), taken(20), taken(30));

        assertThat(AcknowledgementTimes.median(waits)).contains(Duration.ofSeconds(20));
    }

    @Test
    void anOpenOneThatHasWaitedLongDoes() {
        assertThat(AcknowledgementTimes.median(List.of(taken(10), taken(20), open(90), open(90), taken(30))))
                .contains(Duration.ofSeconds(30));
    }

    @Test
    void everyInjectWithEveryPlayerItIsForIsCounted() {
        Played played = Played.running(2);
        played.after(Duration.ofMinutes(5));
        played.does(new ExerciseCommand.Tick());
        played.after(Duration.ofSeconds(62));
        played.does(new ExerciseCommand.AcknowledgeInject(played.price, played.entry("1"), played.now));

        AcknowledgementTimes times = AcknowledgementTimes.of(played.play(), played.now);

        assertThat(times.asked()).isEqualTo(1);
        assertThat(times.open()).isZero();
        assertThat(times.median()).contains(Duration.ofSeconds(62));

        played.after(Duration.ofMinutes(5));
        played.does(new ExerciseCommand.Tick());
        assertThat(AcknowledgementTimes.of(played.play(), played.now).open()).isEqualTo(1);
    }

    private static Waiting taken(int seconds) {
        return new Waiting(Duration.ofSeconds(seconds), true);
    }

    private static Waiting open(int seconds) {
        return new Waiting(Duration.ofSeconds(seconds), false);
    }
}
