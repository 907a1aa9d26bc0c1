package org.startex.authorisation;

import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.startex.kernel.CellCode;
import org.startex.kernel.ClientId;
import org.startex.kernel.EntryRef;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.FindingId;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.KsbCode;
import org.startex.kernel.LessonId;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PersonId;
import org.startex.logbook.Party;
import org.startex.lrc.ImprovementAct;
import org.startex.mail.MailAddress;
import org.startex.standards.NosReference;

/** An argument of each type that a service asks for. A record without an entry here is made of its components; enums give their first constant. */
final class Arguments {
    private final Map<Class<?>, Supplier<?>> byType = new HashMap<>();

    Arguments(Callers callers) {
        put(ExerciseId.class, callers::exercise);
        put(ParticipantId.class, callers::bystander);
        put(PersonId.class, callers::spare);
        put(ClientId.class, ClientId::random);
        put(FindingId.class, callers::finding);
        put(LessonId.class, callers::lesson);
        put(EntryRef.class, () -> new EntryRef(callers.exercise(), 1));
        put(CellCode.class, () -> new CellCode("rest-centre"));
        put(InjectNumber.class, () -> new InjectNumber("1"));
        put(MailAddress.class, () -> new MailAddress("nobody@startex.example"));
        put(KsbCode.class, () -> new KsbCode("S6"));
        put(NosReference.class, () -> new NosReference("SFJCCAG1", 2025));
        put(ExerciseRole.class, () -> ExerciseRole.OBSERVER);
        put(URI.class, () -> URI.create("https://startex.example/play/i#x"));
        put(UUID.class, UUID::randomUUID);
        put(String.class, () -> "x");
        put(int.class, () -> 1);
        put(long.class, () -> 1L);
        put(Long.class, () -> 1L);
        put(Integer.class, () -> 1);
        put(ImprovementAct.class, () -> new ImprovementAct.Note("x"));
        put(boolean.class, () -> true);
        put(Instant.class, () -> Instant.parse("2026-05-12T09:00:00Z"));
        put(LocalDate.class, () -> LocalDate.parse("2026-05-12"));
        put(Duration.class, () -> Duration.ofMinutes(1));
        put(Path.class, () -> Path.of("scenarios"));
        put(Writer.class, StringWriter::new);
        put(List.class, List::of);
        put(Collection.class, List::of);
        put(Set.class, Set::of);
        put(Party.class, () -> Party.CONTROL);
        put(Map.class, Map::of);
        put(Optional.class, Optional::empty);
    }

    private <T> void put(Class<T> type, Supplier<? extends T> supplier) {
        byType.put(type, supplier);
    }

    Object of(Class<?> type) {
        Supplier<?> known = byType.get(type);
        if (known != null) {
            return known.get();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return record(type);
        }
        throw new AssertionError("no argument of " + type + ": add one to " + Arguments.class.getName());
    }

    private Object record(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(Arrays.stream(types).map(this::of).toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot make a " + type + ": add one to " + Arguments.class.getName(), e);
        }
    }
}
