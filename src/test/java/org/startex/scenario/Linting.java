package org.startex.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.startex.standards.StandardsCatalogue;

/** A scenario without fault in a folder of its own for each test, into which the test brings one fault at a time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Linting {
    static final StandardsCatalogue CATALOGUE = StandardsCatalogue.load();

    /** How a small scenario begins, before it says how long it is: a night in which the clocks go forward. */
    static final String HEAD = """
            format: 1
            title: Small
            hazard: Flood
            kind: live
            aim: To see whether lint finds it.
            marking: OFFICIAL
            code-word: WREN
            start: { date: 2026-03-28, time: "20:00", zone: Europe/London }
            """;

    /** Rules that found their fault in a test of this class. */
    final Set<Rule> seen = EnumSet.noneOf(Rule.class);

    @TempDir
    Path temp;

    Path folder = Path.of("");

    private final Map<String, String> faultless;

    /** @param faultless the scenario's files by their paths in its folder */
    Linting(Map<String, String> faultless) {
        this.faultless = faultless;
    }

    @BeforeEach
    void aSmallScenario() throws IOException {
        folder = Files.createDirectories(Files.createTempDirectory(temp, "case").resolve("small"));
        for (Map.Entry<String, String> file : faultless.entrySet()) {
            Files.createDirectories(folder.resolve(file.getKey()).getParent());
            write(file.getKey(), file.getValue());
        }
    }

    final void write(String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(UTF_8));
    }

    /** The scenario's own file without fault, but for this. */
    final void inScenario(String good, String bad) throws IOException {
        change("scenario.yaml", good, bad);
    }

    /** The injects without fault, but for this. */
    final void inInjects(String good, String bad) throws IOException {
        change("injects.yaml", good, bad);
    }

    private void change(String name, String good, String bad) throws IOException {
        String text = faultless.getOrDefault(name, "");
        assertThat(text).containsOnlyOnce(good);
        write(name, text.replace(good, bad));
    }

    final LintReport lint() {
        return ScenarioLint.lint(folder, CATALOGUE);
    }

    /** What was read, where nothing is found. */
    final Scenario scenario() {
        ScenarioLint.Linted linted = ScenarioLint.read(folder, CATALOGUE);
        assertThat(linted.report().toString()).isEmpty();
        return linted.scenario().orElseThrow();
    }

    /** The first finding of a rule, which is on this line. */
    final Finding found(LintReport report, Rule rule, String file, int line) {
        seen.add(rule);
        List<Finding> found = report.findings().stream()
                .filter(f -> f.rule().equals(rule.code()))
                .toList();
        assertThat(found).as(report.toString()).isNotEmpty();
        Finding finding = found.getFirst();
        assertThat(finding.file()).isEqualTo(file);
        assertThat(finding.line()).as(report.toString()).isEqualTo(line);
        assertThat(finding.severity()).isEqualTo(rule.severity());
        assertThat(finding.message() + finding.remedy()).doesNotContain("{").doesNotContain("''");
        assertThat(ScenarioLint.read(folder, CATALOGUE).scenario().isPresent())
                .as("loads only without errors")
                .isEqualTo(!report.hasErrors());
        return finding;
    }

    /** Lints, and expects exactly this one finding. */
    final ObjectAssert<Finding> finds(Rule rule, String file, int line, String remedy) {
        LintReport report = lint();
        return finds(report, rule, file, line, remedy)
                .satisfies(
                        f -> assertThat(report.findings()).as(report.toString()).hasSize(1));
    }

    final ObjectAssert<Finding> finds(LintReport report, Rule rule, String file, int line, String remedy) {
        Finding finding = found(report, rule, file, line);
        assertThat(finding.remedy()).contains(remedy);
        return assertThat(finding);
    }
}
