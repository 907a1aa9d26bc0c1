package org.startex.conduct;

/** Where an inject stands, as controllers see it. */
public enum InjectState {
    /** Still to come. */
    PENDING,
    /** Still to come, within five minutes of exercise time. */
    DUE,
    /** Still to come: a controller sends it when its cue is given. */
    CUE,
    /** Still to come: it waits for a condition that does not hold yet. */
    WAITING,
    /** A spare one outside the timeline, ready at any moment. */
    CONTINGENCY,
    /** Its time has come, and it waits for a controller to say it. */
    TO_SPEAK,
    /** Still to come, and does not leave before a controller releases it. */
    HELD,
    /** Left out by a controller. */
    SKIPPED,
    /** With its players, and nobody has had it on the screen. */
    DELIVERED,
    /** Somebody has had it on the screen; not all have acknowledged. */
    SEEN,
    /** Everybody it is for has acknowledged it. */
    ACKNOWLEDGED,
    /** With its players, and recalled. */
    RECALLED,
    /** Its time is past and it has not gone, or the plan expected an answer by now and somebody has not acknowledged. */
    LATE
}
