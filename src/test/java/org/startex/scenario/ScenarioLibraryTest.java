package org.startex.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
}
