package org.startex.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startex.kernel.CellCode;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.Texts;
import org.startex.scenario.YamlMap.Located;
import org.startex.standards.NearMisses;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the storylines of {@code scenario.yaml}, and which injects tell them. */
final class StorylinesReader {
    private static final String FILE = ScenarioFiles.SCENARIO;
    private static final Texts TEXTS = Texts.of("scenario");
    static final String KEY = "storyline";

    private final Findings findings;
    private final Map<String, Told> declared = new LinkedHashMap<>();

    private record Told(int line, String title, List<InjectNumber> injects) {}

    StorylinesReader(Findings findings) {
        this.findings = findings;
    }

    void declare(YamlMap map) {
        for (Node node : map.listOrNothing("storylines")) {
            YamlMap.of(FILE, node, List.of("code", "title"), findings).ifPresent(item -> {
                Optional<Located> code = item.text("code", Limits.LINE);
                Optional<Located> title = item.text("title", Limits.TITLE);
                code.ifPresent(c -> declare(c, title.map(Located::value).orElse("")));
            });
        }
    }

    private void declare(Located code, String title) {
        if (!CellCode.isOne(code.value())) {
            findings.add(Rule.CODE_FORM, FILE, code.line(), code.value(), "evacuation");
            findings.breaks();
        }
        if (declared.putIfAbsent(code.value(), new Told(code.line(), title, new ArrayList<>())) != null) {
            findings.add(Rule.DUPLICATE_CODE, FILE, code.line(), code.value());
        }
    }

    /** Notes which storyline an inject tells, if it names one. */
    void tell(YamlMap inject, Optional<InjectNumber> number) {
        if (!inject.has(KEY)) {
            return;
        }
        inject.text(KEY, Limits.LINE).ifPresent(code -> {
            Told told = declared.get(code.value());
            if (told == null) {
                findings.add(
                        Rule.UNKNOWN_STORYLINE,
                        ScenarioFiles.INJECTS,
                        code.line(),
                        NearMisses.of(code.value(), declared.keySet()),
                        code.value(),
                        declared.isEmpty() ? TEXTS.get("lint.no-storylines") : String.join(", ", declared.keySet()));
            } else {
                number.ifPresent(told.injects::add);
            }
        });
    }

    /** Warns of storylines that no inject tells. */
    void checkTold() {
        declared.forEach((code, told) -> {
            if (told.injects.isEmpty()) {
                findings.add(Rule.STORYLINE_UNUSED, FILE, told.line, code);
            }
        });
    }

    /** As declared; meaningless if the findings say that the scenario is broken. */
    List<Storyline> storylines() {
        return declared.entrySet().stream()
                .map(e -> new Storyline(
                        e.getKey(), e.getValue().title(), e.getValue().injects()))
                .toList();
    }
}
