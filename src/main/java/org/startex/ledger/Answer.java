package org.startex.ledger;

/** What the one who acted is told, after the commit. */
public sealed interface Answer {
    /**
     * Recorded.
     *
     * @param seq of the act's own last entry, or of the head when the act needed no entry
     */
    record Done(long seq) implements Answer {}

    /** Refused; nothing of the act is in the record. */
    record Refused(Reason reason) implements Answer {}
}
