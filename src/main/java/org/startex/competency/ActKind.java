package org.startex.competency;

/** What was done about a claim. */
public enum ActKind {
    /** The learner says that the piece shows the KSB. */
    CLAIMED,
    /** An assessor agrees. */
    ACCEPTED,
    /** An assessor does not agree. */
    DECLINED,
    /** An assessor asks for more. */
    MORE_WANTED,
    /** The learner has added what was asked for. */
    RESUBMITTED,
    /** The learner takes the claim back. */
    WITHDRAWN
}
