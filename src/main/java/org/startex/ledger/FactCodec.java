package org.startex.ledger;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseTime;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Turns facts into the canonical JSON text that is stored and hashed, and back: keys sorted, no blanks, ids as plain text. */
public final class FactCodec {
    /** A fact as text: what replay needs, and apart from it what people wrote (null when nothing). */
    record Encoded(
            String kind,
            int version,
            String facts,
            @Nullable String text) {}

    private record Form(FactKind kind, Set<String> prose) {}

    /** Its records are single values, not groups of them. */
    private static final String KERNEL = ExerciseTime.class.getPackageName();

    private final JsonMapper json = CanonicalJson.mapper();
    private final Map<String, Form> byName = new HashMap<>();
    private final Map<Class<?>, Form> byType = new HashMap<>();

    /** @throws IllegalArgumentException if two modules claim the same kind or type */
    public FactCodec(List<FactKinds> modules) {
        for (FactKinds module : modules) {
            for (FactKind kind : module.kinds()) {
                Form form = new Form(kind, proseOf(kind.type()));
                if (byName.put(kind.name() + "/" + kind.version(), form) != null) {
                    throw new IllegalArgumentException(
                            "two facts claim the kind " + kind.name() + "/" + kind.version());
                }
                byType.merge(
                        kind.type(),
                        form,
                        (a, b) -> a.kind().version() > b.kind().version() ? a : b);
            }
        }
    }

    /** Every kind known, for those who list or check them. */
    public Set<FactKind> kinds() {
        return byName.values().stream().map(Form::kind).collect(Collectors.toUnmodifiableSet());
    }

    Encoded encode(Fact fact) {
        Form form = byType.get(fact.getClass());
        if (form == null) {
            throw new IllegalArgumentException("no kind for " + fact.getClass().getName());
        }
        ObjectNode facts = json.valueToTree(fact);
        if (form.prose().isEmpty()) {
            return new Encoded(form.kind().name(), form.kind().version(), write(facts), null);
        }
        ObjectNode text = json.createObjectNode();
        for (String name : form.prose()) {
            JsonNode value = facts.remove(name);
            if (value != null) {
                text.set(name, value);
            }
        }
        return new Encoded(form.kind().name(), form.kind().version(), write(facts), write(text));
    }

    Fact decode(String kind, int version, String facts, @Nullable String text) {
        Form form = byName.get(kind + "/" + version);
        if (form == null) {
            throw new IllegalStateException("this program does not know the kind " + kind + "/" + version);
        }
        try {
            ObjectNode all = (ObjectNode) json.readTree(facts);
            if (text != null) {
                all.setAll((ObjectNode) json.readTree(text));
            } else {
                eraseInto(all, form);
            }
            return json.treeToValue(all, form.kind().type());
        } catch (JacksonException e) {
            throw new IllegalStateException("unreadable entry of kind " + kind + "/" + version, e);
        }
    }

    /** An erased text reads as empty: an empty string or list in each place, however deep. */
    private void eraseInto(ObjectNode all, Form form) {
        for (RecordComponent component : form.kind().type().getRecordComponents()) {
            if (form.prose().contains(component.getName())) {
                putEmpty(all, component);
            }
        }
    }

    private static void putEmpty(ObjectNode into, RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            into.put(component.getName(), "");
        } else if (List.class.isAssignableFrom(type)) {
            into.putArray(component.getName());
        } else if (type.isRecord() && !type.getPackageName().startsWith(KERNEL)) {
            ObjectNode inside = into.putObject(component.getName());
            for (RecordComponent part : type.getRecordComponents()) {
                putEmpty(inside, part);
            }
        }
    }

    private String write(ObjectNode node) {
        return CanonicalJson.write(json, node);
    }

    private static Set<String> proseOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(c -> c.isAnnotationPresent(Prose.class))
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
