package org.startex.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.scenario.YamlMap.Located;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the conditions under {@code when}. Whether they can come true, {@link ConditionCheck} says once all injects are read. */
final class ConditionReader {
    private static final String FILE = ScenarioFiles.INJECTS;

    /** The conditions there are, by their keys. */
    static final List<String> CONDITIONS =
            List.of("delivered", "acknowledged", "decision", "action", "not-acknowledged", "all", "any");

    private static final List<String> KEYS =
            List.of("delivered", "acknowledged", "decision", "action", "not-acknowledged", "all", "any", "cell", "by");

    private final PlanReader plan;
    private final Findings findings;

    ConditionReader(PlanReader plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    Optional<Condition> read(Node node) {
        Optional<Condition> condition = read(node, 1);
        if (condition.filter(c -> c.singles().count() > Limits.CONDITIONS).isPresent()) {
            findings.add(
                    Rule.CONDITION_TOO_DEEP, FILE, YamlMap.lineOf(node), Limits.CONDITION_LEVELS, Limits.CONDITIONS);
        }
        return condition;
    }

    private Optional<Condition> read(Node node, int level) {
        if (level > Limits.CONDITION_LEVELS) {
            findings.add(
                    Rule.CONDITION_TOO_DEEP, FILE, YamlMap.lineOf(node), Limits.CONDITION_LEVELS, Limits.CONDITIONS);
            findings.breaks();
            return Optional.empty();
        }
        return YamlMap.of(FILE, node, KEYS, findings).flatMap(map -> read(map, level));
    }

    private Optional<Condition> read(YamlMap map, int level) {
        List<String> kinds = CONDITIONS.stream().filter(map::has).toList();
        String kind = kinds.size() == 1 ? kinds.getFirst() : "";
        boolean many = kind.equals("all") || kind.equals("any");
        boolean cellFits = !map.has("cell") || !(many || kind.equals("delivered"));
        boolean byFits = map.has("by") == kind.equals("not-acknowledged");
        if (kind.isEmpty() || !cellFits || !byFits) {
            findings.add(Rule.CONDITION_FORM, FILE, map.line(), String.join(", ", CONDITIONS));
            findings.breaks();
            return Optional.empty();
        }
        return many ? combined(map, kind, level) : single(map, kind);
    }

    private Optional<Condition> combined(YamlMap map, String kind, int level) {
        List<Condition> parts = new ArrayList<>();
        List<Node> nodes = map.list(kind).orElse(List.of());
        for (Node node : nodes) {
            read(node, level + 1).ifPresent(parts::add);
        }
        if (nodes.isEmpty()) {
            findings.add(Rule.EMPTY, FILE, map.line(kind), kind);
            findings.breaks();
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(kind.equals("all") ? new Condition.All(parts) : new Condition.Any(parts));
    }

    private Optional<Condition> single(YamlMap map, String kind) {
        Optional<InjectNumber> inject = map.text(kind, Limits.LINE).flatMap(this::inject);
        Optional<ExerciseTime> by =
                map.has("by") ? map.text("by", Limits.LINE).flatMap(text -> by(text)) : Optional.of(ExerciseTime.ZERO);
        @Nullable
        CellCode cell = map.has("cell")
                ? map.text("cell", Limits.LINE).flatMap(this::cell).orElse(null)
                : null;
        return inject.flatMap(number -> by.map(time -> switch (kind) {
            case "delivered" -> new Condition.Delivered(number);
            case "acknowledged" -> new Condition.Acknowledged(number, cell);
            case "decision" -> new Condition.Decided(number, cell);
            case "action" -> new Condition.ActionRaised(number, cell);
            default -> new Condition.NotAcknowledged(number, cell, time);
        }));
    }

    private Optional<ExerciseTime> by(Located text) {
        Optional<ExerciseTime> by = plan.times().read(FILE, text);
        by.filter(t -> plan.length().filter(end -> t.compareTo(end) > 0).isPresent())
                .ifPresent(t -> findings.add(
                        Rule.AFTER_END, FILE, text.line(), t, plan.length().orElseThrow()));
        return by;
    }

    private Optional<InjectNumber> inject(Located text) {
        if (!InjectNumber.isOne(text.value())) {
            findings.add(Rule.CODE_FORM, FILE, text.line(), text.value(), "13");
            findings.breaks();
            return Optional.empty();
        }
        return Optional.of(new InjectNumber(text.value()));
    }

    private Optional<CellCode> cell(Located text) {
        if (!plan.cells().containsKey(text.value())) {
            findings.unknown(
                    Rule.UNKNOWN_CELL, FILE, text, List.copyOf(plan.cells().keySet()));
            return Optional.empty();
        }
        return CellCode.isOne(text.value()) ? Optional.of(new CellCode(text.value())) : Optional.empty();
    }
}
