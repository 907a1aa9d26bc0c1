package org.startex.ui.evaluator;

import java.util.Locale;
import org.startex.conduct.InjectDelivered;
import org.startex.ledger.LedgerEntry;
import org.startex.logbook.DecisionRecorded;

/** What the stream shows. */
enum Shown {
    EVERYTHING,
    INJECTS,
    DECISIONS;

    boolean shows(LedgerEntry entry) {
        return switch (this) {
            case EVERYTHING -> true;
            case INJECTS -> entry.fact() instanceof InjectDelivered;
            case DECISIONS -> entry.fact() instanceof DecisionRecorded;
        };
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
