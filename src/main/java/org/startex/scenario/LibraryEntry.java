package org.startex.scenario;

/** A scenario's folder as the library shows it. */
public sealed interface LibraryEntry {
    /** The folder's name. */
    String slug();

    /** What lint found. */
    LintReport report();

    /** A scenario that can be played; its report holds warnings at most. */
    record Ready(Scenario scenario, LintReport report) implements LibraryEntry {
        @Override
        public String slug() {
            return scenario.slug();
        }
    }

    /** A folder with faults, which is not loaded; its report says what to put right. */
    record Faulty(LintReport report) implements LibraryEntry {
        @Override
        public String slug() {
            return report.slug();
        }
    }
}
