package org.startex.kernel;

import java.util.UUID;

/** One piece of evidence in a person's competency record. */
public record EvidenceId(UUID value) {
    /** A fresh, random identifier. */
    public static EvidenceId random() {
        return new EvidenceId(UUID.randomUUID());
    }

    /**
     * Reads the canonical form with hyphens.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static EvidenceId of(String text) {
        return new EvidenceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
