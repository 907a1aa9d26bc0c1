package org.startex.ui.control;

import java.util.Locale;
import org.startex.conduct.InjectRow;
import org.startex.conduct.InjectState;
import org.startex.kernel.Texts;
import org.startex.scenario.InjectKind;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/** How the states of an inject look and what they are called. */
final class InjectStates {
    private static final Texts KINDS = Texts.of("ui-kinds");

    private InjectStates() {}

    /** The state's class in {@code startex.css}, which is its icon's name too. */
    static String look(InjectState state) {
        return switch (state) {
            case ACKNOWLEDGED -> "ack";
            case CUE, WAITING -> "pending";
            case TO_SPEAK -> "due";
            default -> state.name().toLowerCase(Locale.ROOT);
        };
    }

    /** The words of the chip; {@code {0}} stands for the time that the browser draws. */
    static String pattern(InjectRow row) {
        return switch (row.state()) {
            case PENDING -> Words.say("inject.pending");
            case DUE -> Words.say("inject.due");
            case CUE -> KINDS.get("state.cue");
            case WAITING -> KINDS.get("state.waiting");
            case CONTINGENCY -> KINDS.get("state.contingency");
            case TO_SPEAK -> KINDS.get("state.to-speak");
            case HELD -> Words.say("inject.held");
            case SKIPPED -> Words.say("inject.skipped");
            case RECALLED -> Words.say("inject.recalled");
            case DELIVERED -> Words.say("inject.delivered");
            case SEEN -> Words.say("inject.seen");
            case ACKNOWLEDGED -> Words.say("inject.acknowledged");
            case LATE -> Words.say("inject.late");
        };
    }

    /** The same for a list, with what is waited for. */
    static String pattern(Scene scene, InjectRow row) {
        return row.state() == InjectState.WAITING && row.kind() instanceof InjectKind.Conditional waits
                ? KINDS.get("state.waiting.for", scene.conditions().waits(waits.when()))
                : pattern(row);
    }

    /** Whether the browser draws a time into the words. */
    static boolean counts(InjectState state) {
        return state == InjectState.DUE || state == InjectState.LATE;
    }

    /** {@code 2 of 5} once sent, before that how many it is for. */
    static String base(InjectRow row) {
        return row.sent()
                ? Words.say("inject.of", row.acknowledged(), row.recipients())
                : Integer.toString(row.recipients());
    }
}
