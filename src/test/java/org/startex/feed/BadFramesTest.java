package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Anybody may send anything: a bad frame harms nobody, and its sender learns what is wrong. */
@FeedTest
class BadFramesTest {
    @Autowired
    Stage stage;

    private Page page() {
        Stage.Exercise exercise = stage.started();
        return exercise.resumed(exercise.join(Stage.REST_CENTRE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "{\"type\": \"dance\"}",
                "{\"type\": \"resume\", \"lastSeq\": \"all\"}",
                "[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]",
                "\u0000"
            })
    void whatIsNotInTheProtocolEndsTheConnection(String frame) {
        Page page = page();
        page.send(frame);
        assertThat(page.closeCode()).isEqualTo(4413);
    }

    @Test
    void aFrameThatIsTooLargeEndsTheConnection() {
        Page page = page();
        page.send("{\"type\": \"resume\", \"lastSeq\": 0" + " ".repeat(65_536) + "}");
        assertThat(page.closeCode()).isEqualTo(4413);
    }

    @Test
    void sizeIsCountedInBytes() {
        Page page = page();
        page.send("{\"type\": \"noDuff\", \"reason\": \"" + "é".repeat(40_000) + "\"}");
        assertThat(page.closeCode()).isEqualTo(4413);
    }

    @Test
    void aFrameAsLargeAsAllowedIsTaken() {
        Page page = page();
        String frame = "{\"type\": \"resume\", \"lastSeq\": 0";
        page.send(frame + " ".repeat(65_536 - frame.length() - 1) + "}");
        page.next("welcome");
        assertThat(page.isOpen()).isTrue();
        page.close();
    }

    @Test
    void bytesAreNotInTheProtocol() {
        Page page = page();
        page.sendBytes(new byte[] {1, 2, 3});
        assertThat(page.closeCode()).isEqualTo(4413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d", "\\udd25\\ud83d"})
    void aTextThatCannotBeKeptIsRefusedAndTheConnectionStays(String text) {
        Page page = page();
        String id = UUID.randomUUID().toString();
        page.send("{\"type\": \"noDuff\", \"clientId\": \"" + id + "\", \"reason\": \"a" + text
                + "b\", \"written\": 1, \"sent\": 2}");
        Page.Frame refused = page.next("refused");
        assertThat(refused.json().get("clientId").stringValue()).isEqualTo(id);
        assertThat(refused.json().get("reason").stringValue()).isEqualTo("bad-text");
        assertThat(refused.json().get("field").stringValue()).isEqualTo("reason");
        assertThat(refused.json().get("message").stringValue()).isNotBlank();
        page.resume(0);
        page.next("welcome");
        page.close();
    }

    @Test
    void anActWithAFieldTooManyIsRefusedAndTheConnectionStays() {
        Page page = page();
        page.send("{\"type\": \"noDuff\", \"clientId\": \"" + UUID.randomUUID()
                + "\", \"reason\": \"x\", \"admin\": true, \"written\": 1, \"sent\": 2}");
        Page.Frame refused = page.next("refused");
        assertThat(refused.json().get("reason").stringValue()).isEqualTo("not-in-protocol");
        assertThat(refused.json().get("field").isNull()).isTrue();
        assertThat(page.isOpen()).isTrue();
        page.close();
    }

    @Test
    void aPageThatSendsTooMuchIsLetGo() {
        Page page = page();
        for (int i = 0; i < 200 && page.isOpen(); i++) {
            try {
                page.send("{\"type\": \"received\", \"seqs\": [1]}");
            } catch (RuntimeException closed) {
                break;
            }
        }
        assertThat(page.closeCode()).isEqualTo(4429);
    }
}
