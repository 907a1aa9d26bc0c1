package org.startex.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.startex.kernel.InjectNumber;
import org.startex.standards.StandardsCatalogue;

/** The threads of the story: how they are read, and each fault in them, where it is found and what it says to do. */
class StorylinesLintTest {
    /** The rules that this test sees find their fault. */
    static final Set<Rule> RULES = Set.of(Rule.UNKNOWN_STORYLINE, Rule.STORYLINE_UNUSED);

    private static final StandardsCatalogue CATALOGUE = StandardsCatalogue.load();

    private static final String SCENARIO = """
            format: 1
            title: Small
            hazard: Flood
            kind: live
            aim: To see whether lint finds it.
            marking: OFFICIAL
            code-word: WREN
            start: { date: 2026-03-28, time: "20:00", zone: Europe/London }
            length: "2:00"
            objectives:
              - { code: O1, title: First, text: To do one thing. }
            cells:
              - { code: tactical, title: Tactical, roles: [{ code: police, title: Police }] }
            storylines:
              - { code: water, title: The river }
              - { code: people, title: People who move }
            no-duff: [Stop., Stay., Ring.]
            """;

    private static final String INJECTS = """
            - number: "1"
              title: The river rises
              due: T+00:10
              storyline: water
              from: Flood warden
              to: [tactical]
              channel: phone
              text: It is at the bridge.
              objectives: [O1]
            - number: "2"
              title: Where do we go?
              due: T+00:20
              storyline: people
              from: Flood warden
              to: [tactical]
              channel: phone
              text: They ask me.
            - number: "3"
              title: A call about something else
              due: T+00:30
              from: Reporter
              to: [tactical]
              channel: phone
              text: Is it true?
            """;

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void aSmallScenario() throws IOException {
        folder = Files.createDirectories(temp.resolve("small"));
        write(SCENARIO, INJECTS);
    }

    private void write(String scenario, String injects) throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), scenario);
        Files.writeString(folder.resolve("injects.yaml"), injects);
    }

    private void finds(Rule rule, String file, int line, String remedy) {
        List<Finding> found = ScenarioLint.lint(folder, CATALOGUE).findings();
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(rule.code());
            assertThat(finding.severity()).isEqualTo(rule.severity());
            assertThat(finding.file()).isEqualTo(file);
            assertThat(finding.line()).isEqualTo(line);
            assertThat(finding.remedy()).contains(remedy);
        });
    }

    @Test
    void storylinesKnowTheirInjectsInTheOrderInWhichTheyAreDeclared() {
        ScenarioLint.Linted linted = ScenarioLint.read(folder, CATALOGUE);
        assertThat(linted.report().toString()).isEmpty();
        assertThat(linted.scenario().orElseThrow().storylines())
                .containsExactly(
                        new Storyline("water", "The river", List.of(new InjectNumber("1"))),
                        new Storyline("people", "People who move", List.of(new InjectNumber("2"))));
    }

    @Test
    void aScenarioNeedsNone() throws IOException {
        write(
                SCENARIO.replaceAll("(?m)^storylines:\\n(  - .*\\n)*", ""),
                INJECTS.replaceAll("(?m)^  storyline: .*\\n", ""));
        ScenarioLint.Linted linted = ScenarioLint.read(folder, CATALOGUE);
        assertThat(linted.report().toString()).isEmpty();
        assertThat(linted.scenario().orElseThrow().storylines()).isEmpty();
    }

    @Test
    void anInjectThatNamesAStorylineThatIsNotThere() throws IOException {
        write(SCENARIO, INJECTS + "  storyline: poeple\n");
        finds(Rule.UNKNOWN_STORYLINE, "injects.yaml", 25, "Did you mean “people”?");
        finds(Rule.UNKNOWN_STORYLINE, "injects.yaml", 25, "water, people");
    }

    @Test
    void aStorylineThatNoInjectTells() throws IOException {
        write(SCENARIO, INJECTS.replace("storyline: people", "storyline: water"));
        finds(Rule.STORYLINE_UNUSED, "scenario.yaml", 16, "storyline: people");
    }

    @Test
    void twoStorylinesWithOneCodeAndOneWithoutATitle() throws IOException {
        write(
                SCENARIO.replace("code: people", "code: water"),
                INJECTS.replace("storyline: people", "storyline: water"));
        finds(Rule.DUPLICATE_CODE, "scenario.yaml", 16, "");
        write(SCENARIO.replace(", title: People who move", ""), INJECTS);
        finds(Rule.MISSING, "scenario.yaml", 16, "Add it");
    }
}
