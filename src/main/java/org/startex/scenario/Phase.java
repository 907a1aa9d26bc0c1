package org.startex.scenario;

import org.startex.kernel.ExerciseTime;

/** A part of the story, from a moment until the next phase begins. */
public record Phase(String title, ExerciseTime from) {}
