package org.startex.ui.evaluator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Delivered;
import org.startex.conduct.ExpectedStep;
import org.startex.conduct.PlannedInject;
import org.startex.conduct.PlannedObjective;
import org.startex.conduct.Play;
import org.startex.logbook.CheckedAction;
import org.startex.logbook.Met;
import org.startex.logbook.ObservationRecorded;

/**
 * What has been observed so far, and what nobody has looked at yet.
 *
 * @param toCome injects that have not been delivered
 */
record Coverage(List<OfObjective> objectives, List<OfInject> injects, long toCome) {
    /**
     * An objective.
     *
     * @param steps how many observations gave each step of the rating scale, by its code
     */
    record OfObjective(PlannedObjective objective, long observations, Map<String, Long> steps) {}

    /** A delivered inject with what the plan expects after it. */
    record OfInject(Delivered inject, List<OfAction> actions) {}

    /** An expected action: how many observations found it met, partly, not met or did not see it. */
    record OfAction(ExpectedStep step, Map<Met, Long> found) {
        long observations() {
            return found.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Which inject a decision's entry answers, or null. */
    interface Answered {
        @Nullable
        Long inject(long decision);
    }

    static Coverage of(Play play, List<ObservationRecorded> observations, Answered answered) {
        List<OfObjective> objectives = play.plan().objectives().stream()
                .map(objective -> of(objective, observations))
                .toList();
        List<OfInject> injects = new ArrayList<>();
        for (Delivered inject : play.delivered()) {
            List<ExpectedStep> expected = play.plan()
                    .inject(inject.number())
                    .map((PlannedInject planned) -> planned.words().expected())
                    .orElse(List.of());
            if (!expected.isEmpty()) {
                injects.add(new OfInject(inject, actions(inject.seq(), expected, observations, answered)));
            }
        }
        injects.sort(Comparator.comparing((OfInject of) -> of.inject().seq()).reversed());
        return new Coverage(objectives, injects, play.toCome().size());
    }

    private static OfObjective of(PlannedObjective objective, List<ObservationRecorded> observations) {
        Map<String, Long> steps = new TreeMap<>();
        long count = 0;
        for (ObservationRecorded observation : observations) {
            if (observation.objectives().contains(objective.code())) {
                count++;
                Optional.ofNullable(observation.rating())
                        .ifPresent(rating -> steps.merge(rating.step(), 1L, Long::sum));
            }
        }
        return new OfObjective(objective, count, steps);
    }

    private static List<OfAction> actions(
            long inject, List<ExpectedStep> expected, List<ObservationRecorded> observations, Answered answered) {
        List<Map<Met, Long>> found = new ArrayList<>();
        expected.forEach(step -> found.add(new EnumMap<>(Met.class)));
        for (ObservationRecorded observation : observations) {
            Long about = observation.about();
            if (about != null && (about == inject || Long.valueOf(inject).equals(answered.inject(about)))) {
                for (CheckedAction checked : observation.checked()) {
                    found.get(checked.index()).merge(checked.met(), 1L, Long::sum);
                }
            }
        }
        List<OfAction> actions = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            actions.add(new OfAction(expected.get(i), found.get(i)));
        }
        return actions;
    }
}
