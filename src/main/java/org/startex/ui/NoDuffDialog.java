package org.startex.ui;

import java.util.function.LongConsumer;
import org.startex.kernel.ExerciseId;

/** Asks what has really happened before play is stopped. */
final class NoDuffDialog {
    private NoDuffDialog() {}

    static void ask(ExerciseTools tools, ExerciseId id, LongConsumer saved) {
        new ActDialog(Words.say("no-duff.dialog"), Words.say("no-duff.act"))
                .explain(Words.say("no-duff.explain"))
                .reason(Words.say("no-duff.reason"), true)
                .danger()
                .ask((act, why) -> tools.conduct().stop(tools.caller(), id, act, why, tools.now()), saved);
    }
}
