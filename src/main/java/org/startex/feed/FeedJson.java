package org.startex.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** JSON as {@code docs/protocol.md} writes it: ids as text, instants with six decimals; strict about what it reads. */
final class FeedJson {
    /** The deepest nesting a message may have: the protocol needs four. */
    static final int DEEPEST = 8;

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    /** Reads and writes messages. */
    static final JsonMapper MAPPER = mapper();

    private FeedJson() {}

    /** The frame that carries a message. */
    static String write(ServerMessage message) {
        return MAPPER.writerFor(ServerMessage.class).writeValueAsString(message);
    }

    /** An instant as the protocol writes it. */
    static String exact(Instant instant) {
        return EXACT.format(instant);
    }

    private static JsonMapper mapper() {
        SimpleModule words = new SimpleModule("feed");
        text(words, ExerciseId.class, ExerciseId::toString, ExerciseId::of);
        text(words, ParticipantId.class, ParticipantId::toString, ParticipantId::of);
        text(words, ClientId.class, ClientId::toString, ClientId::of);
        text(words, Instant.class, EXACT::format, Instant::parse);
        text(words, LocalDateTime.class, LOCAL::format, LocalDateTime::parse);
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(20)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .addModule(words)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                return read.apply(in.getString());
            }
        });
    }
}
