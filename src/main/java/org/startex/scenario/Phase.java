package org.startex.scenario;

import java.time.Duration;
import java.util.List;
import org.startex.kernel.ExerciseTime;

/**
 * A part of the story, from a moment until the next phase begins. In facilitated conduct it is a move.
 *
 * @param questions what the tables discuss in it, in the order in which they are asked
 * @param discussion how long the discussion is planned to take, in real time; zero where nothing is said
 */
public record Phase(String title, ExerciseTime from, List<Question> questions, Duration discussion) {
    public Phase {
        questions = List.copyOf(questions);
    }
}
