package org.startex.conduct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.scenario.Condition;
import org.startex.scenario.InjectKind;

/** The rules of conditions: since when one holds, or will hold if nobody does anything before. Pure, and the same for whoever looks at the same record. */
final class Waiting {
    private Waiting() {}

    /**
     * Since when a condition holds, or when it will by the passing of time alone.
     *
     * @param by the conditions on one inject each that make it hold
     */
    record Holding(ExerciseTime since, List<Condition> by) {}

    /** When an inject that waits for a condition falls due as things stand, and why; empty while it waits for somebody to do something. */
    static Optional<Because> due(InjectKind.Conditional waits, Map<InjectNumber, Response> responses) {
        return holds(waits.when(), responses).map(holding -> {
            long due = holding.since().micros() + waits.afterMicros();
            ExerciseTime notBefore = waits.notBefore();
            return new Because(
                    new ExerciseTime(notBefore == null ? due : Math.max(due, notBefore.micros())), holding.by());
        });
    }

    static Optional<Holding> holds(Condition condition, Map<InjectNumber, Response> responses) {
        return switch (condition) {
            case Condition.All all -> all(all, responses);
            case Condition.Any any ->
                any.of().stream()
                        .flatMap(part -> holds(part, responses).stream())
                        .min(Comparator.comparing(Holding::since));
            case Condition.Single single ->
                Optional.ofNullable(responses.get(single.inject()))
                        .flatMap(response -> since(single, response))
                        .map(since -> new Holding(since, List.of(single)));
        };
    }

    private static Optional<Holding> all(Condition.All all, Map<InjectNumber, Response> responses) {
        ExerciseTime last = ExerciseTime.ZERO;
        List<Condition> by = new ArrayList<>();
        for (Condition part : all.of()) {
            Optional<Holding> holding = holds(part, responses);
            if (holding.isEmpty()) {
                return Optional.empty();
            }
            ExerciseTime since = holding.get().since();
            last = since.compareTo(last) > 0 ? since : last;
            by.addAll(holding.get().by());
        }
        return Optional.of(new Holding(last, by));
    }

    private static Optional<ExerciseTime> since(Condition.Single single, Response response) {
        return switch (single) {
            case Condition.Delivered c -> Optional.of(response.delivered());
            case Condition.Acknowledged c -> response.firstAcknowledged(c.cell());
            case Condition.Decided c -> response.firstDecided(c.cell());
            case Condition.ActionRaised c -> response.firstActed(c.cell());
            case Condition.NotAcknowledged c ->
                Optional.of(c.by())
                        .filter(by ->
                                !response.recalled() && response.delivered().compareTo(by) < 0)
                        .filter(by -> response.firstAcknowledged(c.cell())
                                .filter(first -> first.compareTo(by) < 0)
                                .isEmpty());
        };
    }
}
