package org.startex.lessons;

import java.time.Instant;
import java.util.List;
import org.startex.kernel.PersonId;

/**
 * What a person said of a test, with the entries of the exercise's record that show it.
 *
 * @param endedAt when the exercise ended
 * @param cites sequences in that exercise's record
 */
public record LessonJudgement(
        LessonTestId test, Instant endedAt, Held held, String reason, List<Long> cites, PersonId by, Instant at) {
    public LessonJudgement {
        cites = List.copyOf(cites);
    }
}
