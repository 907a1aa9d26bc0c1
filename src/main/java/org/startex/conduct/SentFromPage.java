package org.startex.conduct;

import org.jspecify.annotations.Nullable;
import org.startex.ledger.Fact;

/** What a page keeps while it has no connection and sends when it has one again. */
public interface SentFromPage extends Fact {
    /** Whether it was entered late because the page had no connection; null where there is nothing to tell, and in records from before this was kept. */
    @Nullable
    Boolean offline();

    /** Whether it was entered late because the network was down. */
    default boolean enteredLate() {
        return Boolean.TRUE.equals(offline());
    }
}
