package org.startex.conduct;

import org.jspecify.annotations.Nullable;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Fact;

/** An entry that one person may record for another, who then says whether it is so. Conduct keeps whose word is waited for. */
public interface MadeForAnother extends Fact {
    /** Who is said to have made it, if somebody else recorded it; null where the one who recorded it made it. */
    @Nullable
    ParticipantId madeBy();
}
