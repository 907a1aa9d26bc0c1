package org.startex.lrc;

/** Where an improvement record stands. */
public enum ImprovementState {
    /** Somebody in the working group suggests it. */
    PROPOSED,
    /** The working group wants it. */
    AGREED,
    /** It is being made. Also when its lesson was opened again. */
    UNDER_WAY,
    /** It is made; whether it holds is still to be shown. */
    DONE,
    /** A later exercise has shown that its lesson holds. */
    EMBEDDED,
    /** It is no longer wanted, and the record says why. */
    WITHDRAWN;

    /** Whether something is still to be done. */
    public boolean open() {
        return this == PROPOSED || this == AGREED || this == UNDER_WAY;
    }
}
