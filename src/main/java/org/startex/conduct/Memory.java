package org.startex.conduct;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;

/**
 * An entry that is {@linkplain Remembered kept in its place}.
 *
 * @param by who made it, or null for the program
 * @param at exercise time then, or null before STARTEX
 */
public record Memory(
        long seq,
        @Nullable ParticipantId by,
        Audience audience,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable ExerciseTime at,
        Remembered fact) {
    static Memory of(LedgerEntry entry, Remembered fact) {
        return new Memory(
                entry.seq(),
                entry.actor().participant().orElse(null),
                entry.audience(),
                entry.occurredAt(),
                entry.recordedAt(),
                entry.exerciseTime(),
                fact);
    }

    /** Whether this participant made it. */
    public boolean isBy(ParticipantId participant) {
        return participant.equals(by);
    }

    /** Exercise time when it was written; empty before STARTEX. */
    public Optional<ExerciseTime> time() {
        return Optional.ofNullable(at);
    }
}
