package org.startex.lessons;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.PersonId;

/** What somebody wants to do to a lesson that exists. */
sealed interface LessonCommand {
    record Reword(LessonDraft draft) implements LessonCommand {}

    record Accept(String reason) implements LessonCommand {}

    record Decline(String reason) implements LessonCommand {}

    record Plan(@Nullable PersonId owner, @Nullable LocalDate due) implements LessonCommand {}

    record AddAction(String text, PersonId owner, @Nullable LocalDate due) implements LessonCommand {}

    record DoAction(PersonId by, int action, String evidence) implements LessonCommand {}

    record DropAction(int action, String reason) implements LessonCommand {}

    record Implement(String evidence) implements LessonCommand {}

    record Attach(ScenarioInject inject) implements LessonCommand {}

    record Detach(int attachment, String reason) implements LessonCommand {}

    record Judge(PersonId by, Played played, Held held, String reason, List<Long> cites) implements LessonCommand {}

    /**
     * A test as its exercise was played.
     *
     * @param endedAt when the exercise ended, or null if it has not
     * @param delivered whether the inject reached its players
     * @param head sequence of the last entry of the exercise's record
     */
    record Played(
            int attachment, ExerciseId exercise, @Nullable Instant endedAt, boolean delivered, long head) {}
}
