package org.startex.lessons;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.FindingId;
import org.startex.kernel.PersonId;

/** Something that was done to a lesson. */
public sealed interface LessonFact {
    /** A finding became a lesson. */
    record Identified(int number, FindingId finding, ExerciseId exercise, List<Long> cites, LessonDraft draft)
            implements LessonFact {
        public Identified {
            cites = List.copyOf(cites);
        }
    }

    /** It was put into other words. */
    record Reworded(LessonDraft draft) implements LessonFact {}

    /** The partnership will change it; the reason may be empty, but not when it was declined before. */
    record Accepted(String reason) implements LessonFact {}

    /** The partnership will not change it. */
    record Declined(String reason) implements LessonFact {}

    /** It was given an owner and a day, or none. */
    record Planned(@Nullable PersonId owner, @Nullable LocalDate due) implements LessonFact {}

    /** A piece of work was added. */
    record ActionAdded(
            int action,
            String text,
            PersonId owner,
            @Nullable LocalDate due) implements LessonFact {}

    /** A piece of work was done. */
    record ActionDone(int action, String evidence) implements LessonFact {}

    /** A piece of work is no longer needed. */
    record ActionDropped(int action, String reason) implements LessonFact {}

    /** The change was made. */
    record Implemented(String evidence) implements LessonFact {}

    /** An inject tests it from now on. */
    record Attached(int attachment, ScenarioInject inject) implements LessonFact {}

    /** An inject tests it no more. */
    record Detached(int attachment, String reason) implements LessonFact {}

    /** A person judged a test. */
    record Judged(int attachment, ExerciseId exercise, Instant endedAt, Held held, String reason, List<Long> cites)
            implements LessonFact {
        public Judged {
            cites = List.copyOf(cites);
        }
    }

    /** A test showed that the change holds. */
    record Embedded(ExerciseId exercise, Instant endedAt) implements LessonFact {}

    /** A test showed that the change does not hold. */
    record Reopened(ExerciseId exercise) implements LessonFact {}
}
