package org.startex.lessons;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an inject tests a lesson, in each exercise of its scenario that is planned after {@code at}.
 *
 * @param number within its lesson, from 1
 * @param inject null for readers who may not see the library: it could tell them what is to come
 * @param takenOffAt since when it tests no more, or null
 */
public record LessonAttachment(
        int number,
        Instant at,
        @Nullable ScenarioInject inject,
        @Nullable Instant takenOffAt) {
    /** Whether it tests exercises to come. */
    public boolean open() {
        return takenOffAt == null;
    }

    LessonAttachment takenOff(Instant when) {
        return new LessonAttachment(number, at, inject, when);
    }

    LessonAttachment withoutInject() {
        return new LessonAttachment(number, at, null, takenOffAt);
    }
}
