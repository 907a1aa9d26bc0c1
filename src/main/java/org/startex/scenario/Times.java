package org.startex.scenario;

import java.util.Optional;
import org.startex.kernel.ExerciseTime;
import org.startex.scenario.YamlMap.Located;

/** Reads exercise times. */
final class Times {
    private Times() {}

    /** The time, or nothing after saying that it is none, which breaks the scenario. */
    static Optional<ExerciseTime> read(String file, Located text, Findings findings) {
        Optional<ExerciseTime> time = ExerciseTime.parse(text.value());
        if (time.isEmpty()) {
            findings.add(Rule.BAD_TIME, file, text.line(), text.value());
            findings.breaks();
        }
        return time;
    }
}
