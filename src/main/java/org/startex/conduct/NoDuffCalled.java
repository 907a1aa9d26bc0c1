package org.startex.conduct;

import org.startex.kernel.ExerciseTime;
import org.startex.ledger.Fact;
import org.startex.ledger.Prose;

/** Play was stopped for a real incident. */
public record NoDuffCalled(ExerciseTime at, @Prose String reason) implements Fact {}
