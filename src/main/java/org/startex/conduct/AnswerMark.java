package org.startex.conduct;

import java.time.Instant;
import org.startex.kernel.CellCode;
import org.startex.kernel.ParticipantId;

/**
 * A table's answer as it stands.
 *
 * @param seq of its entry
 * @param by who wrote this version
 * @param at when
 * @param enteredLate whether it was entered late because the network was down
 */
public record AnswerMark(
        QuestionNumber question,
        CellCode cell,
        int version,
        boolean late,
        String said,
        long seq,
        ParticipantId by,
        Instant at,
        boolean enteredLate,
        Instant recordedAt) {}
