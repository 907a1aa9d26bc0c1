package org.startex.debrief;

import java.util.Optional;

/**
 * The hot debrief of an exercise as one participant finds it.
 *
 * @param answered whether this participant has answered, with or without their name
 * @param mine their answer, if they gave it with their name; what was given without can be shown to nobody
 */
public record HotDebrief(State state, Naming naming, boolean answered, Optional<HotAnswer> mine) {
    /** Where it stands. */
    public enum State {
        /** Play is not over yet. */
        BEFORE,
        /** Answers are taken and may be changed. */
        OPEN,
        /** The director has closed it. */
        CLOSED
    }
}
