package org.startex.conduct;

import java.time.Instant;
import java.util.Optional;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;

/**
 * An exercise in a list.
 *
 * @param state its state's word, as {@link Exercise#word}
 * @param role the caller's role in it, if any
 */
public record ExerciseSummary(
        ExerciseId id, String title, String slug, Instant plannedFor, String state, Optional<ExerciseRole> role) {}
