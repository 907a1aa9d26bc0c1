package org.startex.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.startex.kernel.CellCode;
import org.startex.kernel.ConductKind;
import org.startex.kernel.ExerciseTime;
import org.startex.scenario.YamlMap.Located;
import org.startex.standards.NearMisses;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the phases of {@code scenario.yaml}: the moves of a facilitated exercise, each with its questions. */
final class PhasesReader {
    private static final String FILE = ScenarioFiles.SCENARIO;
    private static final String PHASES = "phases";
    private static final String FROM = "from";
    private static final String QUESTIONS = "questions";
    private static final String DISCUSSION = "discussion";

    private final Map<String, PlanReader.Declared> cells;
    private final Optional<ExerciseTime> length;
    private final Times times;
    private final boolean facilitated;
    private final Findings findings;

    PhasesReader(
            Map<String, PlanReader.Declared> cells,
            Optional<ExerciseTime> length,
            Times times,
            ConductKind conduct,
            Findings findings) {
        this.cells = cells;
        this.length = length;
        this.times = times;
        this.facilitated = conduct == ConductKind.FACILITATED;
        this.findings = findings;
    }

    List<Phase> read(YamlMap map) {
        List<Phase> phases = new ArrayList<>();
        Optional<ExerciseTime> before = Optional.empty();
        List<Node> nodes = map.listOrNothing(PHASES);
        if (facilitated && nodes.isEmpty()) {
            findings.add(Rule.NO_MOVES, FILE, map.line("conduct"));
        }
        for (Node node : nodes) {
            Optional<YamlMap> read = YamlMap.of(FILE, node, List.of("title", FROM, DISCUSSION, QUESTIONS), findings);
            if (read.isEmpty()) {
                continue;
            }
            YamlMap item = read.get();
            Optional<String> title = item.text("title", Limits.TITLE).map(Located::value);
            Optional<ExerciseTime> from = item.text(FROM, Limits.LINE).flatMap(t -> times.read(FILE, t));
            List<Question> questions = questions(item);
            Duration discussion = discussion(item);
            from.ifPresent(at -> title.ifPresent(t -> phases.add(new Phase(t, at, questions, discussion))));
            if (from.isPresent()) {
                checkTime(item, from.get(), before);
                before = from;
            }
        }
        return phases;
    }

    private void checkTime(YamlMap item, ExerciseTime at, Optional<ExerciseTime> before) {
        int line = item.line(FROM);
        if (before.filter(b -> at.compareTo(b) <= 0).isPresent()) {
            findings.add(Rule.PHASE_ORDER, FILE, line, at);
        }
        if (facilitated && before.isEmpty() && !at.equals(ExerciseTime.ZERO)) {
            findings.add(Rule.FIRST_MOVE, FILE, line, at);
        }
        if (length.filter(end -> at.compareTo(end) >= 0).isPresent()) {
            findings.add(Rule.AFTER_END, FILE, line, at, length.get());
        }
    }

    private Duration discussion(YamlMap item) {
        if (!item.has(DISCUSSION)) {
            return Duration.ZERO;
        }
        unused(item, DISCUSSION);
        return item.text(DISCUSSION, Limits.LINE)
                .flatMap(text -> PlanReader.minutes(text.value()).or(() -> {
                    findings.add(Rule.BAD_LENGTH, FILE, text.line(), text.value());
                    findings.breaks();
                    return Optional.empty();
                }))
                .map(Duration::ofMinutes)
                .orElse(Duration.ZERO);
    }

    private List<Question> questions(YamlMap item) {
        List<Question> questions = new ArrayList<>();
        Set<String> texts = new HashSet<>();
        if (item.has(QUESTIONS)) {
            unused(item, QUESTIONS);
        }
        for (Node node : item.listOrNothing(QUESTIONS)) {
            Optional<Question> question = node instanceof ScalarNode
                    ? item.words(QUESTIONS, node, Limits.QUESTION).map(text -> new Question(text.value(), List.of()))
                    : YamlMap.of(FILE, node, List.of("text", "cells"), findings).flatMap(this::forSome);
            question.ifPresent(asked -> {
                if (!texts.add(asked.text())) {
                    findings.add(Rule.REPEATED, FILE, YamlMap.lineOf(node), asked.text(), QUESTIONS);
                }
                questions.add(asked);
            });
        }
        return questions;
    }

    private Optional<Question> forSome(YamlMap map) {
        Optional<Located> text = map.text("text", Limits.QUESTION);
        List<CellCode> whom = new ArrayList<>();
        for (Located cell : map.words("cells")) {
            if (cells.containsKey(cell.value())) {
                if (CellCode.isOne(cell.value())) {
                    whom.add(new CellCode(cell.value()));
                }
            } else {
                findings.add(
                        Rule.UNKNOWN_CELL,
                        FILE,
                        cell.line(),
                        NearMisses.of(cell.value(), cells.keySet()),
                        cell.value(),
                        String.join(", ", cells.keySet()));
            }
        }
        return text.map(t -> new Question(t.value(), whom));
    }

    private void unused(YamlMap item, String key) {
        if (!facilitated) {
            findings.add(Rule.NOT_FACILITATED, FILE, item.line(key), key);
        }
    }
}
