package org.startex.debrief;

import java.util.Optional;
import org.startex.conduct.Exercise;
import org.startex.conduct.Words;
import org.startex.ledger.Reason;

/** The rules of findings: pure. A finding is written after ENDEX, and cites at least one entry of its exercise's record. */
final class Findings {
    static final int CITES = 50;

    private Findings() {}

    /** Whether play is over: closing or sealed, or stopped for a real incident after ENDEX. */
    static boolean afterEndex(Exercise state) {
        return switch (state) {
            case Exercise.Closing s -> true;
            case Exercise.Sealed s -> true;
            case Exercise.Stopped s -> s.before() == Exercise.Before.CLOSING;
            case Exercise.Unplanned s -> false;
            case Exercise.Planned s -> false;
            case Exercise.Running s -> false;
            case Exercise.Paused s -> false;
        };
    }

    /**
     * What is wrong with a finding, if anything.
     *
     * @param head sequence of the last entry of the record; there are no gaps below it
     */
    static Optional<Reason> check(Exercise state, long head, FindingDraft draft) {
        if (!afterEndex(state)) {
            return Optional.of(Reason.of("finding-before-endex"));
        }
        return text(draft.what(), "what", "finding-what-missing")
                .or(() -> text(draft.expected(), "expected", "finding-expected-missing"))
                .or(() -> text(draft.why(), "why", "finding-why-missing"))
                .or(() -> theme(draft.theme()))
                .or(() -> cites(draft, head));
    }

    /** What is wrong with a reason for withdrawing, if anything. */
    static Optional<Reason> checkWithdrawal(String reason) {
        return reason.isBlank()
                ? Optional.of(Reason.of("withdrawal-reason-missing", "reason"))
                : Words.check(reason, "reason", Words.REASON, true);
    }

    /** The draft without blanks around its texts, its entries in order and each once. */
    static FindingDraft tidy(FindingDraft draft) {
        return new FindingDraft(
                draft.what().strip(),
                draft.expected().strip(),
                draft.why().strip(),
                draft.theme().strip(),
                draft.goodPractice(),
                draft.cites().stream().distinct().sorted().toList());
    }

    private static Optional<Reason> text(String text, String field, String missing) {
        return text.isBlank() ? Optional.of(Reason.of(missing, field)) : Words.check(text, field, Words.TEXT, true);
    }

    private static Optional<Reason> theme(String theme) {
        return theme.isBlank()
                ? Optional.of(Reason.of("theme-missing", "theme"))
                : Words.check(theme, "theme", Words.TITLE, true);
    }

    private static Optional<Reason> cites(FindingDraft draft, long head) {
        if (draft.cites().isEmpty()) {
            return Optional.of(Reason.of("finding-cites-nothing", "cites"));
        }
        if (draft.cites().stream().distinct().count() > CITES) {
            return Optional.of(Reason.of("finding-cites-too-many", "cites"));
        }
        return draft.cites().stream().allMatch(seq -> seq >= 1 && seq <= head)
                ? Optional.empty()
                : Optional.of(Reason.of("no-such-entry", "cites"));
    }
}
