package org.startex.logbook;

import org.startex.conduct.MakersWord;
import org.startex.ledger.Prose;

/**
 * A decision maker says that they did not decide so, and why.
 *
 * @param entry sequence of the decision
 * @param number of the decision in the log
 * @param late whether that was after ENDEX
 */
public record DecisionDisputed(
        long entry, int number, boolean late, @Prose String reason) implements MakersWord {
    @Override
    public boolean confirms() {
        return false;
    }
}
