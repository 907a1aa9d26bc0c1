package org.startex.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.startex.kernel.CellCode;
import org.startex.kernel.MessageRules;

/** One fault at a time in a scenario that has none, for each rule: where it is found, and what it says to do. */
class LintTest extends Linting {
    static final String SCENARIO = """
        format: 1
        title: Small
        hazard: Flood
        kind: tabletop
        aim: To see whether lint finds it.
        marking: OFFICIAL
        code-word: WREN
        start: { date: 2026-05-14, time: "09:00", zone: Europe/London }
        length: "2:00"
        objectives:
          - { code: O1, title: First, text: To do one thing. }
          - { code: O2, title: Second, text: To do another. }
        cells:
          - code: tactical
            title: Tactical
            roles:
              - { code: police, title: Police }
              - { code: council, title: Council }
          - code: rest-centre
            title: Rest centre
            roles:
              - { code: lead, title: Lead }
        phases:
          - { title: One, from: T+00:00 }
          - { title: Two, from: T+01:00 }
        no-duff:
          - Stop.
          - Stay.
          - Ring.
        """;

    static final String INJECTS = """
        - number: "1"
          title: The river rises
          due: T+00:10
          from: Flood warden
          to: [tactical, rest-centre/lead]
          channel: phone
          text: It is at the bridge.
          expected:
            - { by: T+00:15, who: tactical/police, text: Meets. }
          objectives: [O1]
          ksbs: [S6, K10]
          lrc: [step-7]
          notes: Wait for it.
          attachments: [map.svg]
        - number: 2a
          title: And falls
          due: T+01:00
          from: Flood warden
          to: [rest-centre]
          channel: situation-report
          text: It is below the bridge.
          objectives: [O2]
        """;

    static final String MAP =
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>EXERCISE</title><path d=\"M0 0h9\"/></svg>\n";

    static final Map<String, String> FAULTLESS =
            Map.of("scenario.yaml", SCENARIO, "injects.yaml", INJECTS, "attachments/map.svg", MAP);

    LintTest() {
        super(FAULTLESS);
    }

    @AfterAll
    void everyRuleHasBeenSeenToFindItsFault() {
        Set<Rule> here = EnumSet.allOf(Rule.class);
        here.removeAll(KindsLintTest.RULES);
        here.removeAll(StorylinesLintTest.RULES);
        here.removeAll(VoiceLintTest.RULES);
        here.removeAll(AttachmentsLintTest.RULES);
        here.removeAll(FilesLintTest.RULES);
        here.removeAll(CodesLintTest.RULES);
        assertThat(seen).containsAll(here);
    }

    @Test
    void nothingIsFoundInAScenarioWithoutFault() {
        Scenario scenario = scenario();
        assertThat(scenario.slug()).isEqualTo("small");
        assertThat(scenario.injects()).extracting(i -> i.number().value()).containsExactly("1", "2a");
        assertThat(scenario.injects().getFirst().to())
                .extracting(Object::toString)
                .containsExactly("tactical", "rest-centre/lead");
        assertThat(scenario.injects().getFirst().attachments())
                .extracting(Attachment::mediaType)
                .containsExactly("image/svg+xml");
        assertThat(scenario.length()).hasToString("T+02:00:00");
        assertThat(scenario.start()).hasToString("2026-05-14T09:00");
    }

    @Test
    void allFaultsAreFoundAtOnce() throws IOException {
        write("scenario.yaml", SCENARIO.replace("kind: tabletop", "kind: table").replace("T+01:00", "T+09:00"));
        write("injects.yaml", INJECTS.replace("phone", "fone").replace("[S6, K10]", "[S6, K99]"));
        assertThat(lint().findings())
                .extracting(Finding::rule)
                .containsExactly("unknown-kind", "after-end", "unknown-channel", "unknown-ksb");
    }

    @Test
    void aFindingIsOneLineForATerminal() throws IOException {
        inInjects("channel: phone", "channel: phon");
        assertThat(lint())
                .hasToString(
                        "small/injects.yaml:6: error: There is no channel “phon”. Did you mean “phone”? The channels"
                                + " are: phone, radio, mail, social, news, letter, methane, situation-report, map, in-person."
                                + " [unknown-channel]");
    }

    @Test
    void conductThatIsNotKnown() throws IOException {
        inScenario("kind: tabletop", "kind: tabletop\nconduct: faciliated");
        finds(Rule.UNKNOWN_CONDUCT, "scenario.yaml", 5, "Did you mean “facilitated”?");
    }

    @Test
    void facilitatedExerciseWithoutMoves() throws IOException {
        write(
                "scenario.yaml",
                SCENARIO.replace("kind: tabletop", "kind: tabletop\nconduct: facilitated")
                        .replaceFirst("(?s)phases:.*?no-duff", "no-duff"));
        finds(Rule.NO_MOVES, "scenario.yaml", 5, "each is a move");
    }

