package org.startex.kernel;

import java.util.List;
import java.util.Optional;

/**
 * A scale on which evaluators rate what they observe, in its own words.
 *
 * @param code what scenarios name it by
 * @param steps from the best to the worst
 */
public record RatingScale(String code, String title, List<Step> steps) {
    public RatingScale {
        steps = List.copyOf(steps);
    }

    /**
     * One of its ratings.
     *
     * @param code short, as it is written on a sheet
     * @param rank from 1, the best
     */
    public record Step(String code, String title, int rank) {}

    /** The step with this code. */
    public Optional<Step> step(String wanted) {
        return steps.stream().filter(step -> step.code().equals(wanted)).findFirst();
    }
}
