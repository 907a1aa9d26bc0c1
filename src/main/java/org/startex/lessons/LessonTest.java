package org.startex.lessons;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lesson under test in an exercise.
 *
 * @param exerciseTitle the exercise that tests it
 * @param plannedFor when that exercise is, or was, to be played
 * @param injectTitle as the exercise's plan has it; empty when its plan has no such inject
 * @param endedAt when the exercise ended, or null while it has not
 * @param delivered sequence of the entry that delivered the inject, or null while none has
 */
public record LessonTest(
        LessonTestId id,
        int lessonNumber,
        String lessonTitle,
        LessonState lessonState,
        String exerciseTitle,
        Instant plannedFor,
        ScenarioInject inject,
        String injectTitle,
        @Nullable Instant endedAt,
        @Nullable Long delivered,
        Optional<LessonJudgement> judgement) {
    /** Whether the exercise is over. */
    public boolean ended() {
        return endedAt != null;
    }

    /** Whether the inject reached its players. */
    public boolean reached() {
        return delivered != null;
    }

    /** Whether somebody is to judge it now. */
    public boolean due() {
        return ended() && judgement.isEmpty() && lessonState != LessonState.DECLINED;
    }
}
