package org.startex.conduct;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.scenario.InjectKind;

/**
 * What has become of the plan's times since it was made.
 *
 * @param handled the injects on which controllers have acted; the others stand as planned
 * @param phases the parts of the story with the times they have now
 * @param postponements how often the rest was postponed or brought forward
 * @param postponed who did so last, or null
 * @param responses what has come of the injects that left, for those that wait for it
 * @param moves how far a facilitated exercise has come
 */
public record Schedule(
        Map<InjectNumber, Handling> handled,
        List<PlannedPhase> phases,
        int postponements,
        @Nullable ActMark postponed,
        Map<InjectNumber, Response> responses,
        Moves moves) {
    public Schedule {
        responses = Map.copyOf(responses);
        handled = Map.copyOf(handled);
        phases = List.copyOf(phases);
    }

    /** Nothing has been changed yet. */
    public static Schedule asPlanned(Plan plan) {
        return new Schedule(Map.of(), plan.phases(), 0, null, Map.of(), Moves.NONE);
    }

    /** Who postponed the rest last, if somebody did. */
    public Optional<ActMark> lastPostponed() {
        return Optional.ofNullable(postponed);
    }

    /** How a planned inject stands. */
    Handling handling(PlannedInject planned) {
        Handling known = handled.get(planned.number());
        return known == null ? Handling.asPlanned(planned) : known;
    }

    Schedule with(InjectNumber number, Handling handling) {
        Map<InjectNumber, Handling> more = new HashMap<>(handled);
        more.put(number, handling);
        return new Schedule(more, phases, postponements, postponed, responses, moves);
    }

    Schedule heard(InjectNumber number, Response response) {
        Map<InjectNumber, Response> more = new HashMap<>(responses);
        more.put(number, response);
        return new Schedule(handled, phases, postponements, postponed, more, moves);
    }

    Schedule with(Moves further) {
        return new Schedule(handled, phases, postponements, postponed, responses, further);
    }

    /** All these, and the phases that have not begun, so much later. */
    Schedule postponed(List<PlannedInject> rest, RestPostponed act, ActMark mark) {
        Map<InjectNumber, Handling> more = new HashMap<>(handled);
        rest.forEach(inject -> more.put(inject.number(), handling(inject).later(act.byMicros(), mark)));
        return new Schedule(
                more,
                phases.stream().map(phase -> later(phase, act)).toList(),
                postponements + 1,
                mark,
                responses,
                moves);
    }

    /** A move at whose beginning the story waits has not begun. */
    private PlannedPhase later(PlannedPhase phase, RestPostponed act) {
        boolean begun = moves.begun() > 0
                ? phases.indexOf(phase) < moves.begun()
                : phase.from().compareTo(act.at()) <= 0;
        return begun
                ? phase
                : phase.at(new ExerciseTime(
                        Math.max(act.at().micros(), phase.from().micros() + act.byMicros())));
    }

    /** After the clock has jumped over some injects. */
    Schedule passed(Plan plan, List<InjectNumber> passed, PassedOver passedOver, ActMark mark) {
        Map<InjectNumber, Handling> more = new HashMap<>(handled);
        passed.stream()
                .flatMap(number -> plan.inject(number).stream())
                .forEach(inject -> more.put(inject.number(), handling(inject).passed(passedOver, mark)));
        return new Schedule(more, phases, postponements, postponed, responses, moves);
    }

    /** The plan's injects with the times they have now, in order of those; what was planned first comes first at the same time, what has no time of its own last. */
    List<PlannedInject> of(Plan plan) {
        return handled.isEmpty()
                ? plan.injects()
                : plan.injects().stream()
                        .map(this::asItStands)
                        .sorted(Comparator.comparing((PlannedInject inject) -> !inject.hasTime())
                                .thenComparing(PlannedInject::due))
                        .toList();
    }

    /** The inject with the time it has now, for whom it is now. */
    PlannedInject asItStands(PlannedInject planned) {
        Handling now = handling(planned);
        return planned.movedTo(now.due()).readdressed(now.to());
    }

    /**
     * When an inject as it stands falls due by itself, as things are; held and skipped ones as if they were not. Empty for one that a controller sends, and for one that waits for
     * somebody to do something.
     */
    Optional<ExerciseTime> comes(PlannedInject inject) {
        return switch (inject.kind()) {
            case InjectKind.Timed k -> Optional.of(inject.due());
            case InjectKind.Conditional k -> Waiting.due(k, responses).map(Because::due);
            case InjectKind.Cued k -> Optional.empty();
            case InjectKind.Contingency k -> Optional.empty();
        };
    }

    /** Why an inject as it stands falls due, if it waits for a condition; null for others. */
    @Nullable
    Because because(PlannedInject inject) {
        return inject.conditional()
                .flatMap(waits -> Waiting.due(waits, responses))
                .orElse(null);
    }
}
