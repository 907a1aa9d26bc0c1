package org.startex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/architecture.md says of the modules what the modules say of themselves. */
class ArchitectureDocTest {
    private static final Path SOURCES = Path.of("src/main/java/org/startex");
    private static final String ANYTHING = "anything";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\| ([a-z ]*)\\|$");
    private static final Pattern ALLOWED = Pattern.compile("allowedDependencies = \\{([^}]*)}");

    @Test
    void theTableOfArrowsIsThatOfThePackages() throws IOException {
        assertThat(arrowsIn(Files.readString(Path.of("docs/architecture.md")))).isEqualTo(arrowsOfThePackages());
    }

    @Test
    void aTableWithAnotherArrowDiffers() throws IOException {
        String wrong = Files.readString(Path.of("docs/architecture.md"))
                .replace("| `ledger` | kernel |", "| `ledger` | kernel people |");
        assertThat(arrowsIn(wrong)).isNotEqualTo(arrowsOfThePackages());
    }

    @Test
    void theDrawingNamesEveryModule() throws IOException {
        String drawing = Files.readString(Path.of("docs/images/floors.svg"));
        assertThat(arrowsOfThePackages().keySet())
                .allSatisfy(module -> assertThat(drawing).contains(">" + module + "</text>"));
    }

    @Test
    void everyLinkFromOnePageToAnotherLeadsSomewhere() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            Stream.concat(docs.filter(file -> file.toString().endsWith(".md")), Stream.of(Path.of("README.md")))
                    .filter(Files::exists)
                    .forEach(ArchitectureDocTest::followLinks);
        }
    }

    private static void followLinks(Path page) {
        Matcher link = Pattern.compile("]\\(([^)#:\\s]+)(#[^)]*)?\\)").matcher(read(page));
        while (link.find()) {
            assertThat(page.toAbsolutePath().resolveSibling(link.group(1)))
                    .as("%s links to %s", page, link.group(1))
                    .exists();
        }
    }

    private static Map<String, Set<String>> arrowsIn(String document) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        Matcher row = ROW.matcher(document);
        while (row.find()) {
            arrows.put(row.group(1), words(row.group(2), " "));
        }
        return arrows;
    }

    private static Map<String, Set<String>> arrowsOfThePackages() throws IOException {
        try (Stream<Path> modules = Files.list(SOURCES)) {
            return modules.filter(module -> Files.exists(module.resolve("package-info.java")))
                    .collect(Collectors.toMap(
                            module -> module.getFileName().toString(),
                            module -> allowed(read(module.resolve("package-info.java"))),
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static Set<String> allowed(String packageInfo) {
        Matcher allowed = ALLOWED.matcher(packageInfo);
        return allowed.find() ? words(allowed.group(1).replace("\"", ""), ",") : Set.of(ANYTHING);
    }

    private static Set<String> words(String text, String separator) {
        return Stream.of(text.split(separator))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
