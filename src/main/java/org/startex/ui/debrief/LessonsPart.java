package org.startex.ui.debrief;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.startex.kernel.Texts;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Scene;
import org.startex.ui.lessons.LessonTools;

/** The tab of lessons that the exercise tests. */
@Component
@Order(30)
class LessonsPart implements DebriefPart {
    private static final Texts TEXTS = Texts.of("ui-lessons");

    private final LessonTools lessons;

    LessonsPart(LessonTools lessons) {
        this.lessons = lessons;
    }

    @Override
    public String code() {
        return "lessons";
    }

    @Override
    public String title() {
        return TEXTS.get("under-test");
    }

    @Override
    public DebriefPanel panel(ExerciseTools tools, Scene scene, Wanted wanted) {
        return new LessonsPanel(lessons, scene.id());
    }
}
