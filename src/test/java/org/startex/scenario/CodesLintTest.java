package org.startex.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Faults of codes, times and numbers: those that are none, that nothing is called by, or that stand twice. */
class CodesLintTest extends Linting {
    /** The rules that this test sees find their fault. */
    static final Set<Rule> RULES = Set.of(
            Rule.CODE_FORM,
            Rule.BAD_TIME,
            Rule.BAD_LENGTH,
            Rule.BAD_DATE,
            Rule.BAD_CLOCK,
            Rule.UNKNOWN_ZONE,
            Rule.UNKNOWN_KIND,
            Rule.UNKNOWN_CHANNEL,
            Rule.UNKNOWN_CELL,
            Rule.UNKNOWN_ROLE,
            Rule.UNKNOWN_OBJECTIVE,
            Rule.UNKNOWN_KSB,
            Rule.UNKNOWN_LRC,
            Rule.DUPLICATE_CODE,
            Rule.DUPLICATE_NUMBER);

    CodesLintTest() {
        super(LintTest.FAULTLESS);
    }

    @AfterAll
    void everyRuleHasBeenSeenToFindItsFault() {
        assertThat(seen).containsExactlyInAnyOrderElementsOf(RULES);
    }

    @Test
    void codeThatIsNone() throws IOException {
        inInjects("number: 2a", "number: two");
        finds(Rule.CODE_FORM, "injects.yaml", 15, "13");
        write("injects.yaml", LintTest.INJECTS);
        inScenario("{ code: lead, title: Lead }", "{ code: Lead Officer, title: Lead }");
        finds(lint(), Rule.CODE_FORM, "scenario.yaml", 22, "lead");
    }

    @Test
    void timeThatIsNone() throws IOException {
        for (String bad : List.of("10 minutes", "T+00:60", "00:10", "T+10", "T-00:10", "T+00:10:99")) {
            inInjects("due: T+00:10", "due: " + bad);
            finds(Rule.BAD_TIME, "injects.yaml", 3, "T+01:22");
        }
        inInjects("by: T+00:15", "by: soon");
        finds(Rule.BAD_TIME, "injects.yaml", 9, "T+01:22");
    }

    @Test
    void lengthThatIsNone() throws IOException {
        for (String bad : List.of("three hours", "180", "\"0:00\"", "\"2:60\"")) {
            inScenario("length: \"2:00\"", "length: " + bad);
            finds(Rule.BAD_LENGTH, "scenario.yaml", 9, "\"3:00\"");
        }
    }

    @Test
    void dateThatIsNone() throws IOException {
        for (String bad : List.of("14 May 2026", "2026-02-30")) {
            inScenario("2026-05-14", bad);
            finds(Rule.BAD_DATE, "scenario.yaml", 8, "2026-05-14");
        }
    }

    @Test
    void clockTimeThatIsNone() throws IOException {
        for (String bad : List.of("9am", "25:00", "9:00")) {
            inScenario("\"09:00\"", "\"" + bad + "\"");
            finds(Rule.BAD_CLOCK, "scenario.yaml", 8, "\"09:00\"");
        }
    }

    @Test
    void zoneThatIsNotKnown() throws IOException {
        inScenario("Europe/London", "Europe/Londn");
        finds(Rule.UNKNOWN_ZONE, "scenario.yaml", 8, "Did you mean “Europe/London");
    }

    @Test
    void kindThatIsNotKnown() throws IOException {
        inScenario("kind: tabletop", "kind: table-top");
        finds(Rule.UNKNOWN_KIND, "scenario.yaml", 4, "Did you mean “tabletop”?");
    }

    @Test
    void channelThatIsNotKnown() throws IOException {
        inInjects("channel: situation-report", "channel: sitrep");
        finds(Rule.UNKNOWN_CHANNEL, "injects.yaml", 20, "situation-report, map, in-person");
    }

    @Test
    void cellThatIsNotKnown() throws IOException {
        inInjects("to: [rest-centre]", "to: [rest-center]");
        finds(Rule.UNKNOWN_CELL, "injects.yaml", 19, "Did you mean “rest-centre”?");
        inInjects("who: tactical/police", "who: gold");
        finds(Rule.UNKNOWN_CELL, "injects.yaml", 9, "tactical, rest-centre");
    }

    @Test
    void roleThatIsNotKnown() throws IOException {
        inInjects("rest-centre/lead", "rest-centre/leader");
        finds(Rule.UNKNOWN_ROLE, "injects.yaml", 5, "Did you mean “lead”?");
    }

    @Test
    void objectiveThatIsNotKnown() throws IOException {
        inInjects("objectives: [O2]", "objectives: [O2, O7]");
        finds(Rule.UNKNOWN_OBJECTIVE, "injects.yaml", 22, "O1, O2");
    }

    @Test
    void ksbThatTheStandardDoesNotHave() throws IOException {
        inInjects("ksbs: [S6, K10]", "ksbs: [s6, K10]");
        finds(Rule.UNKNOWN_KSB, "injects.yaml", 11, "Did you mean “S6");
        inInjects("ksbs: [S6, K10]", "ksbs: [S6, K28]");
        finds(Rule.UNKNOWN_KSB, "injects.yaml", 11, "K1 to K27, S1 to S26 and B1 to B9");
    }

    @Test
    void lrcCodeThatTheManualDoesNotHave() throws IOException {
        inInjects("lrc: [step-7]", "lrc: [coordinating-donations]");
        finds(Rule.UNKNOWN_LRC, "injects.yaml", 12, "Did you mean “response-coordinating-donations”?");
    }

    @Test
    void codeThatIsUsedTwice() throws IOException {
        inScenario("{ code: council, title: Council }", "{ code: police, title: Council }");
        finds(Rule.DUPLICATE_CODE, "scenario.yaml", 18, "another code");
    }

    @Test
    void numberThatIsUsedTwice() throws IOException {
        inInjects("number: 2a", "number: 1");
        finds(Rule.DUPLICATE_NUMBER, "injects.yaml", 15, "for instance 1a")
                .extracting(Finding::message)
                .asString()
                .contains("line 1");
    }
}
