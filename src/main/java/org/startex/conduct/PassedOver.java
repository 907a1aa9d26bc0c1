package org.startex.conduct;

/** What becomes of the injects that a jump of the clock passes over. */
public enum PassedOver {
    /** Kept for later, held. */
    HOLD,
    /** Sent at once, in their order. */
    SEND,
    /** Left out, with a reason. */
    SKIP
}
