package org.startex.people;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;

/**
 * Who is expected in which exercise, and the personal links by which they come in. It authorises nobody: those who use it do so inside acts that they have authorised.
 */
@Component
public class PlannedRegister {
    private static final int EXERCISE_BYTES = 16;

    /** Whose personal link it is. */
    public record Holder(ExerciseId exercise, PlannedPerson person, Instant linkMade) {}

    /**
     * A personal link that was just made.
     *
     * @param token what is in it; nobody is told it again
     */
    public record Made(PlannedPerson person, String token) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Made[" + person.id() + "]";
        }
    }

    private final PlannedParticipantRepository planned;
    private final InstantSource time;

    PlannedRegister(PlannedParticipantRepository planned, InstantSource time) {
        this.planned = planned;
        this.time = time;
    }

    /** Everybody expected, by cell and name. */
    public List<PlannedPerson> people(ExerciseId exercise) {
        return planned.people(exercise);
    }

    /**
     * Adds people, all of them or none; meanwhile nobody else adds to this exercise.
     *
     * @param choose given who is there now, says who is added
     */
    public void add(ExerciseId exercise, Function<List<PlannedPerson>, List<PlannedEntry>> choose) {
        planned.add(exercise, choose, now());
    }

    /** Takes somebody off the list with all that was entered about them; their link ends. False if they were gone already. */
    public boolean remove(ExerciseId exercise, UUID person) {
        return planned.remove(exercise, person);
    }

    /** Makes somebody's personal link, with 256 bits of chance. An earlier link ends. Empty if they are gone. */
    public Optional<Made> newLink(ExerciseId exercise, UUID person) {
        byte[] token = ByteBuffer.allocate(EXERCISE_BYTES + Secrets.BYTES)
                .put(Secrets.bytes(exercise.value()))
                .put(Secrets.freshBytes())
                .array();
        return planned.setLink(exercise, person, Secrets.hash(token), now())
                .map(made -> new Made(made, Secrets.text(token)));
    }

    /** Whose link a token is from; empty if nobody's, or no longer. Any text may be given. Callers must ask {@link JoinThrottle} first. */
    public Optional<Holder> byLink(String token) {
        return Secrets.bytes(token, EXERCISE_BYTES + Secrets.BYTES).flatMap(bytes -> {
            ByteBuffer id = ByteBuffer.wrap(Arrays.copyOf(bytes, EXERCISE_BYTES));
            ExerciseId exercise = new ExerciseId(new UUID(id.getLong(), id.getLong()));
            return planned.byLink(exercise, Secrets.hash(bytes))
                    .flatMap(person ->
                            Optional.ofNullable(person.linkMade()).map(made -> new Holder(exercise, person, made)));
        });
    }

    /** Who somebody expected is, or will be, in the record: the same for ever, however often and however soon after each other it is asked. Empty if they are gone. */
    public Optional<ParticipantId> participant(ExerciseId exercise, UUID person) {
        return planned.participant(exercise, person, ParticipantId.random());
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
