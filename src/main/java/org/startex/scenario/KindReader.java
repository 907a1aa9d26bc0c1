package org.startex.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.startex.kernel.ExerciseTime;
import org.startex.scenario.YamlMap.Located;

/** Reads what makes an inject leave: exactly one of a time, a cue, a condition, or being a contingency inject. */
final class KindReader {
    private static final String FILE = ScenarioFiles.INJECTS;

    private final PlanReader plan;
    private final Times times;
    private final ConditionReader conditions;
    private final Findings findings;

    /**
     * What makes an inject leave, with the time from which it counts.
     *
     * @param due its own time, or the moment of STARTEX where it has none
     */
    record Coming(ExerciseTime due, InjectKind kind) {}

    KindReader(PlanReader plan, Findings findings) {
        this.plan = plan;
        this.times = plan.times();
        this.conditions = new ConditionReader(plan, findings);
        this.findings = findings;
    }

    Optional<Coming> read(YamlMap map) {
        List<String> said =
                Stream.of("due", "cue", "when", "contingency").filter(map::has).toList();
        boolean waits = said.contains("when");
        List<String> kinds =
                said.stream().filter(key -> !(waits && key.equals("due"))).toList();
        if (map.has("after") && !waits) {
            findings.add(Rule.DELAY_WITHOUT_CONDITION, FILE, map.line("after"));
        }
        if (kinds.size() != 1) {
            if (kinds.isEmpty()) {
                findings.add(Rule.NO_KIND, FILE, map.line());
            } else {
                findings.add(Rule.TWO_KINDS, FILE, map.line(kinds.get(1)), kinds.get(0), kinds.get(1));
            }
            findings.breaks();
            return Optional.empty();
        }
        return switch (kinds.getFirst()) {
            case "due" -> due(map).map(due -> new Coming(due, new InjectKind.Timed()));
            case "cue" ->
                map.text("cue", Limits.LINE)
                        .map(cue -> new Coming(ExerciseTime.ZERO, new InjectKind.Cued(cue.value())));
            case "when" -> conditional(map);
            default -> contingency(map);
        };
    }

    private Optional<ExerciseTime> due(YamlMap map) {
        return map.text("due", Limits.LINE).flatMap(text -> inPlay(times.read(FILE, text), text));
    }

    private Optional<Coming> conditional(YamlMap map) {
        Optional<Condition> when = map.node("when").flatMap(conditions::read);
        Optional<Long> after = map.has("after")
                ? map.text("after", Limits.LINE).flatMap(text -> times.length(FILE, text))
                : Optional.of(0L);
        Optional<ExerciseTime> notBefore = map.has("due") ? due(map) : Optional.empty();
        if (findings.broken()) {
            return Optional.empty();
        }
        InjectKind.Conditional kind =
                new InjectKind.Conditional(when.orElseThrow(), after.orElseThrow(), notBefore.orElse(null));
        return Optional.of(new Coming(kind.time().orElse(ExerciseTime.ZERO), kind));
    }

    private Optional<Coming> contingency(YamlMap map) {
        Optional<Located> word = map.text("contingency", Limits.LINE);
        if (word.filter(w -> !w.value().equals("true")).isPresent()) {
            findings.add(
                    Rule.CONTINGENCY_WORD,
                    FILE,
                    map.line("contingency"),
                    word.get().value());
        }
        if (map.textOrNothing("notes", Limits.NOTES).isBlank()) {
            findings.add(Rule.CONTINGENCY_UNEXPLAINED, FILE, map.line("contingency"));
        }
        return word.map(w -> new Coming(ExerciseTime.ZERO, new InjectKind.Contingency()));
    }

    private Optional<ExerciseTime> inPlay(Optional<ExerciseTime> time, Located text) {
        time.filter(t -> plan.length().filter(end -> t.compareTo(end) > 0).isPresent())
                .ifPresent(t -> findings.add(
                        Rule.AFTER_END, FILE, text.line(), t, plan.length().orElseThrow()));
        return time;
    }
}
