package org.startex.competency;

import org.startex.ledger.Verdict;

/**
 * Whether the record still bears a piece of evidence out.
 *
 * @param sameEntry whether the entry is there with the hash that the piece names
 * @param record the check of the whole record
 */
public record Proof(boolean sameEntry, Verdict record) {
    /** Whether the entry is there unchanged and the record is intact and sealed. */
    public boolean holds() {
        return sameEntry && record instanceof Verdict.Sealed;
    }
}
