package org.startex.conduct;

import org.startex.ledger.Fact;
import org.startex.ledger.Prose;

/**
 * A drill of no duff began: every screen shows what it would show, marked as a drill, until a controller ends it.
 *
 * @param reason what is to be practised; may be empty
 */
public record NoDuffDrilled(@Prose String reason) implements Fact {}
