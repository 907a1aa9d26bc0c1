package org.startex.lrc;

import org.jspecify.annotations.Nullable;

/**
 * A rating as the working group gives it.
 *
 * @param scaleVersion the scale that the writer had before them
 * @param improvement the number of the improvement record that led to it, or null
 */
public record RatingDraft(
        int scaleVersion, int rank, String reason, @Nullable Integer improvement) {}
