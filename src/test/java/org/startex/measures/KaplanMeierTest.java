package org.startex.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The estimator against examples as they were published. A plus marks what was still open. */
class KaplanMeierTest {
    /**
     * Weeks in remission under 6-mercaptopurine: E. J. Freireich and others, Blood 21 (1963) 699-716, as Gehan (1965) and Cox (1972) print them. The
     * curve is in Kalbfleisch and Prentice (1980); with standard errors and log-log intervals as Stata's {@code sts list} gives them in G. Rodríguez'
     * notes, Princeton, https://data.princeton.edu/eco572/KaplanMeier.html.
     */
    private static final String MERCAPTOPURINE = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";

    /** The control group of the same trial: nobody was still in remission. */
    private static final String CONTROL = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";

    /** Weeks to relapse of the maintained group in acute myelogenous leukaemia: R. G. Miller, Survival Analysis (1981), page 49; R's data set {@code aml}. */
    private static final String MAINTAINED = "9 13 13+ 18 23 28+ 31 34 45+ 48 161+";

    @Test
    void agreesWithTheTreatedGroupOfFreireichAndOthers() {
        agrees(MERCAPTOPURINE, """
                6  21 3 0.8571 0.0764 0.6197 0.9516
                7  17 1 0.8067 0.0869 0.5631 0.9228
                10 15 1 0.7529 0.0963 0.5032 0.8894
                13 12 1 0.6902 0.1068 0.4316 0.8491
                16 11 1 0.6275 0.1141 0.3675 0.8049
                22  7 1 0.5378 0.1282 0.2678 0.7468
                23  6 1 0.4482 0.1346 0.1881 0.6801
                """);
        SurvivalCurve curve = curve(MERCAPTOPURINE);
        assertThat(curve.n()).isEqualTo(21);
        assertThat(curve.open()).isEqualTo(12);
        assertThat(curve.end()).isEqualTo(35);
        assertThat(curve.median())
                .isEqualTo(new SurvivalCurve.Quantile(
                        OptionalDouble.of(23), OptionalDouble.of(13), OptionalDouble.empty()));
    }

    @Test
    void agreesWithTheControlGroupOfFreireichAndOthers() {
        agrees(CONTROL, """
                1  21 2 0.9048 0.0641 0.6700 0.9753
                2  19 2 0.8095 0.0857 0.5689 0.9239
                3  17 1 0.7619 0.0929 0.5194 0.8933
                4  16 2 0.6667 0.1029 0.4254 0.8250
                5  14 2 0.5714 0.1080 0.3380 0.7492
                8  12 4 0.3810 0.1060 0.1831 0.5778
                11  8 2 0.2857 0.0986 0.1166 0.4818
                12  6 2 0.1905 0.0857 0.0595 0.3774
                15  4 1 0.1429 0.0764 0.0357 0.3212
                17  3 1 0.0952 0.0641 0.0163 0.2612
                22  2 1 0.0476 0.0465 0.0033 0.1970
                23  1 1 0.0000
                """);
        assertThat(curve(CONTROL).median())
                .isEqualTo(
                        new SurvivalCurve.Quantile(OptionalDouble.of(8), OptionalDouble.of(4), OptionalDouble.of(11)));
    }

    @Test
    void agreesWithTheMaintainedGroupOfMiller() {
        agrees(MAINTAINED, """
                9  11 1 0.9091 0.0867 0.5081 0.9867
                13 10 1 0.8182 0.1163 0.4474 0.9512
                18  8 1 0.7159 0.1397 0.3502 0.8990
                23  7 1 0.6136 0.1526 0.2658 0.8353
                31  5 1 0.4909 0.1642 0.1673 0.7534
                34  4 1 0.3682 0.1627 0.0928 0.6570
                48  2 1 0.1841 0.1535 0.0117 0.5250
                """);
        assertThat(curve(MAINTAINED).median().estimate()).hasValue(31);
    }

    @Test
    void whereNothingHappenedTheCurveStaysAtOneAndThereIsNoMedian() {
        SurvivalCurve curve = curve("5+ 7+");
        assertThat(curve.steps()).isEmpty();
        assertThat(curve.at(6)).isEqualTo(1);
        assertThat(curve.open()).isEqualTo(2);
        assertThat(curve.median().estimate()).isEmpty();
    }

    @Test
    void ofNothingThereIsACurveWithoutSteps() {
        assertThat(KaplanMeier.of(List.of())).isEqualTo(new SurvivalCurve(0, 0, 0, List.of()));
    }

    @Test
    void halfOfTwoIsTheMedianThoughFractionsAreNotExact() {
        assertThat(curve("1 2 3 4 5 6").median().estimate()).hasValue(3);
        assertThat(curve("1 2 3 4 5 6 7 8 9 10 11 12 13 14").median().estimate())
                .hasValue(7);
    }

    @Test
    void aWiderLevelGivesAWiderInterval() {
        Interval usual = Objects.requireNonNull(
                KaplanMeier.of(waited(MAINTAINED), 0.95).steps().get(2).interval());
        Interval wide = Objects.requireNonNull(
                KaplanMeier.of(waited(MAINTAINED), 0.99).steps().get(2).interval());
        assertThat(wide.low()).isLessThan(usual.low());
        assertThat(wide.high()).isGreaterThan(usual.high());
    }

    @Test
    void aNegativeTimeIsNoTimeOfWaiting() {
        assertThatThrownBy(() -> new Waiting(-1, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Waiting(Double.NaN, true)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void agrees(String data, String published) {
        List<SurvivalStep> steps = curve(data).steps();
        List<double[]> rows = published
                .lines()
                .map(line -> Arrays.stream(line.strip().split("\\s+"))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        assertThat(steps).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            double[] row = rows.get(i);
            SurvivalStep step = steps.get(i);
            assertThat(step.time()).isEqualTo(row[0]);
            assertThat(step.atRisk()).isEqualTo((int) row[1]);
            assertThat(step.events()).isEqualTo((int) row[2]);
            assertThat(step.survival()).isCloseTo(row[3], within(0.00005));
            if (row.length > 4) {
                assertThat(step.standardError()).isCloseTo(row[4], within(0.00005));
                Interval interval = Objects.requireNonNull(step.interval());
                assertThat(interval.low()).isCloseTo(row[5], within(0.00005));
                assertThat(interval.high()).isCloseTo(row[6], within(0.00005));
            } else {
                assertThat(step.interval()).isNull();
            }
        }
    }

    private static SurvivalCurve curve(String data) {
        return KaplanMeier.of(waited(data));
    }

    private static List<Waiting> waited(String data) {
        List<Waiting> waited = new ArrayList<>();
        for (String one : data.split(" ", -1)) {
            boolean open = one.endsWith("+");
            waited.add(new Waiting(Double.parseDouble(open ? one.substring(0, one.length() - 1) : one), !open));
        }
        return waited;
    }
}
