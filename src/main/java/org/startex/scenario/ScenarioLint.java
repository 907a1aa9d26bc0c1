package org.startex.scenario;

import java.nio.file.Path;
import java.util.Optional;
import org.startex.standards.StandardsCatalogue;

/** Says everything that is wrong with a scenario's folder. The one function behind the command line, the tests of the build and the screen. */
public final class ScenarioLint {
    /** What lint found, with the files and the scenario where they could be read. */
    record Linted(LintReport report, Optional<ScenarioFiles> files, Optional<Scenario> scenario) {}

    private ScenarioLint() {}

    /** Everything wrong with the scenario in a folder: all findings, not only the first. Never throws for what stands in the folder, or for a folder that is not there. */
    public static LintReport lint(Path folder, StandardsCatalogue catalogue) {
        return read(folder, catalogue).report();
    }

    /** Reads a folder; there is a scenario only if nothing in it is at fault. */
    static Linted read(Path folder, StandardsCatalogue catalogue) {
        Findings findings = new Findings();
        Optional<ScenarioFiles> files = ScenarioFolder.read(folder, findings);
        Optional<Scenario> scenario = files.flatMap(f -> new ScenarioReader(catalogue).read(f, findings));
        LintReport report =
                findings.report(files.map(ScenarioFiles::slug).orElseGet(() -> ScenarioFolder.slug(folder)));
        return new Linted(report, files, report.hasErrors() ? Optional.empty() : scenario);
    }
}
