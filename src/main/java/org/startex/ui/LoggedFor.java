package org.startex.ui;

import java.util.Optional;
import org.startex.conduct.Attestation;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.Texts;
import org.startex.ledger.LedgerEntry;
import org.startex.logbook.DecisionRecorded;

/** What stands beside a decision that a loggist logged for somebody: who logged it, for whom, and whether its maker has confirmed it. */
public final class LoggedFor {
    private static final Texts TEXTS = Texts.of("ui-loggist");

    private LoggedFor() {}

    /** A sentence on who logged it and what the maker says; empty for a decision that its maker logged. */
    public static Optional<String> sentence(Scene scene, LedgerEntry entry) {
        return entry.fact() instanceof DecisionRecorded decision
                ? maker(decision).map(maker -> {
                    String loggist = EntryWords.who(scene, entry);
                    return switch (word(scene, entry.seq())) {
                        case AWAITED -> TEXTS.get("sentence.awaited", loggist, scene.name(maker));
                        case CONFIRMED -> TEXTS.get("sentence.confirmed", loggist, scene.name(maker));
                        case DISPUTED -> TEXTS.get("sentence.disputed", loggist, scene.name(maker));
                    };
                })
                : Optional.empty();
    }

    /** A few words after the decision's own on one line: empty for a decision that its maker logged. */
    public static String tail(Scene scene, long seq, DecisionRecorded decision) {
        return maker(decision)
                .map(maker -> switch (word(scene, seq)) {
                    case AWAITED -> TEXTS.get("tail.awaited", scene.name(maker));
                    case CONFIRMED -> TEXTS.get("tail.confirmed", scene.name(maker));
                    case DISPUTED -> TEXTS.get("tail.disputed", scene.name(maker));
                })
                .orElse("");
    }

    private static Optional<ParticipantId> maker(DecisionRecorded decision) {
        return Optional.ofNullable(decision.madeBy());
    }

    private static Attestation.Word word(Scene scene, long seq) {
        return scene.play().attestation(seq).map(Attestation::word).orElse(Attestation.Word.AWAITED);
    }
}
