package org.startex.conduct;

import org.startex.ledger.Fact;

/** From now on this stands on everything of the exercise. Before STARTEX only: what was said in play keeps the words under which it was said. */
public record MarkingChanged(Marking marking) implements Fact {}
