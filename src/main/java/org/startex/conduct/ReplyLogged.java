package org.startex.conduct;

import org.jspecify.annotations.Nullable;
import org.startex.ledger.Fact;

/**
 * A numbered entry of the decision log was made, or an inject was answered otherwise.
 *
 * @param number from 1 in this exercise; 0 for an answer that is no entry of the decision log, such as a message
 * @param inject sequence of the inject that it answers, or null
 * @param actions how many actions it raises; 0 in older records, which did not say
 */
public record ReplyLogged(int number, @Nullable Long inject, int actions) implements Fact {
    /** An inject was answered, but not by a decision. */
    public static ReplyLogged byMessage(long inject) {
        return new ReplyLogged(0, inject, 0);
    }

    /** Whether it is an entry of the decision log. */
    public boolean decides() {
        return number > 0;
    }
}
