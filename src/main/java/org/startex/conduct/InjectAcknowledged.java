package org.startex.conduct;

import org.startex.kernel.InjectNumber;
import org.startex.ledger.Fact;

/**
 * Somebody took an inject in.
 *
 * @param inject sequence of the entry that delivered it
 */
public record InjectAcknowledged(long inject, InjectNumber number) implements Fact {}
