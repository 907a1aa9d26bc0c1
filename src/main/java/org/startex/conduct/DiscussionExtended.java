package org.startex.conduct;

import java.time.Instant;
import org.startex.ledger.Fact;

/**
 * The tables were given more time to discuss; also after a no duff, for the time that it took.
 *
 * @param move from 1
 * @param until when their time is up now, in real time
 */
public record DiscussionExtended(int move, Instant until) implements Fact {}
