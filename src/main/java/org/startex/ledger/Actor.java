package org.startex.ledger;

import java.util.Optional;
import org.startex.kernel.ParticipantId;

/** Who acted: a participant's pseudonym within the exercise, or the program. */
public record Actor(String value) {
    /** The program by itself: its timer, its start. */
    public static final Actor PROGRAM = new Actor("program");

    /** A participant. */
    public static Actor of(ParticipantId participant) {
        return new Actor(participant.toString());
    }

    /** The participant, unless the program acted. */
    public Optional<ParticipantId> participant() {
        return equals(PROGRAM) ? Optional.empty() : Optional.of(ParticipantId.of(value));
    }
}
