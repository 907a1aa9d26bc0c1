package org.startex.conduct;

import org.startex.kernel.ExerciseTime;
import org.startex.ledger.Fact;

/** Exercise time runs at another pace from this moment. */
public record PaceChanged(int percent, ExerciseTime at) implements Fact {}
