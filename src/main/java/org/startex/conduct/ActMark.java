package org.startex.conduct;

import java.time.Instant;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;

/**
 * Who did something, when and why.
 *
 * @param reason may be empty
 */
public record ActMark(ParticipantId by, Instant at, String reason) {
    /** Who made an entry. */
    static ActMark of(LedgerEntry entry, String reason) {
        return new ActMark(
                entry.actor()
                        .participant()
                        .orElseThrow(() -> new IllegalStateException("an act of a controller by nobody")),
                entry.recordedAt(),
                reason);
    }
}
