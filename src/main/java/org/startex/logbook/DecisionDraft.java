package org.startex.logbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision as its maker sends it.
 *
 * @param inReplyTo sequence of the inject that it answers, or null
 * @param reliedOn sequences of entries of the maker's own feed
 * @param lateReason needed after ENDEX, else passed over
 */
public record DecisionDraft(
        @Nullable Long inReplyTo,
        List<Long> reliedOn,
        String decision,
        String rationale,
        String options,
        String expectedEffect,
        List<ActionWords> actions,
        String lateReason) {
    public DecisionDraft {
        reliedOn = List.copyOf(reliedOn);
        actions = List.copyOf(actions);
    }
}
