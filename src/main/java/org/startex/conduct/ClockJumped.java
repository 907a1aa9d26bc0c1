package org.startex.conduct;

import java.util.List;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.Fact;
import org.startex.ledger.Prose;

/**
 * Exercise time jumped forward; it runs or stands on from there as before.
 *
 * @param from exercise time before
 * @param to exercise time after, always later
 * @param passedOver what became of the injects between; those that are sent have entries of their own after this one
 * @param passed the injects that would have fallen due between, in order
 * @param reason may be empty, unless they are skipped
 */
public record ClockJumped(
        ExerciseTime from,
        ExerciseTime to,
        PassedOver passedOver,
        List<InjectNumber> passed,
        @Prose String reason) implements Fact {
    public ClockJumped {
        passed = List.copyOf(passed);
    }
}
