package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.startex.kernel.Audience;
import org.startex.kernel.ParticipantId;
import tools.jackson.databind.JsonNode;

/** Encoded once and completed for each reader, an entry reads as if it had been encoded for that reader. */
class EncodedEntryTest {
    private static final Instant RECORDED = Instant.parse("2026-05-14T10:22:00Z");

    private static ServerMessage.Entry entry(
            ServerMessage.Body body, long coversFrom, @Nullable String by, boolean mine) {
        return new ServerMessage.Entry(12, coversFrom, null, RECORDED, by, mine, body);
    }

    private static ServerMessage.Inject inject(@Nullable Instant acknowledged) {
        return new ServerMessage.Inject(
                "13", "\"Six\"}", "Control", List.of("Tactical"), "phone", "<p>\\</p>", List.of(), 120, acknowledged);
    }

    private static JsonNode json(String text) {
        return FeedJson.MAPPER.readTree(text);
    }

    @Test
    void anInjectCarriesTheReadersOwnAcknowledgement() {
        EncodedEntry encoded = EncodedEntry.of(entry(inject(null), 12, null, false), Audience.EVERYONE, null, null);
        assertThat(json(encoded.frame(10, false, null)))
                .isEqualTo(json(FeedJson.write(entry(inject(null), 10, null, false))));
        assertThat(json(encoded.frame(11, true, RECORDED)))
                .isEqualTo(json(FeedJson.write(entry(inject(RECORDED), 11, null, true))));
    }

    @Test
    void anyOtherEntryIsCompletedToo() {
        ParticipantId actor = ParticipantId.random();
        ServerMessage.Body body = new ServerMessage.NoDuff("A \"real\" one\n", "player", false);
        EncodedEntry encoded = EncodedEntry.of(entry(body, 12, "M. Okafor", false), Audience.EVERYONE, actor, null);
        assertThat(json(encoded.frame(7, true, null)))
                .isEqualTo(json(FeedJson.write(entry(body, 7, "M. Okafor", true))));
        assertThat(encoded.by(actor)).isTrue();
        assertThat(encoded.by(ParticipantId.random())).isFalse();
    }
}