    @Test
    void firstMoveThatBeginsAfterStartex() throws IOException {
        write(
                "scenario.yaml",
                SCENARIO.replace("kind: tabletop", "kind: tabletop\nconduct: facilitated")
                        .replace("from: T+00:00", "from: T+00:10"));
        finds(Rule.FIRST_MOVE, "scenario.yaml", 25, "T+00:00");
    }

    @Test
    void questionsInAnExerciseThatRunsByTheClock() throws IOException {
        inScenario("{ title: Two, from: T+01:00 }", "{ title: Two, from: T+01:00, questions: [\"Who leads?\"] }");
        finds(Rule.NOT_FACILITATED, "scenario.yaml", 25, "conduct: facilitated");
    }

    @Test
    void questionsOfAFacilitatedExerciseAreReadWithWhomTheyAreFor() throws IOException {
        String facilitated = SCENARIO.replace("kind: tabletop", "kind: tabletop\nconduct: facilitated")
                .replace(
                        "{ title: Two, from: T+01:00 }",
                        "{ title: Two, from: T+01:00, discussion: \"0:20\", questions: [\"Who leads?\", { text: \"Which hall?\", cells: [rest-centre] }] }");
        write("scenario.yaml", facilitated);
        assertThat(lint().toString()).isEmpty();
        Phase move = scenario().phases().getLast();
        assertThat(move.discussion()).isEqualTo(java.time.Duration.ofMinutes(20));
        assertThat(move.questions())
                .containsExactly(
                        new Question("Who leads?", List.of()),
                        new Question("Which hall?", List.of(new org.startex.kernel.CellCode("rest-centre"))));

        write("scenario.yaml", facilitated.replace("[rest-centre]", "[rest-center]"));
        finds(Rule.UNKNOWN_CELL, "scenario.yaml", 26, "rest-centre");
        write("scenario.yaml", facilitated.replace("\"0:20\"", "20"));
        finds(Rule.BAD_LENGTH, "scenario.yaml", 26, "3:00");
    }

    @Test
    void whatMustBeThereAndIsNot() throws IOException {
        inScenario("aim: To see whether lint finds it.\n", "");
        finds(Rule.MISSING, "scenario.yaml", 1, "Add it");
        write("scenario.yaml", SCENARIO);
        inInjects("  from: Flood warden\n  to: [rest-centre]", "  to: [rest-centre]");
        finds(Rule.MISSING, "injects.yaml", 15, "Add it")
                .extracting(Finding::message)
                .isEqualTo("“from” is missing.");
    }

    @Test
    void whatIsEmpty() throws IOException {
        inScenario("aim: To see whether lint finds it.", "aim:");
        finds(Rule.EMPTY, "scenario.yaml", 5, "Fill it in");
        inScenario("""
                objectives:
                  - { code: O1, title: First, text: To do one thing. }
                  - { code: O2, title: Second, text: To do another. }""", "objectives: []");
        finds(lint(), Rule.EMPTY, "scenario.yaml", 10, "Fill it in");
        write("scenario.yaml", SCENARIO);
        write("injects.yaml", "# nothing yet\n");
        finds(lint(), Rule.EMPTY, "injects.yaml", 1, "Fill it in");
        write("injects.yaml", "[]\n");
        finds(lint(), Rule.EMPTY, "injects.yaml", 1, "Fill it in");
    }

    @Test
    void textOverItsLimit() throws IOException {
        inInjects("title: And falls", "title: " + "é".repeat(121));
        finds(Rule.TOO_LONG, "injects.yaml", 16, "Shorten it")
                .extracting(Finding::message)
                .isEqualTo("“title” has 121 characters; 120 are the limit.");
        inInjects("title: And falls", "title: " + "🌊".repeat(120));
        assertThat(lint().toString()).isEmpty();
        inInjects("text: It is below the bridge.", "text: " + "x".repeat(4001));
        finds(Rule.TOO_LONG, "injects.yaml", 21, "attachment");
    }

    @Test
    void tooManyInjects() throws IOException {
        StringBuilder many = new StringBuilder(INJECTS);
        for (int i = 3; i <= 2001; i++) {
            many.append("- { number: %d, title: x, due: T+01:00, from: x, to: [tactical], channel: mail, text: x }\n"
                    .formatted(i));
        }
        write("injects.yaml", many.toString());
        finds(Rule.TOO_MANY, "injects.yaml", 20 + 2001, "two scenarios");
    }

    @Test
    void formatThatIsNotKnown() throws IOException {
        inScenario("format: 1", "format: 2");
        finds(Rule.FORMAT, "scenario.yaml", 1, "format: 1");
    }

