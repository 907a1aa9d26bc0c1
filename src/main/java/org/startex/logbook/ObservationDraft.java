package org.startex.logbook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.KsbCode;
import org.startex.kernel.ObjectiveCode;
import org.startex.kernel.ParticipantId;

/**
 * An observation as it is sent.
 *
 * @param about sequence of the inject delivered or of the decision that it is about, or null
 * @param step code of a step of the exercise's rating scale, or null when only noted
 * @param lateReason needed after ENDEX, else passed over
 */
public record ObservationDraft(
        @Nullable Long about,
        List<ObjectiveCode> objectives,
        List<KsbCode> ksbs,
        List<ParticipantId> observed,
        @Nullable String step,
        List<CheckedAction> checked,
        String note,
        String lateReason) {
    public ObservationDraft {
        objectives = List.copyOf(objectives);
        ksbs = List.copyOf(ksbs);
        observed = List.copyOf(observed);
        checked = List.copyOf(checked);
    }
}
