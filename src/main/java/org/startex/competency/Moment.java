package org.startex.competency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.KsbCode;
import org.startex.kernel.PersonId;

/**
 * Who acts and when, and, for a judge, what part they had in the exercise.
 *
 * @param observed whether they had observed the learner in what the piece shows
 * @param role their part in the exercise, or null
 */
record Moment(
        PersonId by, Instant at, boolean observed, @Nullable ExerciseRole role) {
    /** Somebody whose part in the exercise does not matter: the learner. */
    static Moment of(PersonId by, Instant at) {
        return new Moment(by, at, false, null);
    }

    EvidenceAct act(int number, ActKind kind, KsbCode ksb, String words) {
        return new EvidenceAct(number, at, by, kind, ksb, words, observed, role);
    }
}
