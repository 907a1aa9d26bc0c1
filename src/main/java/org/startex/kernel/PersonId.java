package org.startex.kernel;

import java.util.UUID;

/** A person known to the installation, with or without an account. */
public record PersonId(UUID value) {
    /** A fresh, random identifier. */
    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }

    /**
     * Reads the canonical form with hyphens.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
