package org.startex.conduct;

import org.startex.kernel.Addressee;
import org.startex.kernel.ExerciseTime;

/** What the plan expects of somebody, and by when. */
public record ExpectedStep(ExerciseTime by, Addressee who, String text) {}
