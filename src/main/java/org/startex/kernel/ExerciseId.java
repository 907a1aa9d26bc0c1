package org.startex.kernel;

import java.util.UUID;

/** One exercise: a scenario played once, with its own ledger. */
public record ExerciseId(UUID value) {
    /** A fresh, random identifier. */
    public static ExerciseId random() {
        return new ExerciseId(UUID.randomUUID());
    }

    /**
     * Reads the canonical form with hyphens.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ExerciseId of(String text) {
        return new ExerciseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
