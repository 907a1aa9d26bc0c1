package org.startex.scenario;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.standards.NearMisses;

/** Looks whether the conditions of all injects together can come true: that what they name exists, that none waits for itself, and that there is time. */
final class ConditionCheck {
    private static final String FILE = ScenarioFiles.INJECTS;

    private final Optional<ExerciseTime> end;
    private final Findings findings;
    private final Map<InjectNumber, Known> known = new LinkedHashMap<>();

    /** An inject as conditions see it. */
    private record Known(int line, KindReader.Coming coming, List<Addressee> to) {
        Optional<InjectKind.Conditional> conditional() {
            return coming.kind() instanceof InjectKind.Conditional c ? Optional.of(c) : Optional.empty();
        }

        boolean isFor(CellCode cell) {
            return to.stream().anyMatch(addressee -> addressee.cell().equals(cell));
        }
    }

    ConditionCheck(Optional<ExerciseTime> end, Findings findings) {
        this.end = end;
        this.findings = findings;
    }

    void add(InjectNumber number, YamlMap map, KindReader.Coming coming, List<Addressee> to) {
        known.putIfAbsent(number, new Known(map.has("when") ? map.line("when") : map.line(), coming, List.copyOf(to)));
    }

    /** To be called when every inject has been added. */
    void check() {
        known.forEach((number, inject) -> inject.conditional().ifPresent(waits -> {
            waits.when().singles().forEach(single -> check(single, inject.line()));
            cycle(number)
                    .ifPresentOrElse(
                            by -> findings.add(Rule.CONDITION_CYCLE, FILE, inject.line(), number, way(number, by)),
                            () -> inTime(number, inject.line()));
        }));
    }

    private static String way(InjectNumber number, List<InjectNumber> by) {
        return Stream.of(List.of(number), by, List.of(number))
                .flatMap(List::stream)
                .map(InjectNumber::value)
                .collect(joining(" → "));
    }

    private void check(Condition.Single single, int line) {
        Known asked = known.get(single.inject());
        if (asked == null) {
            List<String> numbers =
                    known.keySet().stream().map(InjectNumber::value).toList();
            findings.add(
                    Rule.UNKNOWN_INJECT,
                    FILE,
                    line,
                    NearMisses.of(single.inject().value(), numbers),
                    single.inject());
            return;
        }
        if (asked.coming().kind() instanceof InjectKind.Contingency) {
            findings.add(Rule.WAITS_FOR_CONTINGENCY, FILE, line, single.inject());
        }
        single.inCell()
                .filter(cell -> !asked.isFor(cell))
                .ifPresent(cell -> findings.add(Rule.CONDITION_CELL, FILE, line, single.inject(), cell));
        if (single instanceof Condition.NotAcknowledged late
                && earliest(late.inject(), new HashMap<>())
                        .filter(first -> first.compareTo(late.by()) >= 0)
                        .isPresent()) {
            findings.add(Rule.CONDITION_NEVER, FILE, line, late.inject(), late.by());
        }
    }

    /** By way of which others an inject waits for itself, if it does and they are a ring without what merely leads to it. */
    private Optional<List<InjectNumber>> cycle(InjectNumber start) {
        List<InjectNumber> way = new ArrayList<>();
        return walks(start, start, way, new LinkedHashSet<>()) ? Optional.of(way) : Optional.empty();
    }

    private boolean walks(InjectNumber from, InjectNumber to, List<InjectNumber> way, Set<InjectNumber> seen) {
        for (InjectNumber next : waitsFor(from)) {
            if (next.equals(to)) {
                return true;
            }
            if (seen.add(next)) {
                way.add(next);
                if (walks(next, to, way, seen)) {
                    return true;
                }
                way.removeLast();
            }
        }
        return false;
    }

    private List<InjectNumber> waitsFor(InjectNumber number) {
        return Optional.ofNullable(known.get(number)).flatMap(Known::conditional).stream()
                .flatMap(waits -> waits.when().singles())
                .map(Condition.Single::inject)
                .distinct()
                .toList();
    }

    private void inTime(InjectNumber number, int line) {
        earliest(number, new HashMap<>())
                .filter(first -> end.filter(e -> first.compareTo(e) > 0).isPresent())
                .ifPresent(first -> findings.add(Rule.CONDITION_LATE, FILE, line, number, first, end.orElseThrow()));
    }

    /** The first moment at which an inject can leave by itself or be sent; empty if it never can. */
    private Optional<ExerciseTime> earliest(InjectNumber number, Map<InjectNumber, Optional<ExerciseTime>> found) {
        Optional<ExerciseTime> before = found.get(number);
        if (before != null) {
            return before;
        }
        found.put(number, Optional.of(ExerciseTime.ZERO)); // a ring is reported elsewhere
        Known inject = known.get(number);
        Optional<ExerciseTime> first = inject == null
                ? Optional.of(ExerciseTime.ZERO)
                : switch (inject.coming().kind()) {
                    case InjectKind.Timed k -> Optional.of(inject.coming().due());
                    case InjectKind.Cued k -> Optional.of(ExerciseTime.ZERO);
                    case InjectKind.Contingency k -> Optional.of(ExerciseTime.ZERO);
                    case InjectKind.Conditional k ->
                        earliest(k.when(), found)
                                .map(t -> new ExerciseTime(t.micros() + k.afterMicros()))
                                .map(t -> later(t, k.notBefore() == null ? ExerciseTime.ZERO : k.notBefore()));
                };
        found.put(number, first);
        return first;
    }

    private Optional<ExerciseTime> earliest(Condition when, Map<InjectNumber, Optional<ExerciseTime>> found) {
        return switch (when) {
            case Condition.All all -> {
                List<Optional<ExerciseTime>> parts =
                        all.of().stream().map(part -> earliest(part, found)).toList();
                yield parts.stream().allMatch(Optional::isPresent)
                        ? parts.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
                        : Optional.empty();
            }
            case Condition.Any any ->
                any.of().stream()
                        .flatMap(part -> earliest(part, found).stream())
                        .min(Comparator.naturalOrder());
            case Condition.NotAcknowledged late ->
                earliest(late.inject(), found)
                        .filter(t -> t.compareTo(late.by()) < 0)
                        .map(t -> late.by());
            case Condition.Single single -> earliest(single.inject(), found);
        };
    }

    private static ExerciseTime later(ExerciseTime a, ExerciseTime b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
