package org.startex.standards;

/** What an item of the Local Resilience Capability is. */
public enum LrcKind {
    /** One of the eight steps of the manual. */
    STEP,
    /** One of the five modules of the strategy. */
    MODULE,
    /** One of the modular responses that step 7 lists. */
    RESPONSE
}
