package org.startex.conduct;

import org.startex.kernel.ObjectiveCode;

/** What the exercise sets out to test. */
public record PlannedObjective(ObjectiveCode code, String title, String text) {}
