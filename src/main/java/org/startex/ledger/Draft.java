package org.startex.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseTime;

/**
 * A fact that a rule wants recorded.
 *
 * @param occurredAt when it happened; the ledger adds when it was recorded
 * @param exerciseTime exercise time then, or null before STARTEX
 */
public record Draft(
        Actor actor,
        Audience audience,
        Instant occurredAt,
        @Nullable ExerciseTime exerciseTime,
        Fact fact) {}
