package org.startex.scenario;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import org.startex.kernel.Texts;
import org.startex.standards.NearMisses;

/** Collects what lint finds while a scenario is read, and remembers whether it can still be put together. */
final class Findings {
    private static final Texts TEXTS = Texts.of("scenario");

    private final List<Finding> found = new ArrayList<>();
    private boolean broken;

    /** Adds a finding. The arguments fill the places of message and remedy. */
    void add(Rule rule, String file, int line, Object... arguments) {
        add(rule, file, line, List.of(), arguments);
    }

    /** Adds a finding whose remedy begins with what was probably meant. */
    void add(Rule rule, String file, int line, List<String> near, Object... arguments) {
        String remedy = text(rule, "remedy", arguments);
        if (!near.isEmpty()) {
            remedy = TEXTS.get("lint.did-you-mean", String.join(TEXTS.get("lint.or"), near)) + " " + remedy;
        }
        found.add(new Finding(
                file, Math.max(1, line), rule.severity(), rule.code(), text(rule, "message", arguments), remedy));
    }

    /** Says that a word is none of those that are known, and that there is no scenario without it. */
    void unknown(Rule rule, String file, YamlMap.Located word, List<String> known) {
        add(rule, file, word.line(), NearMisses.of(word.value(), known), word.value(), String.join(", ", known));
        breaks();
    }

    private static String text(Rule rule, String part, Object... arguments) {
        return TEXTS.get("lint." + rule.code() + "." + part, arguments);
    }

    /** Says that a part is missing without which there is no scenario. */
    void breaks() {
        broken = true;
    }

    /** Whether a part is missing without which there is no scenario. */
    boolean broken() {
        return broken;
    }

    LintReport report(String slug) {
        return new LintReport(
                slug,
                found.stream()
                        .distinct()
                        .sorted(comparing((Finding f) -> fileOrder(f.file()))
                                .thenComparing(Finding::file)
                                .thenComparing(Finding::line))
                        .toList());
    }

    /** The files in the order in which people write them. */
    private static int fileOrder(String file) {
        return switch (file) {
            case "." -> 0;
            case ScenarioFiles.SCENARIO -> 1;
            case ScenarioFiles.INJECTS -> 2;
            case ScenarioFiles.TEMPLATES -> 3;
            default -> 4;
        };
    }
}
