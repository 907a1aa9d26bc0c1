package org.startex.conduct;

import org.startex.ledger.Fact;
import org.startex.ledger.Prose;

/**
 * A controller ended the drill of no duff.
 *
 * @param reason what was learnt or why it ends; may be empty
 */
public record NoDuffDrillEnded(@Prose String reason) implements Fact {}
