package org.startex.conduct;

import org.startex.ledger.Fact;
import org.startex.ledger.Prose;

/** A controller said that it is safe to go on; exercise time still stands. */
public record NoDuffCleared(@Prose String reason) implements Fact {}
