package org.startex.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.startex.kernel.InjectNumber;

/** The threads of the story: how they are read, and each fault in them, where it is found and what it says to do. */
class StorylinesLintTest extends Linting {
    /** The rules that this test sees find their fault. */
    static final Set<Rule> RULES = Set.of(Rule.UNKNOWN_STORYLINE, Rule.STORYLINE_UNUSED);

    private static final String SCENARIO = HEAD + """
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

    StorylinesLintTest() {
        super(Map.of("scenario.yaml", SCENARIO, "injects.yaml", INJECTS));
    }

    @AfterAll
    void everyRuleHasBeenSeenToFindItsFault() {
        assertThat(seen).containsAll(RULES);
    }

    @Test
    void storylinesKnowTheirInjectsInTheOrderInWhichTheyAreDeclared() {
        assertThat(scenario().storylines())
                .containsExactly(
                        new Storyline("water", "The river", List.of(new InjectNumber("1"))),
                        new Storyline("people", "People who move", List.of(new InjectNumber("2"))));
    }

    @Test
    void aScenarioNeedsNone() throws IOException {
        write("scenario.yaml", SCENARIO.replaceAll("(?m)^storylines:\\n(  - .*\\n)*", ""));
        write("injects.yaml", INJECTS.replaceAll("(?m)^  storyline: .*\\n", ""));
        assertThat(scenario().storylines()).isEmpty();
    }

    @Test
    void anInjectThatNamesAStorylineThatIsNotThere() throws IOException {
        write("injects.yaml", INJECTS + "  storyline: poeple\n");
        finds(Rule.UNKNOWN_STORYLINE, "injects.yaml", 25, "Did you mean “people”?");
        finds(Rule.UNKNOWN_STORYLINE, "injects.yaml", 25, "water, people");
    }

    @Test
    void aStorylineThatNoInjectTells() throws IOException {
        inInjects("storyline: people", "storyline: water");
        finds(Rule.STORYLINE_UNUSED, "scenario.yaml", 16, "storyline: people");
    }

    @Test
    void twoStorylinesWithOneCodeAndOneWithoutATitle() throws IOException {
        inScenario("code: people", "code: water");
        inInjects("storyline: people", "storyline: water");
        finds(Rule.DUPLICATE_CODE, "scenario.yaml", 16, "");
        inScenario(", title: People who move", "");
        write("injects.yaml", INJECTS);
        finds(Rule.MISSING, "scenario.yaml", 16, "Add it");
    }
}
