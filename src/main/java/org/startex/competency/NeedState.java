package org.startex.competency;

/** Where a development need stands. */
public enum NeedState {
    /** Nothing is done about it yet. */
    OPEN,
    /** Something is under way. */
    BEING_MET,
    /** It is met, by somebody's judgement. */
    MET
}
