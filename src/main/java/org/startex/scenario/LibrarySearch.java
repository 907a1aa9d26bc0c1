package org.startex.scenario;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds scenarios by words: each must occur somewhere in what the scenario says, in any order and case. */
final class LibrarySearch {
    private LibrarySearch() {}

    static boolean matches(LibraryEntry entry, String search) {
        String said = fold(
                switch (entry) {
                    case LibraryEntry.Ready ready -> said(ready.scenario());
                    case LibraryEntry.Faulty faulty -> faulty.slug();
                });
        return Arrays.stream(fold(search).split("\\s+")).allMatch(said::contains);
    }

    private static String said(Scenario scenario) {
        return Stream.of(
                        Stream.of(
                                scenario.slug(),
                                scenario.title(),
                                scenario.hazard(),
                                scenario.kind().name().replace('_', ' '),
                                scenario.aim(),
                                scenario.codeWord()),
                        scenario.objectives().stream().map(Objective::title),
                        scenario.cells().stream().map(Cell::title),
                        scenario.injects().stream().map(Inject::title))
                .flatMap(parts -> parts)
                .collect(joining("\n"));
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
