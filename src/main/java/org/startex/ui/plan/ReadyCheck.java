package org.startex.ui.plan;

/**
 * One line of what must be right before STARTEX.
 *
 * @param detail what was found, and what to do where it is not right
 */
record ReadyCheck(State state, String name, String detail) {
    /** How it stands. */
    enum State {
        READY,
        /** Play can begin, but somebody should know. */
        CAUTION,
        /** Mend it first. */
        NOT_READY
    }
}
