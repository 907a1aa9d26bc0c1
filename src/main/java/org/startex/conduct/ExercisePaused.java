package org.startex.conduct;

import org.startex.kernel.ExerciseTime;
import org.startex.ledger.Fact;
import org.startex.ledger.Prose;

/**
 * Exercise time stands.
 *
 * @param at exercise time at which it stands; after an outage that is when the program was last alive
 */
public record ExercisePaused(
        PauseCause cause, ExerciseTime at, @Prose String reason) implements Fact {}
