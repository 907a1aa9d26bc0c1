package org.startex.lrc;

/** What the rules say of an act on an improvement record. */
sealed interface ImprovementRuling {
    /**
     * It happens.
     *
     * @param next the record afterwards; its count of changes and its time are for the shell
     */
    record Accepted(ImprovementEvent event, Improvement next, String words) implements ImprovementRuling {}

    /** Nothing happens. */
    record Refused(LrcRefusal refusal) implements ImprovementRuling {}
}
