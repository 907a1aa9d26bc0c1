package org.startex.competency;

import java.util.UUID;

/** One round of somebody's self-assessment. */
public record SelfRoundId(UUID value) {
    static SelfRoundId random() {
        return new SelfRoundId(UUID.randomUUID());
    }

    /**
     * Reads the canonical form with hyphens.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static SelfRoundId of(String text) {
        return new SelfRoundId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
