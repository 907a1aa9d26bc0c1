package org.startex.lrc;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseId;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonFact;
import org.startex.lessons.LessonState;
import org.startex.lessons.LessonStep;

/**
 * What an improvement record needs to know of its lesson.
 *
 * @param declined the partnership will not make the change
 * @param embedded an exercise has shown that it holds
 * @param reopenings how often a test has opened it again
 * @param turnedAt when it was last embedded or opened again; null before that
 * @param turnedBy the exercise that did so; null before that
 */
record LessonStanding(
        boolean declined,
        boolean embedded,
        int reopenings,
        @Nullable Instant turnedAt,
        @Nullable ExerciseId turnedBy) {
    /** The standing of a lesson with this history. */
    static LessonStanding of(Lesson lesson, List<LessonStep> history) {
        int reopenings = 0;
        Instant at = null;
        ExerciseId by = null;
        for (LessonStep step : history) {
            if (step.fact() instanceof LessonFact.Reopened(ExerciseId exercise)) {
                reopenings++;
                at = step.at();
                by = exercise;
            } else if (step.fact() instanceof LessonFact.Embedded(ExerciseId exercise, Instant ended)) {
                at = step.at();
                by = exercise;
            }
        }
        return new LessonStanding(
                lesson.state() == LessonState.DECLINED, lesson.state() == LessonState.EMBEDDED, reopenings, at, by);
    }
}
