package org.startex.ui.debrief;

import org.startex.kernel.ExerciseId;
import org.startex.ui.Scene;
import org.startex.ui.lessons.LessonTools;
import org.startex.ui.lessons.LessonsUnderTest;

/** The lessons that the exercise tests, with what became of each inject; judged here. */
final class LessonsPanel extends DebriefPanel {
    private static final long serialVersionUID = 1L;

    private final LessonsUnderTest tested;

    LessonsPanel(LessonTools lessons, ExerciseId exercise) {
        tested = new LessonsUnderTest(lessons, exercise);
        add(tested);
    }

    @Override
    void show(Scene scene) {
        tested.refresh();
    }
}
