package org.startex.logbook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.conduct.ExpectedStep;
import org.startex.conduct.Notes;
import org.startex.conduct.Plan;
import org.startex.conduct.PlannedInject;
import org.startex.conduct.PlannedObjective;
import org.startex.conduct.Play;
import org.startex.conduct.Words;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.KsbCode;
import org.startex.kernel.ObjectiveCode;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.RatingScale;
import org.startex.ledger.Reason;
import org.startex.ledger.Ruling;

/** The rules of observations: pure. An observation says something, and names only what the exercise has. */
final class Observations {
    private Observations() {}

    /**
     * What an observation may name beside what the plan holds.
     *
     * @param inject sequence of the inject that it is about, or that the decision it is about answers; null for neither
     * @param scale the exercise's
     */
    record Known(boolean aboutSomethingElse, @Nullable Long inject, RatingScale scale, Predicate<KsbCode> ksbs) {}

    static Ruling decide(
            Exercise state,
            ParticipantId by,
            ObservationDraft draft,
            Known known,
            Instant occurredAt,
            Instant now,
            Instant lastAlive) {
        Optional<Reason> bad = state.content().flatMap(play -> check(play, draft, known));
        if (bad.isPresent()) {
            return Ruling.refuse(bad.get());
        }
        boolean late = state instanceof Exercise.Closing;
        String step = draft.step();
        return Notes.take(
                state,
                by,
                ObservationRecorded.class,
                number -> new ObservationRecorded(
                        number,
                        draft.about(),
                        draft.objectives(),
                        draft.ksbs(),
                        draft.observed(),
                        step == null ? null : new Rating(known.scale().code(), step),
                        draft.checked(),
                        late,
                        new ObservationWords(
                                draft.note().strip(), late ? draft.lateReason().strip() : "")),
                draft.lateReason(),
                occurredAt,
                now,
                lastAlive);
    }

    private static Optional<Reason> check(Play play, ObservationDraft draft, Known known) {
        if (known.aboutSomethingElse()) {
            return refused("not-observable", "about");
        }
        if (draft.note().isBlank() && draft.step() == null && draft.checked().isEmpty()) {
            return refused("observation-empty", "note");
        }
        if (repeats(draft.objectives()) || !objectives(play.plan()).containsAll(draft.objectives())) {
            return refused("unknown-objective", "objectives");
        }
        if (repeats(draft.ksbs()) || !draft.ksbs().stream().allMatch(known.ksbs())) {
            return refused("unknown-ksb", "ksbs");
        }
        if (repeats(draft.observed()) || !draft.observed().stream().allMatch(one -> plays(play, one))) {
            return refused("observed-not-a-player", "observed");
        }
        String step = draft.step();
        if (step != null && known.scale().step(step).isEmpty()) {
            return refused("unknown-rating", "rating");
        }
        List<Integer> indexes =
                draft.checked().stream().map(CheckedAction::index).toList();
        int expected = expected(play, known.inject()).size();
        if (repeats(indexes) || !indexes.stream().allMatch(index -> index >= 0 && index < expected)) {
            return refused("unknown-expected-action", "checked");
        }
        return Words.check(draft.note(), "note", Words.TEXT, false);
    }

    private static Set<ObjectiveCode> objectives(Plan plan) {
        return plan.objectives().stream().map(PlannedObjective::code).collect(Collectors.toSet());
    }

    /** What the plan expects after the inject that this entry delivered; nothing for one that was written on the spot. */
    private static List<ExpectedStep> expected(Play play, @Nullable Long inject) {
        return Optional.ofNullable(inject)
                .flatMap(play::delivered)
                .flatMap(delivered -> play.plan().inject(delivered.number()))
                .map((PlannedInject planned) -> planned.words().expected())
                .orElse(List.of());
    }

    private static boolean plays(Play play, ParticipantId participant) {
        return play.member(participant)
                .filter(member -> member.role() == ExerciseRole.PLAYER && member.cell() != null)
                .isPresent();
    }

    private static boolean repeats(List<?> list) {
        return Set.copyOf(list).size() < list.size();
    }

    private static Optional<Reason> refused(String code, String field) {
        return Optional.of(Reason.of(code, field));
    }
}