    @Test
    void ratingScaleThatIsNotThere() throws IOException {
        inScenario("length: \"2:00\"", "length: \"2:00\"\nrating-scale: psmo");
        finds(Rule.UNKNOWN_RATING_SCALE, "scenario.yaml", 10, "psmu, met");
    }

    @Test
    void whoMayWriteToWhomIsNotSaid() throws IOException {
        inScenario("length: \"2:00\"", "length: \"2:00\"\nmessages: between-cell");
        finds(Rule.MESSAGES_FORM, "scenario.yaml", 10, "between-cells");
        inScenario("length: \"2:00\"", "length: \"2:00\"\nmessages: [tactical rest-centre]");
        finds(Rule.MESSAGES_FORM, "scenario.yaml", 10, "tactical with rest-centre");
        inScenario("length: \"2:00\"", "length: \"2:00\"\nmessages: [tactical with rest-center]");
        finds(Rule.UNKNOWN_CELL, "scenario.yaml", 10, "rest-centre");
    }

    @Test
    void messagesGoBetweenAllCellsUnlessTheScenarioSaysOtherwise() throws IOException {
        assertThat(messages()).isEqualTo(MessageRules.USUAL);
        inScenario("length: \"2:00\"", "length: \"2:00\"\nmessages: control-only");
        assertThat(messages().betweenCells()).isFalse();
        inScenario(
                "length: \"2:00\"",
                "length: \"2:00\"\nmessages: [rest-centre with tactical]\noutside-bodies: [Environment Agency duty officer]");
        assertThat(messages().allow(new CellCode("tactical"), new CellCode("rest-centre")))
                .isTrue();
        assertThat(messages().allow(new CellCode("tactical"), new CellCode("tactical")))
                .isFalse();
        assertThat(messages().outsideBodies()).containsExactly("Environment Agency duty officer");
    }

    private MessageRules messages() {
        return scenario().messages();
    }

    @Test
    void theRatingScaleIsTheOneNamedOrTheUsualOne() throws IOException {
        assertThat(ratingScale()).isEqualTo("psmu");
        inScenario("length: \"2:00\"", "length: \"2:00\"\nrating-scale: met");
        assertThat(ratingScale()).isEqualTo("met");
    }

    private String ratingScale() {
        return scenario().ratingScale().code();
    }

    @Test
    void injectAfterTheEnd() throws IOException {
        inInjects("due: T+01:00", "due: T+02:00:01");
        finds(Rule.AFTER_END, "injects.yaml", 17, "make the exercise longer");
        inInjects("due: T+01:00", "due: T+02:00");
        assertThat(lint().toString()).isEmpty();
    }

    @Test
    void injectForNobody() throws IOException {
        inInjects("to: [rest-centre]", "to: []");
        finds(Rule.FOR_NOBODY, "injects.yaml", 19, "at least one cell");
    }

    @Test
    void objectiveThatNoInjectTests() throws IOException {
        inInjects("objectives: [O2]", "objectives: [O1]");
        finds(Rule.OBJECTIVE_UNTESTED, "scenario.yaml", 12, "Put O2 under objectives");
    }

    @Test
    void answerExpectedBeforeTheQuestion() throws IOException {
        inInjects("by: T+00:15", "by: T+00:09");
        finds(Rule.EXPECTED_BEFORE, "injects.yaml", 9, "later time");
    }

    @Test
    void phasesOutOfOrder() throws IOException {
        inScenario("{ title: Two, from: T+01:00 }", "{ title: Two, from: T+00:00 }");
        finds(Rule.PHASE_ORDER, "scenario.yaml", 25, "order of their times");
    }

    @Test
    void noDuffScreenWithoutItsThreeLines() throws IOException {
        inScenario("  - Ring.\n", "");
        finds(Rule.NO_DUFF_LINES, "scenario.yaml", 27, "three lines");
    }

    @Test
    void answerExpectedAfterTheEnd() throws IOException {
        inInjects("by: T+00:15", "by: T+02:01");
        finds(Rule.EXPECTED_AFTER_END, "injects.yaml", 9, "earlier time");
    }

    @Test
    void cellThatGetsNothing() throws IOException {
        inInjects("to: [tactical, rest-centre/lead]", "to: [rest-centre/lead]");
        finds(Rule.CELL_IDLE, "scenario.yaml", 14, "take the cell out");
    }

    @Test
    void sameThingTwiceInAList() throws IOException {
        inInjects("ksbs: [S6, K10]", "ksbs: [S6, K10, S6]");
        finds(Rule.REPEATED, "injects.yaml", 11, "Once is enough");
        inInjects("to: [rest-centre]", "to: [rest-centre, rest-centre/lead]");
        finds(Rule.REPEATED, "injects.yaml", 19, "Once is enough");
    }
}
