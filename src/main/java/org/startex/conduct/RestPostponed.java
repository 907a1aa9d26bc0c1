package org.startex.conduct;

import org.startex.kernel.ExerciseTime;
import org.startex.ledger.Fact;
import org.startex.ledger.Prose;

/**
 * Everything that had not left is due so much later, held and skipped injects and the phases that had not begun as well.
 *
 * @param byMicros in exercise time; negative where it was brought forward
 * @param at exercise time then: what had begun by now stays
 * @param reason may be empty
 */
public record RestPostponed(
        long byMicros, ExerciseTime at, @Prose String reason) implements Fact {}
