package org.startex.conduct;

import java.time.Instant;
import org.startex.ledger.Ruling;

/** A module's rule on a command, applied to the state in the exercise's writer. Pure. */
@FunctionalInterface
public interface Rule {
    /**
     * What comes of the command.
     *
     * @param now never before the last entry
     * @param lastAlive when the program was last known to be alive
     */
    Ruling decide(Exercise state, Instant now, Instant lastAlive);
}
