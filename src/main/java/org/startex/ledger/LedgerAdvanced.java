package org.startex.ledger;

import org.startex.kernel.ExerciseId;

/** A hint, after the commit: the exercise's record has grown up to this sequence. The truth is read by sequence. */
public record LedgerAdvanced(ExerciseId exercise, long seq) {}
