package org.startex.kernel;

import java.util.UUID;

/** One finding of a debrief: what happened, against what was expected. */
public record FindingId(UUID value) {
    /** A fresh, random identifier. */
    public static FindingId random() {
        return new FindingId(UUID.randomUUID());
    }

    /**
     * Reads the canonical form with hyphens.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static FindingId of(String text) {
        return new FindingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
