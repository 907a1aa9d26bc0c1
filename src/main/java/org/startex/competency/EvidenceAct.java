package org.startex.competency;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.KsbCode;
import org.startex.kernel.PersonId;

/**
 * One act about one claim; never changed.
 *
 * @param number in the piece's history, from 1
 * @param words the reason of a judgement, what a learner added; may be empty for a claim and for taking one back
 * @param observed whether a judge had themselves observed the learner in what the piece shows
 * @param role the part that a judge had in the exercise, or null
 */
public record EvidenceAct(
        int number,
        Instant at,
        PersonId by,
        ActKind act,
        KsbCode ksb,
        String words,
        boolean observed,
        @Nullable ExerciseRole role) {
    /** The part that a judge had in the exercise. */
    public Optional<ExerciseRole> part() {
        return Optional.ofNullable(role);
    }
}
