package org.startex.scenario;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * Everything that lint found in one scenario's folder, by file and line.
 *
 * @param slug the folder's name
 */
public record LintReport(String slug, List<Finding> findings) {
    public LintReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing at all was found. */
    public boolean clean() {
        return findings.isEmpty();
    }

    /** Whether something keeps the scenario from being loaded. */
    public boolean hasErrors() {
        return errors() > 0;
    }

    /** How many findings keep the scenario from being loaded. */
    public int errors() {
        return count(Severity.ERROR);
    }

    /** How many findings are only worth a look. */
    public int warnings() {
        return count(Severity.WARNING);
    }

    private int count(Severity severity) {
        return (int) findings.stream().filter(f -> f.severity() == severity).count();
    }

    /** One line for each finding, with the folder's name before the file's. */
    @Override
    public String toString() {
        return findings.stream().map(f -> slug + "/" + f).collect(joining("\n"));
    }
}
