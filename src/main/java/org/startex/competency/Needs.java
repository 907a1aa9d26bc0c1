package org.startex.competency;

import java.util.Optional;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonState;

/** The rules of development needs: pure. They come from lessons about skill; a person's own is met when an assessor says so. */
final class Needs {
    private static final int LONGEST_ROLE = 80;

    private Needs() {}

    /** What stands against raising a need from a lesson. */
    static Optional<Refusal> fromLesson(Optional<Lesson> lesson, String text) {
        if (lesson.isEmpty()) {
            return Optional.of(Refusal.LESSON_UNKNOWN);
        }
        if (!lesson.get().skill()) {
            return Optional.of(Refusal.LESSON_NOT_ABOUT_SKILL);
        }
        if (lesson.get().state() == LessonState.DECLINED) {
            return Optional.of(Refusal.LESSON_DECLINED);
        }
        return text.isBlank() ? Optional.of(Refusal.NEED_MISSING) : Claims.text(text);
    }

    /** What stands against a role's name. */
    static Optional<Refusal> role(String role) {
        if (role.isBlank()) {
            return Optional.of(Refusal.ROLE_MISSING);
        }
        return role.strip().length() > LONGEST_ROLE ? Optional.of(Refusal.TOO_LONG_HERE) : Claims.text(role);
    }

    /**
     * What stands against a step.
     *
     * @param own whether it is the need of whoever acts
     * @param read how many steps they had read
     */
    static Optional<Refusal> step(Need need, NeedState to, String reason, boolean own, int read) {
        if (own && to == NeedState.MET) {
            return Optional.of(Refusal.MET_BY_ASSESSOR);
        }
        if (need.history().size() > read) {
            return Optional.of(Refusal.CHANGED_MEANWHILE);
        }
        if (need.state() == to) {
            return Optional.of(Refusal.SAME_STATE);
        }
        return reason.isBlank() ? Optional.of(Refusal.NEED_REASON_MISSING) : Claims.text(reason);
    }
}
