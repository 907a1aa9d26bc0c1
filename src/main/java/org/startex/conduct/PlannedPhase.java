package org.startex.conduct;

import org.startex.kernel.ExerciseTime;

/** A part of the story, from a moment on. */
public record PlannedPhase(String title, ExerciseTime from) {}
