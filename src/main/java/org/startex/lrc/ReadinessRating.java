package org.startex.lrc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How ready the working group judged a step to be. Never changed: a new judgement is a new rating.
 *
 * @param step the manual's step, from 1 to 8
 * @param nr within the step, from 1
 * @param scaleVersion the agreement on whose scale it stands
 * @param red whether it was in the red zone of that scale
 * @param improvement the number of the improvement record that led to it, if one did
 */
public record ReadinessRating(
        int step,
        int nr,
        Instant at,
        String by,
        int scaleVersion,
        int rank,
        String label,
        boolean red,
        String reason,
        @Nullable Integer improvement) {}
