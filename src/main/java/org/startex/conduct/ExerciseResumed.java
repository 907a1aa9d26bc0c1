package org.startex.conduct;

import org.startex.ledger.Fact;

/** Exercise time runs on. */
public record ExerciseResumed() implements Fact {}
