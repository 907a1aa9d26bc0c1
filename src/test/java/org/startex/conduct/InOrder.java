package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.LedgerEntry;

/** In a record no inject comes twice, and each that fell due by itself was the next of those that were foreseen, at its time or after it. */
final class InOrder {
    private InOrder() {}

    static void check(Played played) {
        Set<InjectNumber> once = new HashSet<>();
        ExerciseTime before = ExerciseTime.ZERO;
        Exercise state = new Exercise.Unplanned(played.state.id());
        for (LedgerEntry entry : played.record) {
            if (entry.fact() instanceof InjectDelivered inject) {
                assertThat(once.add(inject.number()))
                        .as("inject %s", inject.number())
                        .isTrue();
            }
            if (entry.fact() instanceof InjectFellDue inject) {
                PlannedInject next = state.content().orElseThrow().pending().getFirst();
                assertThat(inject.number())
                        .as("the first of those that are neither held nor skipped")
                        .isEqualTo(next.number());
                assertThat(next.kind().byHand()).isFalse();
                assertThat(next.awaitsVoice()).isFalse();
                assertThat(next.due()).isGreaterThanOrEqualTo(before);
                assertThat(entry.exerciseTime()).isNotNull().isGreaterThanOrEqualTo(next.due());
                before = next.due();
            }
            state = Conduct.evolve(state, entry);
        }
    }
}
