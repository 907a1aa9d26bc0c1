package org.startex.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What share is still open after each time: 1 at the beginning, and lower after each step.
 *
 * @param n how many were waited for
 * @param open how many of them had not happened by the end
 * @param end the longest time that anything was waited for, 0 for none; beyond it the curve says nothing
 */
public record SurvivalCurve(int n, int open, double end, List<SurvivalStep> steps) {
    /** Products of fractions come out a hair above one half. */
    private static final double HAIR = 1e-12;

    public SurvivalCurve {
        steps = List.copyOf(steps);
    }

    /**
     * An estimate of the time by which a share has happened.
     *
     * @param estimate empty while so few have happened that the curve never falls that low
     * @param low the interval's beginning, empty where it has none
     * @param high the interval's end, empty where it has none: then the time may be as long as one likes
     */
    public record Quantile(OptionalDouble estimate, OptionalDouble low, OptionalDouble high) {}

    /** A corner of the curve: what share is open at a time. */
    public record Corner(double time, double share) {}

    /** The band of the interval between two times. */
    public record Band(double from, double to, Interval interval) {}

    /** The curve as a line from (0, 1) to its end: along, and down at each step. */
    public List<Corner> outline() {
        List<Corner> corners = new ArrayList<>(List.of(new Corner(0, 1)));
        double share = 1;
        for (SurvivalStep step : steps) {
            corners.add(new Corner(step.time(), share));
            share = step.survival();
            corners.add(new Corner(step.time(), share));
        }
        corners.add(new Corner(end, share));
        return corners;
    }

    /** The bands of the interval, from the first step on: before it nothing is uncertain in the data, and no interval exists. */
    public List<Band> bands() {
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Interval interval = steps.get(i).interval();
            if (interval != null) {
                double to = i + 1 < steps.size() ? steps.get(i + 1).time() : end;
                bands.add(new Band(steps.get(i).time(), to, interval));
            }
        }
        return bands;
    }

    /** The share that is still open after a time. */
    public double at(double time) {
        double survival = 1;
        for (SurvivalStep step : steps) {
            if (step.time() > time) {
                break;
            }
            survival = step.survival();
        }
        return survival;
    }

    /** How many happened. */
    public int happened() {
        return n - open;
    }

    /**
     * The first time after which at most half is open, with the interval of Brookmeyer and Crowley (1982): the times at which the curve's own interval
     * holds one half.
     */
    public Quantile median() {
        return quantile(0.5);
    }

    /**
     * The first time by which a share has happened, with its interval.
     *
     * @param share between 0 and 1
     */
    public Quantile quantile(double share) {
        double left = 1 - share;
        return new Quantile(
                first(SurvivalStep::survival, left),
                first(step -> step.interval() == null ? 0 : step.interval().low(), left),
                first(step -> step.interval() == null ? 1 : step.interval().high(), left));
    }

    private OptionalDouble first(ToDoubleFunction<SurvivalStep> of, double left) {
        return steps.stream()
                .filter(step -> of.applyAsDouble(step) <= left + HAIR)
                .mapToDouble(SurvivalStep::time)
                .findFirst();
    }
}
