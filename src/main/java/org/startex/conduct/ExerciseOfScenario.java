package org.startex.conduct;

import java.time.Instant;
import org.startex.kernel.ExerciseId;

/**
 * An exercise that plays a scenario.
 *
 * @param plannedAt when somebody planned it
 * @param plannedFor when it is to be played
 */
public record ExerciseOfScenario(ExerciseId id, String title, Instant plannedAt, Instant plannedFor) {}
