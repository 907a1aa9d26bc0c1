package org.startex.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.startex.kernel.Addressee;
import org.startex.kernel.ExerciseTime;
import org.startex.standards.StandardsCatalogue;

/** Every scenario that comes with Startex loads and lints clean. */
class ScenarioLibraryTest {
    private static final StandardsCatalogue CATALOGUE = StandardsCatalogue.load();

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("scenarios"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void lintsCleanAndLoads(Path folder) {
        ScenarioLint.Linted linted = ScenarioLint.read(folder, CATALOGUE);
        assertThat(linted.report().toString()).isEmpty();
        assertThat(linted.scenario()).isPresent();
    }

    static Stream<Scenario> tabletops() throws IOException {
        return scenarios().stream()
                .map(folder -> ScenarioLint.read(folder, CATALOGUE).scenario().orElseThrow())
                .filter(scenario -> scenario.kind() == ScenarioKind.TABLETOP);
    }

    /** Facilitators read the questions out and tables answer them: each move has its own, in the one form that docs/scenario-format.md names. */
    @ParameterizedTest
    @MethodSource("tabletops")
    void eachMoveOfATabletopOpensForEverybodyWithItsQuestions(Scenario scenario) {
        assertThat(scenario.phases()).hasSizeGreaterThan(2);
        for (Phase move : scenario.phases()) {
            Inject opening = scenario.injects().stream()
                    .filter(inject -> inject.due().equals(move.from()))
                    .findFirst()
                    .orElseThrow();
            assertThat(opening.to().stream().map(Addressee::cell))
                    .as(move.title())
                    .containsExactlyInAnyOrderElementsOf(
                            scenario.cells().stream().map(Cell::code).toList());
            List<String> lines = opening.text().lines().toList();
            int discussion = lines.indexOf("Discussion:");
            assertThat(discussion).as(move.title()).isPositive();
            assertThat(lines.subList(discussion + 1, lines.size()).stream().filter(line -> !line.isBlank()))
                    .as(move.title())
                    .hasSizeBetween(3, 5)
                    .allMatch(line -> line.startsWith("- ") && line.endsWith("?"));
        }
    }

    /** A table that answers after its move has ended answers to nobody. */
    @ParameterizedTest
    @MethodSource("tabletops")
    void whatATabletopExpectsIsExpectedWithinItsMove(Scenario scenario) {
        for (Inject inject : scenario.injects()) {
            ExerciseTime end = scenario.phases().stream()
                    .map(Phase::from)
                    .filter(from -> from.compareTo(inject.due()) > 0)
                    .findFirst()
                    .orElse(scenario.length());
            assertThat(inject.expected())
                    .as("inject " + inject.number())
                    .isNotEmpty()
                    .allMatch(action -> action.by().compareTo(end) <= 0);
        }
    }
}
