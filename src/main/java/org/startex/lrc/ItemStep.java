package org.startex.lrc;

import java.time.Instant;

/**
 * One line of the history of a group or a modular response.
 *
 * @param nr from 1, without gaps
 * @param by who did it; empty for what came with the program
 * @param words what it said afterwards
 */
public record ItemStep(int nr, Instant at, String by, Act act, String words, String reason) {
    /** What was done. */
    public enum Act {
        ADDED,
        CHANGED,
        RETIRED,
        RESTORED
    }
}
