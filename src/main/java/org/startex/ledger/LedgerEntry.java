package org.startex.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseTime;

/**
 * One line of the record.
 *
 * @param seq from 1, without gaps
 * @param recordedAt when it was committed, in whole microseconds
 * @param occurredAt when it happened, as far as known
 * @param exerciseTime exercise time when it happened, or null before STARTEX
 * @param kind the stored name of the fact's kind
 * @param hash SHA-256 over this entry and the one before, in lower-case hex
 */
public record LedgerEntry(
        ExerciseId exercise,
        long seq,
        Instant recordedAt,
        Instant occurredAt,
        @Nullable ExerciseTime exerciseTime,
        Actor actor,
        Audience audience,
        String kind,
        Fact fact,
        String hash) {}
