package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startex.kernel.ClientId;
import org.startex.ledger.Reason;

class ClientFrameTest {
    private static final String ID = "5f0c2a52-6f0e-4b43-9a56-0d7a7c4be002";
    private static final String DECISION = """
            {"type": "decision", "clientId": "%s", "inReplyTo": null, "decision": "Hold.", "rationale": "Safer.", "reliedOn": [],
             "options": "", "expectedEffect": "", "actions": [], "lateReason": null, "written": 1, "sent": 2}""".formatted(ID);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "7",
                "null",
                "{}",
                "{\"type\": 7}",
                "{\"type\": \"dance\"}",
                "{\"type\": \"resume\"}",
                "{\"type\": \"resume\", \"lastSeq\": -1}",
                "{\"type\": \"resume\", \"lastSeq\": \"0\"}",
                "{\"type\": \"resume\", \"lastSeq\": 0.5}",
                "{\"type\": \"resume\", \"lastSeq\": 1e400}",
                "{\"type\": \"resume\", \"lastSeq\": 9007199254740992}",
                "{\"type\": \"resume\", \"lastSeq\": 0, \"more\": 1}",
                "{\"type\": \"resume\", \"lastSeq\": 0, \"lastSeq\": 1}",
                "{\"type\": \"resume\", \"lastSeq\": 0} {}",
                "{\"type\": \"received\", \"seqs\": [[[[[[[[[[1]]]]]]]]]]}",
                "{\"type\": \"received\", \"seqs\": [\"1\"]}",
                "{\"type\": \"acknowledge\", \"inject\": 12, \"written\": 1, \"sent\": 1}",
                "{\"type\": \"acknowledge\", \"clientId\": \"1-1-1-1-1\", \"inject\": 12, \"written\": 1, \"sent\": 1}"
            })
    void whatIsNotInTheProtocolIsForeign(String frame) {
        assertThat(ClientFrame.read(frame)).isEqualTo(new ClientFrame.Foreign());
    }

    @Test
    void aDecisionMaySayThatThereWasNoNetwork() {
        assertThat(ClientFrame.read(DECISION.replace("\"sent\": 2", "\"sent\": 2, \"offline\": true")))
                .isInstanceOfSatisfying(
                        ClientFrame.Understood.class,
                        frame -> assertThat(((ClientMessage.Decision) frame.message()).offline())
                                .isTrue());
        assertThat(ClientFrame.read(DECISION.replace("\"sent\": 2", "\"sent\": 2, \"offline\": \"yes\"")))
                .isInstanceOf(ClientFrame.Faulty.class);
    }

    @Test
    void aWholeDecisionIsUnderstood() {
        assertThat(ClientFrame.read(DECISION)).isInstanceOf(ClientFrame.Understood.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Hold.\"|7|not-in-protocol|decision",
                "\"Hold.\"|null|not-in-protocol|decision",
                "\"Hold.\"|\"a\\u0000b\"|bad-text|decision",
                "\"Safer.\"|\"\\ud83d\"|bad-text|rationale",
                "\"Safer.\"|\"\\udd25\\ud83d\"|bad-text|rationale",
                "\"written\": 1|\"written\": \"1\"|not-in-protocol|written",
                "\"reliedOn\": []|\"reliedOn\": [1.5]|not-in-protocol|reliedOn",
                "\"actions\": []|\"actions\": [7]|not-in-protocol|actions",
                "\"actions\": []|\"actions\": [{\"text\": \"a\", \"owner\": \"\\u0000\", \"due\": \"\"}]|bad-text|owner",
                "\"actions\": []|\"actions\": [{\"text\": \"a\", \"owner\": \"\", \"due\": \"\", \"x\": 1}]|not-in-protocol|''",
                "\"decision\",|\"dance\",|not-in-protocol|type",
                "\"sent\": 2|\"sent\": 2, \"x\": 1|not-in-protocol|''"
            })
    void aFaultyActIsAnsweredWithItsFault(String sound, String faulty, String code, String field) {
        assertThat(ClientFrame.read(DECISION.replace(sound, faulty)))
                .isEqualTo(new ClientFrame.Faulty(ClientId.of(ID), Reason.of(code, field)));
    }

    @Test
    void moreActionsThanTheProtocolAllowsAreTooLong() {
        String action = "{\"text\": \"a\", \"owner\": \"\", \"due\": \"\"}";
        String twenty = action + (", " + action).repeat(19);
        assertThat(ClientFrame.read(DECISION.replace("\"actions\": []", "\"actions\": [" + twenty + "]")))
                .isInstanceOf(ClientFrame.Understood.class);
        assertThat(ClientFrame.read(
                        DECISION.replace("\"actions\": []", "\"actions\": [" + twenty + ", " + action + "]")))
                .isEqualTo(new ClientFrame.Faulty(ClientId.of(ID), Reason.of("too-long", "actions")));
    }

    @Test
    void aPairOfSurrogatesIsAText() {
        assertThat(ClientFrame.storable("Fire \ud83d\udd25")).isTrue();
        assertThat(ClientFrame.storable("\ud83d\udd25\udd25")).isFalse();
        assertThat(ClientFrame.storable("\ud83d")).isFalse();
    }
}
