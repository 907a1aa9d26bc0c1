package org.startex.lessons;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.PersonId;

/**
 * Which lessons are wanted.
 *
 * @param search words that must all occur in number, title, recommendation or theme; empty for all
 * @param states none for all
 * @param theme null for all
 * @param owner null for all
 * @param overdueOn only lessons that are overdue on this day; null for all
 */
public record LessonFilter(
        String search,
        Set<LessonState> states,
        @Nullable String theme,
        @Nullable PersonId owner,
        @Nullable LocalDate overdueOn) {
    /** Every lesson. */
    public static final LessonFilter ALL = new LessonFilter("", Set.of(), null, null, null);

    public LessonFilter {
        states = Set.copyOf(states);
    }

    /** Lessons in a state. */
    public static LessonFilter in(LessonState state) {
        return new LessonFilter("", Set.of(state), null, null, null);
    }
}
