package org.startex.conduct;

import org.startex.kernel.InjectNumber;
import org.startex.ledger.Prose;

/**
 * A planned inject does not fall due before it is released.
 *
 * @param reason may be empty
 */
public record InjectHeld(InjectNumber number, @Prose String reason) implements InjectSteered {}
