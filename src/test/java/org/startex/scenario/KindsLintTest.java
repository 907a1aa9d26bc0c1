package org.startex.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;

/** One fault at a time in the kinds of injects, their conditions and the templates, for each rule: where it is found, and what it says to do. */
class KindsLintTest extends Linting {
    /** The rules that this test sees find their fault. */
    static final Set<Rule> RULES = EnumSet.of(
            Rule.TOO_MANY_TEMPLATES,
            Rule.BEFORE_START,
            Rule.BAD_DELAY,
            Rule.NO_KIND,
            Rule.TWO_KINDS,
            Rule.CONTINGENCY_WORD,
            Rule.CONDITION_FORM,
            Rule.CONDITION_TOO_DEEP,
            Rule.CONDITION_CYCLE,
            Rule.CONDITION_CELL,
            Rule.CONDITION_NEVER,
            Rule.CONDITION_LATE,
            Rule.UNKNOWN_INJECT,
            Rule.DELAY_WITHOUT_CONDITION,
            Rule.EXPECTED_WITHOUT_TIME,
            Rule.CONTINGENCY_UNEXPLAINED,
            Rule.WAITS_FOR_CONTINGENCY);

    private static final String SCENARIO = HEAD + """
            length: "12:00"
            objectives:
              - { code: O1, title: First, text: To do one thing. }
            cells:
              - { code: tactical, title: Tactical, roles: [{ code: police, title: Police }] }
              - { code: rest-centre, title: Rest centre, roles: [{ code: lead, title: Lead }] }
            no-duff: [Stop., Stay., Ring.]
            """;

    private static final String INJECTS = """
            - number: "1"
              title: The river rises
              due: T+00:10
              from: Flood warden
              to: [tactical, rest-centre]
              channel: phone
              text: It is at the bridge.
              objectives: [O1]
            - number: "2"
              title: Nobody answers
              when: { not-acknowledged: "1", cell: tactical, by: T+00:40 }
              after: "00:05"
              from: Chief Executive
              to: [tactical]
              channel: phone
              text: Who deals with this?
              expected: [{ within: "00:10", who: tactical, text: Says who. }]
            - number: "3"
              title: Both have answered
              when: { all: [{ acknowledged: "1" }, { any: [{ decision: "2" }, { action: "1", cell: rest-centre }] }] }
              due: D2 06:00
              from: Warden
              to: [rest-centre]
              channel: radio
              text: Thank you.
            - number: C1
              title: A tree
              contingency: true
              from: Highways
              to: [rest-centre]
              channel: radio
              text: Mill Lane is blocked.
              notes: If they are idle.
            - number: "5"
              title: The list
              cue: When Tactical asks for it
              from: Council
              to: [tactical]
              channel: mail
              text: Here it is.
            """;

    private static final String TEMPLATES = """
            - title: A reporter calls
              from: Radio
              to: [tactical]
              channel: phone
              text: Is it true?
            """;

    KindsLintTest() {
        super(Map.of("scenario.yaml", SCENARIO, "injects.yaml", INJECTS, "templates.yaml", TEMPLATES));
    }

    @AfterAll
    void everyRuleHasBeenSeenToFindItsFault() {
        assertThat(seen).containsExactlyInAnyOrderElementsOf(RULES);
    }

    private void finds(Rule rule, int line, String words) {
        says(rule, "injects.yaml", line, words);
    }

    private void says(Rule rule, String file, int line, String words) {
        Finding finding = found(lint(), rule, file, line);
        assertThat(finding.message() + " " + finding.remedy()).contains(words);
    }

