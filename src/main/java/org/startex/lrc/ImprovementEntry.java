package org.startex.lrc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseId;

/**
 * One line of an improvement record's history. Never changed.
 *
 * @param number of the record
 * @param nr from 1, without gaps
 * @param by who did it; empty where an exercise showed it
 * @param state where the record stood afterwards
 * @param words the reason, the evidence or what was noted; may be empty
 * @param exercise the exercise that embedded or reopened it, or null
 * @param exerciseTitle its title; empty where there is none
 */
public record ImprovementEntry(
        int number,
        int nr,
        Instant at,
        String by,
        ImprovementEvent event,
        ImprovementState state,
        String words,
        @Nullable ExerciseId exercise,
        String exerciseTitle) {}
