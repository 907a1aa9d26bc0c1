package org.startex.conduct;

import java.time.Instant;
import org.startex.ledger.Fact;

/**
 * The facilitator opened the discussion of a move, or its timer anew.
 *
 * @param move from 1
 * @param until when its time is up, in real time
 */
public record DiscussionOpened(int move, Instant until) implements Fact {}
