package org.startex.people;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PersonId;

/**
 * Who takes part in which exercise, and what their pages hold to prove it. The only place where a pseudonym of the record meets a
 * name. It authorises nobody: those who use it do so inside acts that they have authorised. Everything joins the caller's
 * transaction if there is one.
 */
@Component
public class ParticipantRegister {
    private static final int REJOIN_CODE_LENGTH = 8;
    private static final int EXERCISE_BYTES = 16;

    private final ParticipantRepository participants;
    private final InstantSource time;

    ParticipantRegister(ParticipantRepository participants, InstantSource time) {
        this.participants = participants;
        this.time = time;
    }

    /**
     * Lets somebody take part. A person who already takes part is not registered twice.
     *
     * @param person whose account it is, or null for somebody who joined by a code
     * @param name 1 to 80 characters after tidying
     * @param organisation at most 80 characters after tidying; may be empty
     */
    public Registration register(ExerciseId exercise, @Nullable PersonId person, String name, String organisation) {
        if (person != null) {
            Optional<ParticipantId> known = ofPerson(exercise, person);
            if (known.isPresent()) {
                return new Registration.Registered(known.get());
            }
        }
        return register(exercise, person, ParticipantId.random(), name, organisation);
    }

    private Registration register(
            ExerciseId exercise,
            @Nullable PersonId person,
            ParticipantId participant,
            String name,
            String organisation) {
        return switch (PlainName.read(name)) {
            case PlainName.Unfit(PlainName.Fault fault) -> new Registration.NameUnfit(fault);
            case PlainName.Fit(String fitName) ->
                switch (PlainName.readOptional(organisation)) {
                    case PlainName.Unfit(PlainName.Fault fault) -> new Registration.NameUnfit(fault);
                    case PlainName.Fit(String fitOrganisation) ->
                        insert(exercise, person, new ParticipantName(participant, fitName, fitOrganisation));
                };
        };
    }

    /**
     * Lets somebody without an account take part under a pseudonym that was chosen for them before. Done again, it changes nothing.
     *
     * @param name 1 to 80 characters after tidying
     * @param organisation at most 80 characters after tidying; may be empty
     */
    public Registration registerAs(ExerciseId exercise, ParticipantId participant, String name, String organisation) {
        return participants.name(exercise, participant).isPresent()
                ? new Registration.Registered(participant)
                : register(exercise, null, participant, name, organisation);
    }

    private Registration insert(ExerciseId exercise, @Nullable PersonId person, ParticipantName name) {
        if (participants.insert(exercise, person, name, now())) {
            return new Registration.Registered(name.participant());
        }
        Optional<ParticipantId> meanwhile = person == null
                ? participants.name(exercise, name.participant()).map(ParticipantName::participant)
                : participants.ofPerson(exercise, person);
        return meanwhile.<Registration>map(Registration.Registered::new).orElseGet(Registration.NameTaken::new);
    }

    /**
     * Lets somebody with an account take part under their own name; where another participant has it already, a number tells them apart.
     *
     * @throws IllegalArgumentException if there is no such person
     */
    public ParticipantName register(ExerciseId exercise, PersonId person) {
        PersonName known = participants
                .person(person)
                .orElseThrow(() -> new IllegalArgumentException("no such person: " + person));
        for (int attempt = 1; ; attempt++) {
            String name = attempt == 1 ? known.name() : known.name() + " (" + attempt + ")";
            switch (register(exercise, person, name, known.organisation())) {
                case Registration.Registered(ParticipantId participant) -> {
                    return name(exercise, participant)
                            .orElse(new ParticipantName(participant, name, known.organisation()));
                }
                case Registration.NameTaken taken -> {
                    if (attempt >= 50) {
                        throw new IllegalStateException("no free name in this exercise");
                    }
                }
                case Registration.NameUnfit unfit -> throw new IllegalStateException("unfit name of a person");
            }
        }
    }

