package org.startex.lessons;

import org.startex.kernel.ExerciseId;
import org.startex.kernel.LessonId;

/**
 * One test of a lesson: one of its attachments, in one exercise.
 *
 * @param attachment number of the attachment within the lesson
 */
public record LessonTestId(LessonId lesson, int attachment, ExerciseId exercise) {}
