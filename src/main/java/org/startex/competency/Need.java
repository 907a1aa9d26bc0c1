package org.startex.competency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.KsbCode;
import org.startex.kernel.LessonId;
import org.startex.kernel.PersonId;

/**
 * What a person or a role needs to learn because of a lesson about skill.
 *
 * @param person whose need it is, or null
 * @param role which role's need it is; empty for a person's
 * @param ksbs what it is about in the standard; may be none
 * @param history in order, the raising first
 */
public record Need(
        NeedId id,
        @Nullable PersonId person,
        String role,
        LessonId lesson,
        String text,
        List<KsbCode> ksbs,
        List<Step> history) {
    public Need {
        ksbs = List.copyOf(ksbs);
        history = List.copyOf(history);
    }

    /**
     * What was done about it; never changed.
     *
     * @param number from 1
     * @param name who did it
     * @param reason empty for the raising alone
     */
    public record Step(int number, Instant at, PersonId by, String name, NeedState state, String reason) {}

    /** Where it stands. */
    public NeedState state() {
        return history.getLast().state();
    }

    /** Whose need it is, if a person's. */
    public Optional<PersonId> of() {
        return Optional.ofNullable(person);
    }
}
