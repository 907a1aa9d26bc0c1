package org.startex.debrief;

import org.startex.ledger.Reason;

/** What became of an act on a hot debrief. */
public sealed interface HotDebriefResult {
    /** Done. */
    record Done() implements HotDebriefResult {}

    /** Refused; nothing was changed. */
    record Refused(Reason reason) implements HotDebriefResult {}
}