    private Inject inject(String number) {
        return scenario().injects().stream()
                .filter(inject -> inject.number().value().equals(number))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyKindIsReadAsItIsWritten() {
        assertThat(scenario().injects())
                .extracting(i -> i.number().value())
                .as("by time, those without one last")
                .containsExactly("1", "2", "3", "C1", "5");
        InjectNumber one = new InjectNumber("1");
        assertThat(inject("2").kind())
                .isEqualTo(new InjectKind.Conditional(
                        new Condition.NotAcknowledged(
                                one, scenario().cells().getFirst().code(), ExerciseTime.minutes(40)),
                        300_000_000,
                        null));
        assertThat(inject("2").due()).isEqualTo(ExerciseTime.minutes(40));
        assertThat(inject("2").expected().getFirst().by())
                .as("within ten minutes")
                .isEqualTo(ExerciseTime.minutes(50));
        assertThat(inject("3").kind())
                .isEqualTo(new InjectKind.Conditional(
                        new Condition.All(List.of(
                                new Condition.Acknowledged(one, null),
                                new Condition.Any(List.of(
                                        new Condition.Decided(new InjectNumber("2"), null),
                                        new Condition.ActionRaised(
                                                one,
                                                scenario().cells().getLast().code()))))),
                        0,
                        ExerciseTime.minutes(9 * 60)));
        assertThat(inject("5").kind()).isEqualTo(new InjectKind.Cued("When Tactical asks for it"));
        assertThat(inject("C1").kind()).isEqualTo(new InjectKind.Contingency());
        assertThat(scenario().templates()).hasSize(1);
    }

    /** From eight in the evening to six in the morning are nine hours in the night in which the clocks go forward, and eleven in the night in which they go back. */
    @Test
    void aNightInWhichTheClocksChangeIsAsLongAsItIs() throws IOException {
        assertThat(inject("3").due()).isEqualTo(ExerciseTime.minutes(9 * 60));
        write("scenario.yaml", SCENARIO.replace("2026-03-28", "2026-10-24"));
        assertThat(inject("3").due()).isEqualTo(ExerciseTime.minutes(11 * 60));
        write("scenario.yaml", SCENARIO.replace("2026-03-28", "2026-06-24"));
        assertThat(inject("3").due()).isEqualTo(ExerciseTime.minutes(10 * 60));
    }

    @Test
    void theFirstDayBeginsAtStartex() throws IOException {
        inInjects("due: T+00:10", "due: D1 19:59");
        finds(Rule.BEFORE_START, 3, "20:00");
        inInjects("due: T+00:10", "due: D1 20:10");
        assertThat(inject("1").due()).isEqualTo(ExerciseTime.minutes(10));
    }

    @Test
    void noKindAndTwoKinds() throws IOException {
        inInjects("  due: T+00:10\n", "");
        finds(Rule.NO_KIND, 1, "contingency: true");
        inInjects("contingency: true", "contingency: true\n  due: T+01:00");
        finds(Rule.TWO_KINDS, 28, "“due” and “contingency”");
        inInjects("cue: When", "when: { delivered: \"1\" }\n  cue: When");
        finds(Rule.TWO_KINDS, 36, "“cue” and “when”");
        inInjects("contingency: true", "contingency: maybe");
        finds(Rule.CONTINGENCY_WORD, 28, "contingency: true");
    }

    @Test
    void aDelayIsALengthAndBelongsToACondition() throws IOException {
        for (String bad : List.of("5 minutes", "5", "T+00:05", "00:60")) {
            inInjects("after: \"00:05\"", "after: " + bad);
            finds(Rule.BAD_DELAY, 12, "\"00:05\"");
        }
        inInjects("due: T+00:10", "due: T+00:10\n  after: \"00:05\"");
        finds(Rule.DELAY_WITHOUT_CONDITION, 4, "delete after");
    }

    @Test
    void aConditionIsExactlyOne() throws IOException {
        for (String bad : List.of(
                "{ cell: tactical }",
                "{ acknowledged: \"1\", decision: \"1\" }",
                "{ not-acknowledged: \"1\", cell: tactical }",
                "{ acknowledged: \"1\", by: T+00:40 }",
                "{ delivered: \"1\", cell: tactical }",
                "{ all: [{ delivered: \"1\" }], cell: tactical }")) {
            inInjects("{ not-acknowledged: \"1\", cell: tactical, by: T+00:40 }", bad);
            finds(Rule.CONDITION_FORM, 11, "exactly one of delivered");
        }
    }

    @Test
    void aConditionNobodyCouldFollow() throws IOException {
        inInjects("{ any: [{ decision", "{ any: [{ any: [{ any: [{ action: \"1\" }] }] }, { decision");
        finds(Rule.CONDITION_TOO_DEEP, 20, "two injects");
        inInjects("{ acknowledged: \"1\" }", "{ acknowledged: \"1\" }" + ", { delivered: \"1\" }".repeat(18));
        finds(Rule.CONDITION_TOO_DEEP, 20, "two injects");
    }

    @Test
    void aConditionOnWhatIsNotThere() throws IOException {
        inInjects("decision: \"2\"", "decision: \"22\"");
        finds(Rule.UNKNOWN_INJECT, 20, "Did you mean “2”");
        inInjects("action: \"1\", cell: rest-centre", "action: \"2\", cell: rest-centre");
        finds(Rule.CONDITION_CELL, 20, "under to of inject 2");
        inInjects("decision: \"2\"", "delivered: C1");
        finds(Rule.WAITS_FOR_CONTINGENCY, 20, "C1");
        inInjects("  notes: If they are idle.\n", "");
        finds(Rule.CONTINGENCY_UNEXPLAINED, 28, "under notes");
    }

    @Test
    void anInjectThatWaitsForItself() throws IOException {
        inInjects("when: { not-acknowledged: \"1\", cell: tactical, by: T+00:40 }", "when: { delivered: \"3\" }");
        finds(Rule.CONDITION_CYCLE, 11, "2 → 3 → 2");
        inInjects("decision: \"2\"", "delivered: \"3\"");
        finds(Rule.CONDITION_CYCLE, 20, "3 → 3");
    }

    @Test
    void aConditionThatTheClockForbids() throws IOException {
        inInjects("by: T+00:40", "by: T+00:10");
        finds(Rule.CONDITION_NEVER, 11, "before T+00:10:00");
        inInjects("after: \"00:05\"", "after: \"11:30\"");
        finds(Rule.CONDITION_LATE, 11, "T+12:10:00");
    }

    @Test
    void whatIsExpectedOfAnInjectWithoutATimeCountsFromItsLeaving() throws IOException {
        inInjects("within: \"00:10\"", "by: T+00:50");
        finds(Rule.EXPECTED_WITHOUT_TIME, 17, "within with hours and minutes");
        inInjects("within: \"00:10\"", "by: T+00:50, within: \"00:10\"");
        finds(Rule.EXPECTED_WITHOUT_TIME, 17, "within with hours and minutes");
    }

    @Test
    void tooManyTemplates() throws IOException {
        write("templates.yaml", TEMPLATES.repeat(101));
        says(Rule.TOO_MANY_TEMPLATES, "templates.yaml", 501, "100 are the limit");
    }

    @Test
    void aScenarioNeedsNoTemplatesAndItsVersionTellsThemApart() throws IOException {
        String with = scenario().digest();
        Files.delete(folder.resolve("templates.yaml"));
        assertThat(scenario().templates()).isEmpty();
        assertThat(scenario().digest()).isNotEqualTo(with);
    }
}
