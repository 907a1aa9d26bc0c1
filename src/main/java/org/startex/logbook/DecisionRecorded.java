package org.startex.logbook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.MadeForAnother;
import org.startex.conduct.SentFromPage;
import org.startex.kernel.CellCode;
import org.startex.kernel.ParticipantId;
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
 * @param offline whether it was entered late because the maker's page had no connection; null in records from before this was kept
 * @param madeBy whose decision it is, if a loggist logged it for them; null where the maker logged it, as in all older records
 */
public record DecisionRecorded(
        int number,
        CellCode cell,
        @Nullable Long inReplyTo,
        List<Long> reliedOn,
        boolean late,
        List<Long> received,
        List<Long> seen,
        @Nullable Boolean offline,
        @Prose DecisionWords words,
        @Nullable ParticipantId madeBy)
        implements MadeForAnother, SentFromPage {
    public DecisionRecorded {
        reliedOn = List.copyOf(reliedOn);
        received = List.copyOf(received);
        seen = List.copyOf(seen);
    }

    /** A decision that was entered when it was written. */
    public DecisionRecorded(
            int number,
            CellCode cell,
            @Nullable Long inReplyTo,
            List<Long> reliedOn,
            boolean late,
            List<Long> received,
            List<Long> seen,
            DecisionWords words) {
        this(number, cell, inReplyTo, reliedOn, late, received, seen, null, words, null);
    }
}
