package org.startex.conduct;

import org.startex.ledger.Fact;

/**
 * The facilitator closed the discussion of a move. Answers written after it count as late.
 *
 * @param move from 1
 */
public record DiscussionClosed(int move) implements Fact {}
