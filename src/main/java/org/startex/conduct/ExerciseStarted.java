package org.startex.conduct;

import org.startex.ledger.Fact;

/** STARTEX. */
public record ExerciseStarted(int pacePercent) implements Fact {}
