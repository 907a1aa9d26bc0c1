package org.startex.lessons;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.PersonId;

/**
 * A piece of work that a lesson needs.
 *
 * @param number within its lesson, from 1
 * @param doneAt when its owner said that it was done, or null
 * @param evidence what shows that it was done; empty while it is not
 * @param droppedWhy why it is no longer needed, or null
 */
public record LessonAction(
        int number,
        String text,
        PersonId owner,
        @Nullable LocalDate due,
        @Nullable Instant doneAt,
        String evidence,
        @Nullable String droppedWhy) {
    /** Whether it has been done. */
    public boolean done() {
        return doneAt != null;
    }

    /** Whether it still waits to be done. */
    public boolean open() {
        return doneAt == null && droppedWhy == null;
    }

    /** Whether it is open although its day has passed. */
    public boolean overdue(LocalDate today) {
        return open() && due != null && due.isBefore(today);
    }

    LessonAction doneAt(Instant when, String shown) {
        return new LessonAction(number, text, owner, due, when, shown, null);
    }

    LessonAction dropped(String why) {
        return new LessonAction(number, text, owner, due, null, "", why);
    }
}
