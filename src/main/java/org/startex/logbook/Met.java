package org.startex.logbook;

/** What an evaluator saw of an expected action. */
public enum Met {
    MET,
    PARTLY,
    NOT_MET,
    /** The evaluator did not see whether: nothing is claimed. */
    NOT_OBSERVED
}
