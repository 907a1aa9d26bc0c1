package org.startex.conduct;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseTime;
import org.startex.scenario.Condition;

/**
 * How one of the conditions stands that an inject waits for.
 *
 * @param since exercise time at which it came true, or will by the passing of time alone; null where there is none
 */
public record ConditionStanding(
        Condition.Single condition, State state, @Nullable ExerciseTime since) {
    /** Whether a condition holds. */
    public enum State {
        /** It holds. */
        HOLDS,
        /** It will hold at a time, unless somebody does something before. */
        AHEAD,
        /** It waits for somebody to do something. */
        WAITS,
        /** It can no longer come true by itself. */
        LOST
    }

    /** When it came true, or will by the passing of time alone. */
    public Optional<ExerciseTime> when() {
        return Optional.ofNullable(since);
    }

    /** The conditions of a planned inject, in the order of the scenario; none for one that waits for no condition. */
    public static List<ConditionStanding> of(Play play, PlannedInject inject, ExerciseTime now) {
        return inject.conditional().stream()
                .flatMap(waits -> waits.when().singles())
                .map(single -> of(play, single, now))
                .toList();
    }

    private static ConditionStanding of(Play play, Condition.Single single, ExerciseTime now) {
        Optional<ExerciseTime> since =
                Waiting.holds(single, play.schedule().responses()).map(Waiting.Holding::since);
        if (since.isPresent()) {
            boolean holds = since.get().compareTo(now) <= 0;
            return new ConditionStanding(single, holds ? State.HOLDS : State.AHEAD, since.get());
        }
        boolean lost = single instanceof Condition.NotAcknowledged late
                && (play.schedule().responses().containsKey(single.inject())
                        || late.by().compareTo(now) <= 0);
        return new ConditionStanding(single, lost ? State.LOST : State.WAITS, null);
    }
}
