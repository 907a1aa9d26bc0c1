package org.startex.debrief;

import java.time.Instant;
import org.startex.kernel.PersonId;

/**
 * One step in the life of a finding.
 *
 * @param reason why it was withdrawn; empty for other acts
 * @param content the finding as it was after the act
 */
public record FindingVersion(
        int version, Act act, PersonId by, String byName, Instant at, String reason, FindingDraft content) {
    /** What was done to the finding. */
    public enum Act {
        RECORDED,
        CHANGED,
        WITHDRAWN
    }
}
