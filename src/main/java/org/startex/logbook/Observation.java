package org.startex.logbook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;

/**
 * An observation as recorded.
 *
 * @param seq its entry
 * @param by who recorded it
 * @param at exercise time when it was written
 * @param hash of its entry
 */
public record Observation(
        long seq,
        ParticipantId by,
        @Nullable ExerciseTime at,
        Instant occurredAt,
        Instant recordedAt,
        ObservationRecorded fact,
        String hash) {}
