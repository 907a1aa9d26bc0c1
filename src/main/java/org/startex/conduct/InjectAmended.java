package org.startex.conduct;

import org.startex.kernel.InjectNumber;
import org.startex.ledger.Fact;

/** What a controller said of an inject that players have: it is recalled, or corrected. For whoever has the inject; the reason is for staff. */
public sealed interface InjectAmended extends Fact permits InjectRecalled, InjectCorrected {
    /** Sequence of the entry that delivered the inject. */
    long inject();

    /** The inject's number. */
    InjectNumber number();
}
