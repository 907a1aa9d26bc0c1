package org.startex.conduct;

import org.jspecify.annotations.Nullable;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Fact;
import org.startex.ledger.Prose;

/**
 * Somebody joined, or was given a role by the director.
 *
 * @param cell the player's cell, or null for staff and for players who wait to be admitted
 * @param post the player's role in the cell, or empty
 */
public record ParticipantJoined(
        ParticipantId participant,
        ExerciseRole role,
        @Nullable CellCode cell,
        String post,
        boolean admitted,
        @Prose String name,
        @Prose String organisation)
        implements Fact {}
