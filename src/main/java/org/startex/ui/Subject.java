package org.startex.ui;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Delivered;
import org.startex.conduct.ExpectedStep;
import org.startex.conduct.PlannedInject;
import org.startex.kernel.KsbCode;
import org.startex.kernel.ObjectiveCode;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;
import org.startex.logbook.DecisionRecorded;

/**
 * What an observation is about: an inject as delivered, or a decision with the inject that it answers.
 *
 * @param seq of its entry
 * @param title as the record tells it
 * @param inject the inject, or the one that the decision answers; null for a decision in answer to nothing
 * @param decision null for an inject
 * @param maker who made the decision; null for an inject
 */
public record Subject(
        long seq,
        String title,
        @Nullable Delivered inject,
        @Nullable DecisionRecorded decision,
        @Nullable ParticipantId maker,
        List<ExpectedStep> expected,
        List<ObjectiveCode> objectives,
        List<KsbCode> ksbs) {
    /** What this entry is, if it can be observed at all. */
    public static Optional<Subject> of(ExerciseTools tools, Scene scene, @Nullable Long about) {
        return about == null
                ? Optional.empty()
                : tools.record().read(tools.caller(), scene.id(), about - 1, 1).stream()
                        .findFirst()
                        .flatMap(entry -> of(scene, entry));
    }

    /** The same from an entry at hand. */
    public static Optional<Subject> of(Scene scene, LedgerEntry entry) {
        if (entry.fact() instanceof DecisionRecorded decision) {
            Long answered = decision.inReplyTo();
            Delivered inject =
                    answered == null ? null : scene.play().delivered(answered).orElse(null);
            return Optional.of(of(scene, entry, inject, decision));
        }
        return scene.play().delivered(entry.seq()).map(inject -> of(scene, entry, inject, null));
    }

    /** Whose decision it is: of the one it was logged for, or of the one who logged it. */
    private static @Nullable ParticipantId maker(LedgerEntry entry, @Nullable DecisionRecorded decision) {
        if (decision == null) {
            return null;
        }
        return Optional.ofNullable(decision.madeBy())
                .or(() -> entry.actor().participant())
                .orElse(null);
    }

    private static Subject of(
            Scene scene, LedgerEntry entry, @Nullable Delivered inject, @Nullable DecisionRecorded decision) {
        Optional<PlannedInject> planned = Optional.ofNullable(inject)
                .filter(one -> !one.adHoc())
                .flatMap(one -> scene.play().planned(one.number()));
        return new Subject(
                entry.seq(),
                EntryWords.summary(scene, entry),
                inject,
                decision,
                maker(entry, decision),
                planned.map(one -> one.words().expected()).orElse(List.of()),
                planned.map(PlannedInject::objectives).orElse(List.of()),
                planned.map(PlannedInject::ksbs).orElse(List.of()));
    }
}
