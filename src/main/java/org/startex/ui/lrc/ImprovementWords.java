package org.startex.ui.lrc;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.startex.kernel.Texts;
import org.startex.lrc.Improvement;
import org.startex.lrc.ImprovementEvent;
import org.startex.lrc.ImprovementKind;
import org.startex.lrc.ImprovementState;
import org.startex.ui.StateChip;

/** Improvement records in words. */
final class ImprovementWords {
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private ImprovementWords() {}

    static String state(ImprovementState state) {
        return TEXTS.get(
                switch (state) {
                    case PROPOSED -> "state.proposed";
                    case AGREED -> "state.agreed";
                    case UNDER_WAY -> "state.under-way";
                    case DONE -> "state.done";
                    case EMBEDDED -> "state.embedded";
                    case WITHDRAWN -> "state.withdrawn";
                });
    }

    /** Where it stands, in short; what needs a person first. */
    static StateChip chip(Improvement record, LocalDate today) {
        if (record.overdue(today)) {
            return new StateChip("late", "late", overdue(record, today));
        }
        if (record.reopened()) {
            return new StateChip("due", "left", TEXTS.get("state.reopened"));
        }
        String word = state(record.state());
        return switch (record.state()) {
            case PROPOSED, AGREED -> new StateChip("pending", "pending", word);
            case UNDER_WAY -> new StateChip("delivered", "play", word);
            case DONE -> new StateChip("seen", "check", word);
            case EMBEDDED -> new StateChip("ack", "ack", word);
            case WITHDRAWN -> new StateChip("withdrawn", "cross", word);
        };
    }

    /** How many days it is overdue. */
    static String overdue(Improvement record, LocalDate today) {
        return TEXTS.get("overdue.days", ChronoUnit.DAYS.between(record.due(), today));
    }

    static String kind(ImprovementKind kind) {
        return TEXTS.get(
                switch (kind) {
                    case INTERNAL_READINESS -> "kind.internal-readiness";
                    case EXTERNAL_IMPACT -> "kind.external-impact";
                });
    }

    static String event(ImprovementEvent event) {
        return TEXTS.get(
                switch (event) {
                    case PROPOSED -> "happened.proposed";
                    case CHANGED -> "happened.changed";
                    case NOTED -> "happened.noted";
                    case AGREED -> "happened.agreed";
                    case BEGUN -> "happened.begun";
                    case DONE -> "happened.done";
                    case EMBEDDED -> "happened.embedded";
                    case REOPENED -> "happened.reopened";
                    case WITHDRAWN -> "happened.withdrawn";
                });
    }

    /** The owner: the role, and the person in it where one is named. */
    static String owner(Improvement record) {
        return record.ownerName().isEmpty()
                ? record.draft().ownerRole()
                : TEXTS.get("owner.both", record.draft().ownerRole(), record.ownerName());
    }
}
