package org.startex.conduct;

import org.startex.ledger.Fact;

/**
 * A player confirmed a comms check.
 *
 * @param check sequence of the entry that started it
 */
public record CommsCheckConfirmed(long check) implements Fact {}
