package org.startex.conduct;

import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.Prose;

/**
 * A planned inject has another time.
 *
 * @param from when it was due before
 * @param to when it is due from now on
 * @param reason may be empty
 */
public record InjectMoved(
        InjectNumber number,
        ExerciseTime from,
        ExerciseTime to,
        @Prose String reason) implements InjectSteered {}
