package org.startex.ui;

import org.startex.conduct.CommsCheckStarted;
import org.startex.conduct.Marking;
import org.startex.conduct.NoDuffCleared;
import org.startex.conduct.NoDuffDrillEnded;
import org.startex.conduct.NoDuffDrilled;
import org.startex.conduct.WaitedInjects;
import org.startex.kernel.Texts;

/** What was done to keep an exercise safe, as the log says it. */
final class SafetyWords {
    private static final Texts TEXTS = Texts.of("ui-safety");

    private SafetyWords() {}

    static String cleared(NoDuffCleared f, String who) {
        String what = Words.say("entry.cleared", who, f.reason());
        WaitedInjects waited = f.waited();
        return waited == null ? what : TEXTS.get("entry.cleared.waited", what, waited(waited));
    }

    private static String waited(WaitedInjects waited) {
        return switch (waited) {
            case AS_PLANNED -> TEXTS.get("entry.waited.as-planned");
            case LATER -> TEXTS.get("entry.waited.later");
            case HELD -> TEXTS.get("entry.waited.held");
        };
    }

    static String drilled(NoDuffDrilled f, String who) {
        return f.reason().isEmpty()
                ? TEXTS.get("entry.drilled", who)
                : TEXTS.get("entry.drilled.because", who, f.reason());
    }

    static String drillEnded(NoDuffDrillEnded f, String who) {
        return f.reason().isEmpty()
                ? TEXTS.get("entry.drill-ended", who)
                : TEXTS.get("entry.drill-ended.because", who, f.reason());
    }

    static String marked(Marking marking, String who) {
        return TEXTS.get("entry.marking", who, marking.text(), marking.codeWord());
    }

    static String started(CommsCheckStarted f, String who) {
        return TEXTS.get("entry.comms-check", f.number(), who);
    }

    static String confirmed(String who) {
        return TEXTS.get("entry.comms-confirmed", who);
    }
}
