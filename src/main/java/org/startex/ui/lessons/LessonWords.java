package org.startex.ui.lessons;

import java.util.Locale;
import org.startex.kernel.Texts;
import org.startex.lessons.Held;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonState;
import org.startex.ui.StateChip;

/** The words and chips of lessons. */
final class LessonWords {
    private static final Texts TEXTS = Texts.of("ui-lessons");

    private LessonWords() {}

    static String key(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String state(LessonState state) {
        return TEXTS.get("state." + key(state));
    }

    static String held(Held held) {
        return TEXTS.get("held." + key(held));
    }

    static StateChip chip(Lesson lesson) {
        return lesson.reopenedBy().isPresent()
                ? new StateChip("late", "late", TEXTS.get("state.reopened"))
                : chip(lesson.state());
    }

    static StateChip chip(LessonState state) {
        String word = state(state);
        return switch (state) {
            case IDENTIFIED -> new StateChip("pending", "pending", word);
            case ACCEPTED -> new StateChip("delivered", "flag", word);
            case DECLINED -> new StateChip("held", "cross", word);
            case IMPLEMENTED -> new StateChip("seen", "check", word);
            case EMBEDDED -> new StateChip("ack", "ack", word);
        };
    }

    static StateChip chip(Held held) {
        String word = held(held);
        return switch (held) {
            case HELD -> new StateChip("ack", "ack", word);
            case PARTLY -> new StateChip("due", "due", word);
            case NOT_HELD -> new StateChip("late", "late", word);
            case NOT_REACHED -> new StateChip("pending", "pending", word);
        };
    }

    static StateChip overdue() {
        return new StateChip("late", "late", TEXTS.get("overdue"));
    }
}
