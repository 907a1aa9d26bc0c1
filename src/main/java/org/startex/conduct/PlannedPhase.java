package org.startex.conduct;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseTime;

/**
 * A part of the story, from a moment on. In facilitated conduct it is a move.
 *
 * @param questions what the tables discuss in it; null reads as none, as in records older than questions
 * @param discussionMinutes how long the discussion is planned to take, in real time; 0 where nothing was said
 */
public record PlannedPhase(
        String title, ExerciseTime from, @Nullable List<PlannedQuestion> questions, int discussionMinutes) {
    public PlannedPhase {
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    /** A phase without questions. */
    public PlannedPhase(String title, ExerciseTime from) {
        this(title, from, List.of(), 0);
    }

    /** What the tables discuss in it. */
    @Override
    public List<PlannedQuestion> questions() {
        return questions == null ? List.of() : questions;
    }

    PlannedPhase at(ExerciseTime other) {
        return new PlannedPhase(title, other, questions, discussionMinutes);
    }
}
