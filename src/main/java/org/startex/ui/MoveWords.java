package org.startex.ui;

import java.time.Duration;
import java.util.stream.Collectors;
import org.startex.conduct.DiscussionClosed;
import org.startex.conduct.DiscussionExtended;
import org.startex.conduct.DiscussionOpened;
import org.startex.conduct.MoveBegun;
import org.startex.conduct.MoveEnded;
import org.startex.conduct.PlannedPhase;
import org.startex.conduct.QuestionOpened;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.Lengths;
import org.startex.kernel.Texts;
import org.startex.ledger.LedgerEntry;
import org.startex.logbook.AnswerRecorded;

/** The moves of a facilitated exercise and what its tables discuss, as people say it. */
public final class MoveWords {
    private static final Texts TEXTS = Texts.of("ui-moves");

    private MoveWords() {}

    /** The title of a move as the scenario has it, or its number if it has none. */
    public static String title(Scene scene, int move) {
        return scene.play().schedule().phases().stream()
                .skip(Math.max(0, move - 1L))
                .findFirst()
                .map(PlannedPhase::title)
                .orElse(TEXTS.get("move", move));
    }

    static String begun(Scene scene, MoveBegun f, String who) {
        String title = title(scene, f.move());
        String said = f.passed().isEmpty()
                ? TEXTS.get("entry.begun", who, title)
                : TEXTS.get(
                        switch (f.passedOver()) {
                            case HOLD -> "entry.begun.held";
                            case SEND -> "entry.begun.sent";
                            case SKIP -> "entry.begun.skipped";
                        },
                        who,
                        title,
                        f.passed().stream().map(InjectNumber::value).collect(Collectors.joining(", ")));
        return f.reason().isEmpty() ? said : Words.say("entry.because", said, f.reason());
    }

    static String ended(Scene scene, MoveEnded f) {
        return TEXTS.get("entry.ended", title(scene, f.move()));
    }

    static String opened(Scene scene, LedgerEntry entry, DiscussionOpened f, String who) {
        Duration length = Duration.between(entry.occurredAt(), f.until());
        return TEXTS.get("entry.opened", who, title(scene, f.move()), Lengths.of(length));
    }

    static String extended(LedgerEntry entry, DiscussionExtended f, String who) {
        return TEXTS.get("entry.extended", who, Lengths.of(Duration.between(entry.occurredAt(), f.until())));
    }

    static String closed(DiscussionClosed f, String who) {
        return TEXTS.get("entry.closed", who, f.move());
    }

    static String put(QuestionOpened f) {
        return TEXTS.get("entry.question", f.question(), f.text());
    }

    static String answered(Scene scene, AnswerRecorded f, String who) {
        return TEXTS.get(
                f.late() ? "entry.answer.late" : "entry.answer",
                scene.cell(f.cell()),
                f.question(),
                f.said(),
                who,
                f.version());
    }
}
