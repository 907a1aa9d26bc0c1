package org.startex.ledger;

import org.startex.kernel.ExerciseId;

/** How entries fold into a state. Pure. */
public interface Story<S> {
    /** The state before the first entry. */
    S beginning(ExerciseId exercise);

    /** The state after an entry; kinds it does not own leave it as it is. */
    S evolve(S state, LedgerEntry entry);
}
