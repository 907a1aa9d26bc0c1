package org.startex.kernel;

import java.util.UUID;

/** An act's own id, made by the page that sends it, so that sending twice acts once. */
public record ClientId(UUID value) {
    /** A fresh, random identifier. */
    public static ClientId random() {
        return new ClientId(UUID.randomUUID());
    }

    /**
     * Reads the canonical form with hyphens.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ClientId of(String text) {
        return new ClientId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
