package org.startex.conduct;

import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;

/** Who a caller is in an exercise. */
public record Standing(ParticipantId participant, Member member) {
    /** The caller's role in the exercise. */
    public ExerciseRole role() {
        return member.role();
    }
}
