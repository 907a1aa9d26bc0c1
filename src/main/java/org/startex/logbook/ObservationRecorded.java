package org.startex.logbook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Numbered;
import org.startex.kernel.KsbCode;
import org.startex.kernel.ObjectiveCode;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Prose;

/**
 * What one of the staff saw players do, against what the exercise sets out to test.
 *
 * @param number among the observations of this exercise, from 1
 * @param about sequence of the inject delivered or of the decision that it is about, or null
 * @param observed the players it names; empty when it is about a cell or the exercise as a whole
 * @param rating on the exercise's scale, or null when only noted
 * @param checked expected actions of the inject that it is about
 * @param late whether it was recorded after ENDEX
 */
public record ObservationRecorded(
        int number,
        @Nullable Long about,
        List<ObjectiveCode> objectives,
        List<KsbCode> ksbs,
        List<ParticipantId> observed,
        @Nullable Rating rating,
        List<CheckedAction> checked,
        boolean late,
        @Prose ObservationWords words)
        implements Numbered {
    public ObservationRecorded {
        objectives = List.copyOf(objectives);
        ksbs = List.copyOf(ksbs);
        observed = List.copyOf(observed);
        checked = List.copyOf(checked);
    }
}
