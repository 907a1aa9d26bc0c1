package org.startex.lessons;

import org.startex.kernel.LessonId;

/** A test has shown that a lesson does not hold. Published after the commit as a hint: the truth is read by query. */
public record LessonReopened(LessonId lesson) {}
