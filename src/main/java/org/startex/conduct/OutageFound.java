package org.startex.conduct;

import java.time.Instant;
import org.startex.ledger.Fact;

/**
 * The program had been away while exercise time ran.
 *
 * @param lastAlive when it was last known to be alive
 * @param gapMicros real time until it found out
 * @param waiting injects that fell due meanwhile
 * @param carriedOn whether it lay within the exercise's grace; if not, the exercise is paused as of {@code lastAlive}
 */
public record OutageFound(Instant lastAlive, long gapMicros, int waiting, boolean carriedOn) implements Fact {}
