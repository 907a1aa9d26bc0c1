package org.startex.logbook;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Attestation;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;

/**
 * A decision as recorded.
 *
 * @param seq its entry
 * @param by who made it, as far as the record says
 * @param at exercise time when it was written
 * @param hash of its entry
 * @param loggist who logged it for its maker, or null where the maker logged it
 * @param word what the maker has said of it, or null where the maker logged it
 * @param dispute what the maker says against it; empty unless disputed
 */
public record Decision(
        long seq,
        ParticipantId by,
        @Nullable ExerciseTime at,
        Instant occurredAt,
        Instant recordedAt,
        DecisionRecorded fact,
        String hash,
        @Nullable ParticipantId loggist,
        Attestation.@Nullable Word word,
        String dispute) {
    /** Whether it counts as its maker's: they logged it themselves, or have confirmed it. */
    public boolean stands() {
        return word == null || word == Attestation.Word.CONFIRMED;
    }

    /** Who logged it for its maker, if it was not the maker. */
    public Optional<ParticipantId> loggedBy() {
        return Optional.ofNullable(loggist);
    }
}
