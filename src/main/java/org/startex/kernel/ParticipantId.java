package org.startex.kernel;

import java.util.UUID;

/** Somebody or something that acts in one exercise: the pseudonym that the ledger uses. The same person has another one in another exercise. */
public record ParticipantId(UUID value) {
    /** A fresh, random identifier. */
    public static ParticipantId random() {
        return new ParticipantId(UUID.randomUUID());
    }

    /**
     * Reads the canonical form with hyphens.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ParticipantId of(String text) {
        return new ParticipantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
