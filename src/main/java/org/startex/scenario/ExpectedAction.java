package org.startex.scenario;

import org.startex.kernel.Addressee;
import org.startex.kernel.ExerciseTime;

/** What the plan expects somebody to do, and by when in exercise time. */
public record ExpectedAction(ExerciseTime by, Addressee who, String text) {}
