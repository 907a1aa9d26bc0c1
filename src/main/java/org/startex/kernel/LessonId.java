package org.startex.kernel;

import java.util.UUID;

/** One lesson on its way from identified to embedded. */
public record LessonId(UUID value) {
    /** A fresh, random identifier. */
    public static LessonId random() {
        return new LessonId(UUID.randomUUID());
    }

    /**
     * Reads the canonical form with hyphens.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static LessonId of(String text) {
        return new LessonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
