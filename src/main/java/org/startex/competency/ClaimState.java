package org.startex.competency;

/** Where a claim stands. */
public enum ClaimState {
    /** For an assessor to judge. */
    WAITING,
    ACCEPTED,
    DECLINED,
    /** For the learner to add what was asked for. */
    MORE_WANTED,
    /** Taken back by the learner. */
    WITHDRAWN;

    static ClaimState after(ActKind act) {
        return switch (act) {
            case CLAIMED, RESUBMITTED -> WAITING;
            case ACCEPTED -> ACCEPTED;
            case DECLINED -> DECLINED;
            case MORE_WANTED -> MORE_WANTED;
            case WITHDRAWN -> WITHDRAWN;
        };
    }
}
