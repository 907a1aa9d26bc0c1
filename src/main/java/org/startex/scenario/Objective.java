package org.startex.scenario;

import org.startex.kernel.ObjectiveCode;

/** What an exercise sets out to test. */
public record Objective(ObjectiveCode code, String title, String text) {}
