package org.startex.conduct;

import org.startex.ledger.Fact;
import org.startex.ledger.Prose;

/** The exercise was planned: the first entry of each record. The plan is text, since it was written by people. */
public record ExercisePlanned(
        String slug, String digest, Grace grace, @Prose Plan plan) implements Fact {}
