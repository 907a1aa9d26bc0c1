package org.startex.conduct;

import org.jspecify.annotations.Nullable;
import org.startex.kernel.CellCode;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Fact;

/**
 * A numbered entry of the decision log was made, or an inject was answered otherwise.
 *
 * @param number from 1 in this exercise; 0 for an answer that is no entry of the decision log, such as a message
 * @param inject sequence of the inject that it answers, or null
 * @param actions how many actions it raises; 0 in older records, which did not say
 * @param madeBy whose decision it is, if a loggist logged it; null in records older than loggists, and where players log their own
 * @param madeIn in which cell's log it then stands; null where players log their own, and it is theirs
 */
public record ReplyLogged(
        int number,
        @Nullable Long inject,
        int actions,
        @Nullable ParticipantId madeBy,
        @Nullable CellCode madeIn) implements Fact {
    /** An inject was answered, but not by a decision. */
    public static ReplyLogged byMessage(long inject) {
        return new ReplyLogged(0, inject, 0, null, null);
    }

    /** Whether it is an entry of the decision log. */
    public boolean decides() {
        return number > 0;
    }
}
