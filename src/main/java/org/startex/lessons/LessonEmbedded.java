package org.startex.lessons;

import org.startex.kernel.LessonId;

/** A test has shown that a lesson holds. Published after the commit as a hint: the truth is read by query. */
public record LessonEmbedded(LessonId lesson) {}
