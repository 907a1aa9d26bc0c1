package org.startex.logbook;

import java.util.List;

/**
 * What a decision maker wrote.
 *
 * @param lateReason why it comes after ENDEX; empty when it does not
 */
public record DecisionWords(
        String decision,
        String rationale,
        String options,
        String expectedEffect,
        List<ActionWords> actions,
        String lateReason) {
    public DecisionWords {
        actions = List.copyOf(actions);
    }
}
