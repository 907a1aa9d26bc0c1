package org.startex.logbook;

import org.startex.conduct.MakersWord;

/**
 * A decision maker stands by what a loggist logged for them.
 *
 * @param entry sequence of the decision
 * @param number of the decision in the log
 * @param late whether that was after ENDEX
 */
public record DecisionConfirmed(long entry, int number, boolean late) implements MakersWord {
    @Override
    public boolean confirms() {
        return true;
    }
}
