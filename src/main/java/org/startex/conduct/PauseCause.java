package org.startex.conduct;

/** Why exercise time stands. */
public enum PauseCause {
    /** A controller paused. */
    CONTROLLER,
    /** The program was away longer than the exercise's grace. */
    OUTAGE,
    /** Play was stopped for a real incident and is cleared, but not yet resumed. */
    NO_DUFF,
    /** A move of a facilitated exercise has ended, and the next has not begun. */
    MOVE_ENDED
}
