package org.startex.conduct;

import java.util.List;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.Fact;
import org.startex.ledger.Prose;

/**
 * The facilitator began a move, and exercise time runs. STARTEX begins the first.
 *
 * @param move from 1
 * @param from exercise time before
 * @param to exercise time after: the move's beginning, if that was still to come
 * @param passedOver what became of the injects of the move before that had not left; those sent have entries of their own after this one
 * @param passed those injects, in order
 * @param reason may be empty, unless they are skipped
 */
public record MoveBegun(
        int move,
        ExerciseTime from,
        ExerciseTime to,
        PassedOver passedOver,
        List<InjectNumber> passed,
        @Prose String reason)
        implements Fact {
    public MoveBegun {
        passed = List.copyOf(passed);
    }
}
