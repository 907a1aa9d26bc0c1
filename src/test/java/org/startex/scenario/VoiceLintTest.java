package org.startex.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.startex.scenario.VoiceScript.OnPage;

/** What a controller says for an inject: how it is read, and each fault in it, where it is found and what it says to do. */
class VoiceLintTest extends Linting {
    /** The rules that this test sees find their fault. */
    static final Set<Rule> RULES = Set.of(Rule.VOICE_CHANNEL, Rule.VOICE_PAGE);

    private static final String SCENARIO = HEAD + """
            length: "2:00"
            objectives:
              - { code: O1, title: First, text: To do one thing. }
            cells:
              - { code: tactical, title: Tactical, roles: [{ code: police, title: Police }] }
            no-duff: [Stop., Stay., Ring.]
            """;

    private static final String INJECTS = """
            - number: "1"
              title: The river rises
              due: T+00:10
              from: Flood warden
              to: [tactical]
              channel: radio
              text: It is at the bridge.
              voice:
                call: Tactical, channel 4
                as: Flood warden, River Row
                script: |
                  “It is **over** the bridge.”

                  If asked: two people stand on the far side.
                answer: A time by which somebody comes.
                on-page: when-spoken
              objectives: [O1]
            """;

    VoiceLintTest() {
        super(Map.of("scenario.yaml", SCENARIO, "injects.yaml", INJECTS));
    }

    private void write(String injects) throws IOException {
        write("injects.yaml", injects);
    }

    private Inject read() {
        return scenario().injects().getFirst();
    }

    private void finds(Rule rule, int line, String remedy) {
        finds(rule, "injects.yaml", line, remedy);
    }

    @AfterAll
    void everyRuleHasBeenSeenToFindItsFault() {
        assertThat(seen).containsAll(RULES);
    }

    @Test
    void aCueCardIsReadWhole() {
        assertThat(read().voice())
                .contains(new VoiceScript(
                        "Tactical, channel 4",
                        "Flood warden, River Row",
                        "“It is **over** the bridge.”\n\nIf asked: two people stand on the far side.",
                        "A time by which somebody comes.",
                        OnPage.WHEN_SPOKEN));
    }

    @Test
    void whoSpeaksIsWhoTheInjectIsFromAndItsTextComesWhenDueUnlessTheCardSaysOtherwise() throws IOException {
        write(INJECTS.replaceAll("(?m)^    (as|answer|on-page): .*\n", ""));
        assertThat(read().voice()).hasValueSatisfying(voice -> {
            assertThat(voice.as()).isEqualTo("Flood warden");
            assertThat(voice.answer()).isEmpty();
            assertThat(voice.awaited()).isFalse();
        });
    }

    @Test
    void anInjectNeedsNone() throws IOException {
        write(INJECTS.replaceAll("(?m)^  voice:\n(    .*\n|\n)*", ""));
        assertThat(read().voice()).isEmpty();
    }

    @Test
    void aLetterIsNotSpoken() throws IOException {
        write(INJECTS.replace("channel: radio", "channel: letter"));
        finds(Rule.VOICE_CHANNEL, 9, "phone, radio, in-person");
    }

    @Test
    void theTextComesWhenDueOrWhenSpoken() throws IOException {
        write(INJECTS.replace("when-spoken", "when-spoke"));
        finds(Rule.VOICE_PAGE, 16, "Did you mean “when-spoken”");
        finds(Rule.VOICE_PAGE, 16, "when-due, when-spoken");
    }

    @Test
    void aCardNeedsWhomToCallAndWhatToSay() throws IOException {
        write(INJECTS.replaceAll("(?m)^    call: .*\n", ""));
        finds(Rule.MISSING, 9, "Add it");
        write(INJECTS.replaceAll("(?ms)^    script: .*?(?=^    answer)", ""));
        finds(Rule.MISSING, 9, "Add it");
        write(INJECTS.replace("call: Tactical, channel 4", "call: \"\""));
        finds(Rule.EMPTY, 9, "");
        write(INJECTS.replace("as: Flood warden, River Row", "as: \"\""));
        finds(Rule.EMPTY, 10, "");
    }

    @Test
    void whatACardSaysHasLimitsAndNoOtherKeys() throws IOException {
        write(INJECTS.replace("A time by which somebody comes.", "x".repeat(501)));
        finds(Rule.TOO_LONG, 15, "Shorten it");
        write(INJECTS.replace("Tactical, channel 4", "x".repeat(201)));
        finds(Rule.TOO_LONG, 9, "Shorten it");
        write(INJECTS.replace("    answer:", "    anser:"));
        finds(Rule.UNKNOWN_KEY, 15, "Did you mean “answer”?");
        write(INJECTS.replaceAll("(?ms)^  voice:.*?(?=^  objectives)", "  voice: Say it.\n"));
        finds(Rule.NOT_A_MAP, 8, "call, as, script, answer, on-page");
    }
}
