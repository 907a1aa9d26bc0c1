package org.startex.competency;

import java.util.List;
import org.startex.kernel.KsbCode;

/**
 * That a piece of evidence shows a KSB, and what became of it.
 *
 * @param history in order, never empty
 */
public record Claim(KsbCode ksb, List<EvidenceAct> history) {
    public Claim {
        history = List.copyOf(history);
    }

    /** Where it stands. */
    public ClaimState state() {
        return ClaimState.after(last().act());
    }

    /** What was done last. */
    public EvidenceAct last() {
        return history.getLast();
    }
}
