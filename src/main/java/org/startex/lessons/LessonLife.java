package org.startex.lessons;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseId;

/** Where a lesson stands, with what belongs to that state. A state is a type. */
public sealed interface LessonLife {
    /** Something was found that should change. */
    record Identified() implements LessonLife {}

    /**
     * The partnership will change it.
     *
     * @param reopenedBy the exercise that showed that an earlier change did not hold, if one did
     */
    record Accepted(@Nullable ExerciseId reopenedBy) implements LessonLife {}

    /** The partnership will not change it. */
    record Declined(String reason) implements LessonLife {}

    /**
     * The change has been made.
     *
     * @param since when it was said to be made: an exercise that ended earlier can show nothing about it
     */
    record Implemented(String evidence, Instant since) implements LessonLife {}

    /**
     * A later exercise has shown that the change holds.
     *
     * @param by the latest exercise that showed it
     * @param shownAt when that exercise ended
     */
    record Embedded(String evidence, Instant since, ExerciseId by, Instant shownAt) implements LessonLife {}

    /** The state's word. */
    default LessonState state() {
        return switch (this) {
            case Identified s -> LessonState.IDENTIFIED;
            case Accepted s -> LessonState.ACCEPTED;
            case Declined s -> LessonState.DECLINED;
            case Implemented s -> LessonState.IMPLEMENTED;
            case Embedded s -> LessonState.EMBEDDED;
        };
    }
}
