package org.startex.conduct;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;

/**
 * Somebody's place in the exercise.
 *
 * @param cell a player's cell; null for staff and for players who wait to be admitted
 * @param post the player's role in the cell, or empty
 * @param since when the place was last changed
 */
public record Member(
        ParticipantId participant,
        ExerciseRole role,
        @Nullable CellCode cell,
        String post,
        boolean admitted,
        boolean ejected,
        Instant since) {
    /** Whether the member takes part now: let in, and not shut out. */
    public boolean present() {
        return admitted && !ejected;
    }
}
