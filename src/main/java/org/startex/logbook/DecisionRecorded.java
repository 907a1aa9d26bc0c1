package org.startex.logbook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.CellCode;
import org.startex.ledger.Fact;
import org.startex.ledger.Prose;

/**
 * A decision with its rationale.
 *
 * @param number in this exercise's log, from 1
 * @param inReplyTo sequence of the inject that it answers, or null
 * @param reliedOn sequences of the entries whose information it relied on
 * @param late whether it was logged after ENDEX
 * @param received sequences of the injects that the maker's page had then
 * @param seen those of them that the maker had had on the screen
 */
public record DecisionRecorded(
        int number,
        CellCode cell,
        @Nullable Long inReplyTo,
        List<Long> reliedOn,
        boolean late,
        List<Long> received,
        List<Long> seen,
        @Prose DecisionWords words)
        implements Fact {
    public DecisionRecorded {
        reliedOn = List.copyOf(reliedOn);
        received = List.copyOf(received);
        seen = List.copyOf(seen);
    }
}
