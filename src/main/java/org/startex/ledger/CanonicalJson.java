package org.startex.ledger;

import java.util.function.Function;
import org.startex.kernel.Addressee;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.KsbCode;
import org.startex.kernel.LrcCode;
import org.startex.kernel.ObjectiveCode;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PersonId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** JSON whose bytes depend on the content alone: keys sorted, no blanks, the kernel's ids and codes as plain values. */
final class CanonicalJson {
    private CanonicalJson() {}

    static JsonMapper mapper() {
        SimpleModule kernel = new SimpleModule("kernel");
        text(kernel, ExerciseId.class, ExerciseId::of);
        text(kernel, ParticipantId.class, ParticipantId::of);
        text(kernel, PersonId.class, PersonId::of);
        text(kernel, ClientId.class, ClientId::of);
        text(kernel, CellCode.class, CellCode::new);
        text(kernel, InjectNumber.class, InjectNumber::new);
        text(kernel, ObjectiveCode.class, ObjectiveCode::new);
        text(kernel, KsbCode.class, KsbCode::new);
        text(kernel, LrcCode.class, LrcCode::new);
        text(kernel, Addressee.class, Addressee::of);
        text(kernel, Audience.class, Audience::of);
        kernel.addSerializer(ExerciseTime.class, new ValueSerializer<>() {
            @Override
            public void serialize(ExerciseTime value, JsonGenerator out, SerializationContext context) {
                out.writeNumber(value.micros());
            }
        });
        kernel.addDeserializer(ExerciseTime.class, new ValueDeserializer<>() {
            @Override
            public ExerciseTime deserialize(JsonParser in, DeserializationContext context) {
                return new ExerciseTime(in.getLongValue());
            }
        });
        return JsonMapper.builder()
                .addModule(kernel)
                .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    static String write(JsonMapper mapper, JsonNode node) {
        return mapper.writeValueAsString(node);
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> read) {
        module.addSerializer(type, new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeString(value.toString());
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
