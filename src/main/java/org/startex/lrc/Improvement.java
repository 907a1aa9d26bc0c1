package org.startex.lrc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.startex.kernel.LessonId;

/**
 * One improvement of the capability, made because of a lesson. Immutable.
 *
 * @param number in the installation, from 1, as people say it
 * @param ownerName of the person in the owner's role; empty where there is none
 * @param reopened whether an exercise has shown that it did not hold and it waits to be made again
 * @param lessonReopenings how often its lesson had been opened again when it was last looked at
 * @param changes how many lines its history has
 * @param at when the last of them was written
 */
public record Improvement(
        int number,
        LessonId lesson,
        ImprovementDraft draft,
        String ownerName,
        ImprovementState state,
        boolean reopened,
        int lessonReopenings,
        int changes,
        Instant at) {
    /** What changes, in a line. */
    public String title() {
        return draft.title();
    }

    /** By when. */
    public LocalDate due() {
        return Objects.requireNonNull(draft.due());
    }

    /** Whether it is not done although its day has passed. */
    public boolean overdue(LocalDate today) {
        return state.open() && due().isBefore(today);
    }

    Improvement ownedBy(String name) {
        return new Improvement(number, lesson, draft, name, state, reopened, lessonReopenings, changes, at);
    }
}
