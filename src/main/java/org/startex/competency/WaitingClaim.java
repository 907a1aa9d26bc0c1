package org.startex.competency;

import java.time.Instant;

/**
 * A claim that an assessor can judge now.
 *
 * @param learner the learner's name
 */
public record WaitingClaim(EvidencePiece piece, Claim claim, String learner) {
    /** Since when it waits. */
    public Instant since() {
        return claim.last().at();
    }
}
