package org.startex.conduct;

import org.startex.kernel.ExerciseTime;
import org.startex.ledger.Fact;
import org.startex.ledger.Prose;

/** ENDEX. Late entries are still taken, with a reason, until the seal. */
public record ExerciseEnded(ExerciseTime at, @Prose String reason) implements Fact {}
