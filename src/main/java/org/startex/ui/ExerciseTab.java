package org.startex.ui;

import java.util.Locale;
import org.startex.kernel.ExerciseId;

/** The screens of an exercise. */
public enum ExerciseTab {
    CONTROL,
    CARDS,
    PLAN,
    EVALUATE,
    LOGGIST,
    DEBRIEF,
    LOG;

    String word() {
        return Words.say("exercise.screen." + name().toLowerCase(Locale.ROOT));
    }

    String path(ExerciseId id) {
        return switch (this) {
            case CONTROL -> ExerciseNavigation.control(id);
            case CARDS -> ExerciseNavigation.cards(id);
            case PLAN -> ExerciseNavigation.plan(id);
            case EVALUATE -> ExerciseNavigation.evaluate(id);
            case LOGGIST -> ExerciseNavigation.loggist(id);
            case DEBRIEF -> ExerciseNavigation.debrief(id);
            case LOG -> ExerciseNavigation.log(id);
        };
    }
}
