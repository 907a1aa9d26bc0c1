package org.startex.conduct;

import org.startex.ledger.Fact;

/** The record is closed for ever. */
public record ExerciseSealed() implements Fact.Sealing {}
