package org.startex.logbook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;

/**
 * A decision as recorded.
 *
 * @param seq its entry
 * @param by who made it
 * @param at exercise time when it was written
 * @param hash of its entry
 */
public record Decision(
        long seq,
        ParticipantId by,
        @Nullable ExerciseTime at,
        Instant occurredAt,
        Instant recordedAt,
        DecisionRecorded fact,
        String hash) {}
