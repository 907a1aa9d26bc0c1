package org.startex.competency;

/** What in the record of an exercise a piece of evidence points at. */
public enum EvidenceKind {
    /** A decision that the learner logged. */
    DECISION,
    /** An action of a decision that names the learner as its owner. */
    ACTION,
    /** An observation that an evaluator recorded of the learner. */
    OBSERVATION
}
