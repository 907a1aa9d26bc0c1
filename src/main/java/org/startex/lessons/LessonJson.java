package org.startex.lessons;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.FindingId;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.PersonId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Steps of a lesson's history as text and back. The acts' names are stored, so they are never changed: {@code action-added} and so on. */
final class LessonJson {
    private static final JsonMapper JSON = mapper();
    private static final Map<String, Class<?>> BY_ACT = Arrays.stream(LessonFact.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(LessonJson::act, type -> type));

    private LessonJson() {}

    static String act(LessonFact fact) {
        return act(fact.getClass());
    }

    private static String act(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    static String write(LessonFact fact) {
        return JSON.writeValueAsString(fact);
    }

    static LessonFact read(String act, String facts) {
        Class<?> type = BY_ACT.get(act);
        if (type == null) {
            throw new IllegalStateException("this program does not know the act " + act);
        }
        return (LessonFact) JSON.readValue(facts, type);
    }

    private static JsonMapper mapper() {
        SimpleModule kernel = new SimpleModule("kernel");
        text(kernel, ExerciseId.class, ExerciseId::of);
        text(kernel, FindingId.class, FindingId::of);
        text(kernel, PersonId.class, PersonId::of);
        text(kernel, InjectNumber.class, InjectNumber::new);
        return JsonMapper.builder().addModule(kernel).build();
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
