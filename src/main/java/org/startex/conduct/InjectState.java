package org.startex.conduct;

/** Where an inject stands, as controllers see it. */
public enum InjectState {
    /** Still to come. */
    PENDING,
    /** Still to come, within five minutes of exercise time. */
    DUE,
    /** With its players, and nobody has had it on the screen. */
    DELIVERED,
    /** Somebody has had it on the screen; not all have acknowledged. */
    SEEN,
    /** Everybody it is for has acknowledged it. */
    ACKNOWLEDGED,
    /** Its time is past and it has not gone, or the plan expected an answer by now and somebody has not acknowledged. */
    LATE
}
