package org.startex.conduct;

import org.startex.ledger.Fact;

/**
 * Every player is asked to confirm that they read this.
 *
 * @param number from 1 in this exercise
 */
public record CommsCheckStarted(int number) implements Fact {}
