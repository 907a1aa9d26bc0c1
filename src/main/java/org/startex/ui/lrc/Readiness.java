package org.startex.ui.lrc;

import java.util.List;
import java.util.Optional;
import org.startex.lrc.ImprovementEntry;
import org.startex.lrc.ReadinessRating;
import org.startex.lrc.ReadinessScale;

/**
 * What is known of the readiness of one step.
 *
 * @param scale as it is now, if one was agreed
 * @param ratings the earliest first
 * @param turns when its improvement records were embedded or opened again, the earliest first
 */
record Readiness(Optional<ReadinessScale> scale, List<ReadinessRating> ratings, List<ImprovementEntry> turns) {
    Readiness {
        ratings = List.copyOf(ratings);
        turns = List.copyOf(turns);
    }

    /** The rating that stands. */
    Optional<ReadinessRating> present() {
        return ratings.isEmpty() ? Optional.empty() : Optional.of(ratings.getLast());
    }

    /** The rating before it, where both are on one scale. */
    Optional<ReadinessRating> before() {
        if (ratings.size() < 2) {
            return Optional.empty();
        }
        ReadinessRating before = ratings.get(ratings.size() - 2);
        return before.scaleVersion() == ratings.getLast().scaleVersion() ? Optional.of(before) : Optional.empty();
    }

    /** Whether the rating that stands was given on the scale as it is now. */
    boolean onPresentScale() {
        return present()
                .filter(rating ->
                        scale.filter(s -> s.version() == rating.scaleVersion()).isPresent())
                .isPresent();
    }

    /** The ratings on the scale as it is now: only they can be drawn together. */
    List<ReadinessRating> comparable() {
        return ratings.stream()
                .filter(rating ->
                        scale.filter(s -> s.version() == rating.scaleVersion()).isPresent())
                .toList();
    }
}
