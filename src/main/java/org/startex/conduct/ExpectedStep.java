package org.startex.conduct;

import org.startex.kernel.Addressee;
import org.startex.kernel.ExerciseTime;

/** What the plan expects of somebody, and by when. */
public record ExpectedStep(ExerciseTime by, Addressee who, String text) {
    /** The same so much later, or earlier where it is negative, but never before STARTEX. */
    ExpectedStep later(long micros) {
        return new ExpectedStep(new ExerciseTime(Math.max(0, by.micros() + micros)), who, text);
    }
}
