package org.startex.ui.evaluator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.InjectAcknowledged;
import org.startex.conduct.InjectDelivered;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;
import org.startex.logbook.DecisionRecorded;
import org.startex.logbook.ObservationRecorded;
import org.startex.ui.ExerciseTools;

/** What an evaluator works from, read on from the last entry known: what reached players, what they did, and what was observed of it. */
final class Witnessed {
    private static final int AT_ONCE = 2_000;

    private final ExerciseTools tools;
    private final ExerciseId id;
    private final List<LedgerEntry> play = new ArrayList<>();
    private final List<LedgerEntry> observations = new ArrayList<>();
    private long last;

    Witnessed(ExerciseTools tools, ExerciseId id) {
        this.tools = tools;
        this.id = id;
    }

    /** Reads on. */
    void read() {
        List<LedgerEntry> fresh;
        do {
            fresh = tools.record().read(tools.caller(), id, last, AT_ONCE);
            fresh.forEach(this::take);
        } while (fresh.size() == AT_ONCE);
    }

    private void take(LedgerEntry entry) {
        last = entry.seq();
        switch (entry.fact()) {
            case InjectDelivered inject -> play.add(entry);
            case InjectAcknowledged acknowledged -> play.add(entry);
            case DecisionRecorded decision -> play.add(entry);
            case ObservationRecorded observation -> observations.add(entry);
            default -> {}
        }
    }

    /** Injects delivered, acknowledgements and decisions, in the order of the record. */
    List<LedgerEntry> play() {
        return List.copyOf(play);
    }

    /** Every observation, by whomever. */
    List<ObservationRecorded> observations() {
        return observations.stream()
                .map(entry -> (ObservationRecorded) entry.fact())
                .toList();
    }

    /** The entries of one person's observations, the newest first. */
    List<LedgerEntry> by(ParticipantId participant) {
        return observations.reversed().stream()
                .filter(entry ->
                        entry.actor().participant().filter(participant::equals).isPresent())
                .toList();
    }

    /** The inject that the decision of this entry answers, or null. */
    @Nullable
    Long answeredBy(long decision) {
        return play.stream()
                .filter(entry -> entry.seq() == decision)
                .findFirst()
                .map(entry -> entry.fact() instanceof DecisionRecorded made ? made.inReplyTo() : null)
                .orElse(null);
    }

    /** How many observations are about this entry. */
    long about(long seq) {
        return observations().stream()
                .filter(observation -> observation.about() != null && observation.about() == seq)
                .count();
    }
}
