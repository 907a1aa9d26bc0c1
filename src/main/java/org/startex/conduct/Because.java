package org.startex.conduct;

import java.util.List;
import org.startex.kernel.ExerciseTime;
import org.startex.scenario.Condition;

/**
 * Why an inject that waited for a condition came.
 *
 * @param due exercise time at which it fell due, its delay included
 * @param held the conditions that came true and made it fall due, each on one inject
 */
public record Because(ExerciseTime due, List<Condition> held) {
    public Because {
        held = List.copyOf(held);
    }
}