    /**
     * Somebody without an account who was registered before a moment under this name and organisation.
     *
     * @param name as written; tidied before it is compared
     */
    public Optional<ParticipantId> guestBefore(ExerciseId exercise, String name, String organisation, Instant moment) {
        return PlainName.read(name) instanceof PlainName.Fit(String fitName)
                        && PlainName.readOptional(organisation) instanceof PlainName.Fit(String fitOrganisation)
                ? participants.guestBefore(exercise, fitName, fitOrganisation, moment)
                : Optional.empty();
    }

    /** The pseudonym of a person in an exercise. */
    public Optional<ParticipantId> ofPerson(ExerciseId exercise, PersonId person) {
        return participants.ofPerson(exercise, person);
    }

    /** The name under which a person with an account would take part. */
    public Optional<String> personName(PersonId person) {
        return participants.person(person).map(PersonName::name);
    }

    /** The person behind a pseudonym, if they took part with an account. */
    public Optional<PersonId> personOf(ExerciseId exercise, ParticipantId participant) {
        return participants.personOf(exercise, participant);
    }

    /** Everybody's name in an exercise. */
    public Map<ParticipantId, ParticipantName> names(ExerciseId exercise) {
        return participants.names(exercise);
    }

    /** The name of one participant. */
    public Optional<ParticipantName> name(ExerciseId exercise, ParticipantId participant) {
        return participants.name(exercise, participant);
    }

    /** The exercises a person takes part in, the latest joined first. */
    public List<ExerciseId> exercisesOf(PersonId person) {
        return participants.exercisesOf(person);
    }

    /** Makes a token that proves who a page is: 256 random bits, told once. Only its hash is kept. Earlier tokens stay good. */
    public String issueToken(ExerciseId exercise, ParticipantId participant) {
        byte[] token = ByteBuffer.allocate(EXERCISE_BYTES + Secrets.BYTES)
                .put(Secrets.bytes(exercise.value()))
                .put(Secrets.freshBytes())
                .array();
        participants.insertToken(exercise, participant, Secrets.hash(token), now());
        return Secrets.text(token);
    }

    /** Whose token this is; empty if nobody's, or no longer. Any text may be given. */
    public Optional<Caller.Joined> byToken(String token) {
        return Secrets.bytes(token, EXERCISE_BYTES + Secrets.BYTES).flatMap(bytes -> {
            ExerciseId exercise = exerciseIn(bytes);
            return participants
                    .byToken(exercise, Secrets.hash(bytes))
                    .map(participant -> new Caller.Joined(exercise, participant));
        });
    }

    private static ExerciseId exerciseIn(byte[] token) {
        ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(token, EXERCISE_BYTES));
        return new ExerciseId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    /** Ends one page: its token, and no other. Any text may be given. */
    public void endToken(String token) {
        Secrets.bytes(token, EXERCISE_BYTES + Secrets.BYTES)
                .ifPresent(bytes -> participants.revokeToken(exerciseIn(bytes), Secrets.hash(bytes), now()));
    }

    /** Ends all of a participant's pages and their way back by code. */
    public void revokeTokens(ExerciseId exercise, ParticipantId participant) {
        participants.revokeTokens(exercise, participant, now());
        participants.deleteRejoinCode(exercise, participant);
    }

    /** Makes the personal code by which a lost or changed phone comes back: {@code HJK4-TM7R}, told once. It replaces an earlier one. */
    public String issueRejoinCode(ExerciseId exercise, ParticipantId participant) {
        String code;
        do {
            code = ReadableCode.random(REJOIN_CODE_LENGTH);
        } while (!participants.replaceRejoinCode(
                exercise, participant, Secrets.slowHash(exercise.value(), code), now()));
        return ReadableCode.grouped(code);
    }

    /** Whose rejoin code this is. Small letters, spaces and hyphens do not matter. Callers must ask {@link JoinThrottle} first. */
    public Optional<ParticipantId> byRejoinCode(ExerciseId exercise, String typed) {
        String code = ReadableCode.plain(typed);
        if (code.length() != REJOIN_CODE_LENGTH || !code.chars().allMatch(c -> ReadableCode.ALPHABET.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        return participants.byRejoinCode(exercise, Secrets.slowHash(exercise.value(), code));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
