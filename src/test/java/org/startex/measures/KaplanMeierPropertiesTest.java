package org.startex.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every curve. Each seed is a set of data; the failing seed is in the test's name. */
class KaplanMeierPropertiesTest {
    private static final double HAIR = 1e-12;

    static List<Long> seeds() {
        return LongStream.rangeClosed(1, 400).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theCurveFallsAndStaysBetweenNoneAndAll(long seed) {
        double before = 1;
        for (SurvivalStep step : KaplanMeier.of(data(seed)).steps()) {
            assertThat(step.survival()).isBetween(0.0, before);
            assertThat(step.survival()).isLessThan(before);
            Interval interval = step.interval();
            if (interval != null) {
                assertThat(interval.low()).isBetween(0.0, step.survival());
                assertThat(interval.high()).isBetween(step.survival(), 1.0);
            }
            before = step.survival();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void oneMoreThatIsStillOpenOnlyEverLengthensTheCurve(long seed) {
        List<Waiting> fewer = data(seed);
        List<Waiting> more = new ArrayList<>(fewer);
        more.add(new Waiting(new Random(seed * 7).nextInt(60), false));
        longer(KaplanMeier.of(more), KaplanMeier.of(fewer));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsNotAnsweredInsteadOfAnsweredOnlyEverLengthensTheCurve(long seed) {
        Random random = new Random(seed * 13);
        List<Waiting> answered = data(seed);
        int which = random.nextInt(answered.size());
        List<Waiting> unanswered = new ArrayList<>(answered);
        unanswered.set(which, new Waiting(answered.get(which).time() + random.nextInt(20), false));
        longer(KaplanMeier.of(unanswered), KaplanMeier.of(answered));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void withNothingOpenItIsTheShareThatHasNotHappened(long seed) {
        List<Waiting> all =
                data(seed).stream().map(one -> new Waiting(one.time(), true)).toList();
        SurvivalCurve curve = KaplanMeier.of(all);
        for (int time = 0; time <= 60; time++) {
            int at = time;
            double left = all.stream().filter(one -> one.time() > at).count() / (double) all.size();
            assertThat(curve.at(time)).isBetween(left - 1e-9, left + 1e-9);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfTheDataDoesNotMatter(long seed) {
        List<Waiting> other = new ArrayList<>(data(seed));
        Collections.shuffle(other, new Random(seed));
        assertThat(KaplanMeier.of(other)).isEqualTo(KaplanMeier.of(data(seed)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theMediansIntervalHoldsTheMedian(long seed) {
        SurvivalCurve.Quantile median = KaplanMeier.of(data(seed)).median();
        median.estimate().ifPresent(estimate -> {
            assertThat(median.low().orElseThrow()).isLessThanOrEqualTo(estimate);
            assertThat(median.high().orElse(Double.MAX_VALUE)).isGreaterThanOrEqualTo(estimate);
        });
    }

    private static void longer(SurvivalCurve longer, SurvivalCurve shorter) {
        for (int time = 0; time <= 90; time++) {
            assertThat(longer.at(time)).isGreaterThanOrEqualTo(shorter.at(time) - HAIR);
        }
        OptionalDouble estimate = longer.median().estimate();
        assertThat(estimate.orElse(Double.MAX_VALUE))
                .isGreaterThanOrEqualTo(shorter.median().estimate().orElse(Double.MAX_VALUE));
    }

    private static List<Waiting> data(long seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(40);
        double openShare = random.nextDouble();
        List<Waiting> data = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            data.add(new Waiting(random.nextInt(60), random.nextDouble() > openShare));
        }
        return data;
    }
}
