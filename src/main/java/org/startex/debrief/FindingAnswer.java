package org.startex.debrief;

import org.startex.ledger.Reason;

/** What became of an act on a finding. */
public sealed interface FindingAnswer {
    /** Done; the finding as it stands now. */
    record Done(Finding finding) implements FindingAnswer {}

    /** Refused; nothing was changed. */
    record Refused(Reason reason) implements FindingAnswer {}
}
