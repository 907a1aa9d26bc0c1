package org.startex.lrc;

/** Something that happened to an improvement record. */
public enum ImprovementEvent {
    PROPOSED,
    CHANGED,
    NOTED,
    AGREED,
    BEGUN,
    DONE,
    /** Its lesson was shown to hold. */
    EMBEDDED,
    /** Its lesson was shown not to hold. */
    REOPENED,
    WITHDRAWN
}
