package org.startex.debrief;

import java.time.Duration;
import java.util.OptionalDouble;
import org.startex.kernel.Lengths;
import org.startex.kernel.Texts;
import org.startex.measures.SurvivalCurve;

/** How the tempo of a run is said, on screens and in documents. */
public final class TempoWords {
    private static final Texts TEXTS = Texts.of("debrief");

    private TempoWords() {}

    /** How many of them happened: {@code 7 of 9}. */
    public static String done(SurvivalCurve curve) {
        return TEXTS.get("tempo.of", curve.happened(), curve.n());
    }

    /**
     * The median with its interval, or why there is none.
     *
     * @param curve one of the cell's
     */
    public static String half(Tempo.OfCell cell, SurvivalCurve curve) {
        if (!cell.claims()) {
            return TEXTS.get("tempo.too-few");
        }
        SurvivalCurve.Quantile median = curve.median();
        OptionalDouble estimate = median.estimate();
        if (estimate.isEmpty()) {
            return TEXTS.get("tempo.more-than-half-open");
        }
        String low = length(median.low().orElse(0));
        return median.high().isPresent()
                ? TEXTS.get(
                        "tempo.half",
                        length(estimate.getAsDouble()),
                        low,
                        length(median.high().getAsDouble()))
                : TEXTS.get("tempo.half-no-end", length(estimate.getAsDouble()), low);
    }

    /** What the numbers are, and from how many on a median is claimed. */
    public static String method() {
        return TEXTS.get("tempo.least", Tempo.LEAST);
    }

    /** How many injects went to nobody; empty for none. */
    public static String unattended(Tempo tempo) {
        return tempo.unattended() == 0 ? "" : TEXTS.get("tempo.unattended", tempo.unattended());
    }

    /** A length of exercise time. */
    public static String length(double seconds) {
        return Lengths.of(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
