package org.startex.scenario;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.startex.kernel.Channel;
import org.startex.standards.StandardsCatalogue;

/** What {@code docs/scenario-format.md} tells authors is what lint does. */
class ScenarioFormatDocTest {
    private static final StandardsCatalogue CATALOGUE = StandardsCatalogue.load();
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n# (\\S+)\n(.*?)```", Pattern.DOTALL);

    private final String doc = Files.readString(Path.of("docs", "scenario-format.md"));

    @TempDir
    Path temp;

    ScenarioFormatDocTest() throws IOException {}

    private Map<String, String> examples() {
        return EXAMPLE.matcher(doc).results().collect(toMap(m -> m.group(1), m -> m.group(2)));
    }

    private Path example(Map<String, String> files) throws IOException {
        Path folder = Files.createDirectories(temp.resolve("my-exercise"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    @Test
    void theExampleLintsCleanAndLoads() throws IOException {
        assertThat(examples()).containsOnlyKeys("scenario.yaml", "injects.yaml");
        ScenarioLint.Linted linted = ScenarioLint.read(example(examples()), CATALOGUE);
        assertThat(linted.report().toString()).isEmpty();
        assertThat(linted.scenario().orElseThrow().injects()).hasSize(2);
    }

    /** What is shown of injects that wait is right too: it is added to the example and read with it. */
    @Test
    void theInjectsThatWaitAndTheTemplatesReadAsShown() throws IOException {
        List<String> shown = Pattern.compile("```yaml\n(- .*?)```", Pattern.DOTALL)
                .matcher(doc)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(shown).hasSize(2);
        Map<String, String> files = examples();
        files.merge("injects.yaml", "\n" + shown.getFirst().replace("\"4\"", "\"1\""), String::concat);
        files.put("templates.yaml", shown.getLast());
        ScenarioLint.Linted linted = ScenarioLint.read(example(files), CATALOGUE);
        assertThat(linted.report().toString()).isEmpty();
        Scenario scenario = linted.scenario().orElseThrow();
        assertThat(scenario.injects().stream().map(Inject::kind))
                .hasAtLeastOneElementOfType(InjectKind.Timed.class)
                .hasAtLeastOneElementOfType(InjectKind.Conditional.class)
                .hasAtLeastOneElementOfType(InjectKind.Contingency.class);
        assertThat(scenario.templates()).extracting(AdHocTemplate::title).containsExactly("A reporter calls");
    }

    @Test
    void theFindingThatIsShownIsTheFindingThatIsMade() throws IOException {
        Map<String, String> files = examples();
        String injects = Objects.requireNonNull(files.remove("injects.yaml"));
        files.put("injects.yaml", injects.replace("council, rest-centre]", "council, rest-center]"));
        String finding = ScenarioLint.lint(example(files), CATALOGUE).findings().stream()
                .filter(f -> f.rule().equals(Rule.UNKNOWN_CELL.code()))
                .findFirst()
                .orElseThrow()
                .toString();
        String withoutLine = finding.substring(finding.indexOf("There is"));
        assertThat(doc).contains(withoutLine);
    }

    @Test
    void everyRuleHasARowAndEveryRowARule() {
        assertThat(Pattern.compile("^\\| `([a-z-]+)` \\| ", Pattern.MULTILINE)
                        .matcher(doc.substring(doc.indexOf("| rule |")))
                        .results()
                        .map(m -> m.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Rule.values()).map(Rule::code).toList());
    }

    @Test
    void warningsAreSaidToBeWarnings() {
        for (Rule rule : Rule.values()) {
            assertThat(doc.contains("| `" + rule.code() + "` | *warning:*"))
                    .as(rule.code())
                    .isEqualTo(rule.severity() == Severity.WARNING);
        }
    }

    @Test
    void everyKeyKindChannelAndCodeIsThere() {
        Stream.of(PlanReader.KEYS, InjectsReader.KEYS)
                .flatMap(keys -> keys.stream())
                .forEach(key -> assertThat(doc).contains("| `" + key + "` | "));
        ConditionReader.CONDITIONS.forEach(
                condition -> assertThat(doc).containsPattern("\\| `(\\{ )?" + condition + ":"));
        TemplatesReader.KEYS.forEach(key -> assertThat(doc.substring(doc.indexOf("## Templates")))
                .containsPattern("\\| .*`" + key + "`.* \\| (yes|no) \\| "));
        for (Channel channel : Channel.values()) {
            assertThat(doc).contains("`" + channel.code() + "`");
        }
        for (ScenarioKind kind : ScenarioKind.values()) {
            assertThat(doc).contains("`" + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "`");
        }
        CATALOGUE.lrcItems().forEach(item -> assertThat(doc).contains("| `" + item.code() + "` | " + item.title()));
        CATALOGUE.ratingScales().all().forEach(scale -> {
            assertThat(doc).contains("| `" + scale.code() + "` | ");
            scale.steps().forEach(step -> assertThat(doc).contains("`" + step.code() + "` " + step.title()));
        });
        AttachmentCheck.endings().forEach(ending -> assertThat(doc).containsPattern("\\b" + ending + "\\b"));
    }

    @Test
    void theLimitsAreTheLimits() {
        assertThat(row("title")).contains(characters(Limits.TITLE));
        assertThat(row("hazard")).contains(characters(Limits.LINE));
        assertThat(row("aim")).contains(characters(Limits.AIM));
        assertThat(row("marking")).contains(characters(Limits.MARKING));
        assertThat(row("code-word")).contains(characters(Limits.CODE_WORD));
        assertThat(row("text")).contains(characters(Limits.TEXT));
        assertThat(row("expected")).contains(characters(Limits.EXPECTED));
        assertThat(row("notes")).contains(characters(Limits.NOTES));
        assertThat(doc).contains("%,d injects".formatted(Limits.INJECTS));
        assertThat(doc)
                .contains("%d levels and %d conditions".formatted(Limits.CONDITION_LEVELS, Limits.CONDITIONS))
                .contains("At most %d.".formatted(Limits.TEMPLATES));
        assertThat(doc).contains(Limits.ATTACHMENT_BYTES / 1_000_000 + " megabytes each");
        assertThat(doc).contains("more than " + Limits.YAML_BYTES / 1_000_000 + " megabytes");
    }

    private String row(String key) {
        return doc.lines()
                .filter(line -> line.startsWith("| `" + key + "` | yes") || line.startsWith("| `" + key + "` | no"))
                .findFirst()
                .orElseThrow();
    }

    private static String characters(int limit) {
        return " %,d characters".formatted(limit);
    }
}
