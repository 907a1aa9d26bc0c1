package org.startex.scenario;

import java.util.Locale;
import org.startex.kernel.Texts;

/**
 * Something that lint found.
 *
 * @param file relative to the scenario's folder, for instance {@code injects.yaml}
 * @param line from 1
 * @param rule the rule's name, as {@code docs/scenario-format.md} lists it
 * @param message what is wrong
 * @param remedy what to do about it
 */
public record Finding(String file, int line, Severity severity, String rule, String message, String remedy) {
    /** One line for a terminal or a log: {@code injects.yaml:12: error: …}. */
    @Override
    public String toString() {
        Texts texts = Texts.of("scenario");
        String severityWord = texts.get("severity." + severity.name().toLowerCase(Locale.ROOT));
        return texts.get("finding", file, Integer.toString(line), severityWord, message, remedy, rule);
    }
}
