package org.startex.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.startex.kernel.Addressee;
import org.startex.kernel.ConductKind;
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

    /** The facilitator begins each move, and the tables answer its questions in the time it gives them. */
    @ParameterizedTest
    @MethodSource("tabletops")
    void eachMoveOfATabletopOpensForEverybodyWithItsQuestions(Scenario scenario) {
        assertThat(scenario.conduct()).isEqualTo(ConductKind.FACILITATED);
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
            assertThat(opening.text()).as(move.title()).doesNotContain("Discussion:");
            assertThat(move.questions())
                    .as(move.title())
                    .hasSizeBetween(3, 5)
                    .allMatch(question -> question.text().endsWith("?"));
            assertThat(move.discussion()).as(move.title()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(30));
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
