package org.startex.ledger;

import java.time.Instant;

/** A rule applied to a command: looks at the state and the time, and rules. Pure; may be asked again with a later state. */
@FunctionalInterface
public interface Act<S> {
    /**
     * What comes of the command.
     *
     * @param now never before the last recorded entry, in whole microseconds
     */
    Ruling decide(S state, Instant now);
}
