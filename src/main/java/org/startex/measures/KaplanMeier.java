package org.startex.measures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The product-limit estimator of Kaplan and Meier (1958): what share is still open after each time, where what had not happened by the end counts as
 * open and is never dropped. Intervals are pointwise on the scale log(-log S) with Greenwood's variance (Kalbfleisch and Prentice 1980), so that
 * they stay between 0 and 1. A thing that was still open at the very time of an event counts as waited for until just after it.
 */
public final class KaplanMeier {
    private static final double LEVEL = 0.95;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private KaplanMeier() {}

    /** The curve with intervals at 95 per cent. */
    public static SurvivalCurve of(Collection<Waiting> waited) {
        return of(waited, LEVEL);
    }

    /**
     * The curve.
     *
     * @param level of the intervals, between 0 and 1
     */
    public static SurvivalCurve of(Collection<Waiting> waited, double level) {
        double z = NORMAL.inverseCumulativeProbability((1 + level) / 2);
        TreeMap<Double, int[]> byTime = new TreeMap<>();
        for (Waiting one : waited) {
            byTime.computeIfAbsent(one.time(), time -> new int[2])[one.happened() ? 0 : 1]++;
        }
        List<SurvivalStep> steps = new ArrayList<>();
        int atRisk = waited.size();
        int open = 0;
        double survival = 1;
        double greenwood = 0;
        for (var here : byTime.entrySet()) {
            int events = here.getValue()[0];
            if (events > 0) {
                survival = events == atRisk ? 0 : survival * (atRisk - events) / atRisk;
                greenwood += events == atRisk ? 0 : events / ((double) atRisk * (atRisk - events));
                steps.add(step(here.getKey(), atRisk, events, survival, greenwood, z));
            }
            open += here.getValue()[1];
            atRisk -= events + here.getValue()[1];
        }
        return new SurvivalCurve(waited.size(), open, byTime.isEmpty() ? 0 : byTime.lastKey(), steps);
    }

    private static SurvivalStep step(double time, int atRisk, int events, double survival, double greenwood, double z) {
        if (survival == 0) {
            return new SurvivalStep(time, atRisk, events, 0, 0, null);
        }
        double spread = z * Math.sqrt(greenwood) / Math.abs(Math.log(survival));
        return new SurvivalStep(
                time,
                atRisk,
                events,
                survival,
                survival * Math.sqrt(greenwood),
                new Interval(Math.pow(survival, Math.exp(spread)), Math.pow(survival, Math.exp(-spread))));
    }
}
