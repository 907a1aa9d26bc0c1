package org.startex.lessons;

import java.time.Instant;
import org.startex.kernel.LessonId;
import org.startex.kernel.PersonId;

/**
 * One step of a lesson's history: who did what, and when. Nothing is ever changed here.
 *
 * @param step from 1, without gaps
 */
public record LessonStep(LessonId lesson, int step, Instant at, PersonId by, LessonFact fact) {}
