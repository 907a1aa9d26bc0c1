package org.startex.conduct;

import org.startex.ledger.Fact;

/** What somebody says of an entry that was recorded for them. */
public interface MakersWord extends Fact {
    /** Sequence of that entry. */
    long entry();

    /** Its number in the log. */
    int number();

    /** Whether they stand by it. */
    boolean confirms();
}
