package org.startex.people;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.lower;
import static org.startex.db.Tables.PARTICIPANT;
import static org.startex.db.Tables.PARTICIPANT_TOKEN;
import static org.startex.db.Tables.PERSON;
import static org.startex.db.Tables.REJOIN_CODE;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PersonId;

/** Participants, their tokens and rejoin codes. */
@Repository
class ParticipantRepository {
    private final DSLContext sql;

    ParticipantRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** False if the name is taken or the person is already there. */
    boolean insert(ExerciseId exercise, @Nullable PersonId person, ParticipantName name, Instant now) {
        return sql.insertInto(PARTICIPANT)
                        .set(PARTICIPANT.EXERCISE_ID, exercise.value())
                        .set(PARTICIPANT.PARTICIPANT_ID, name.participant().value())
                        .set(PARTICIPANT.PERSON_ID, person == null ? null : person.value())
                        .set(PARTICIPANT.NAME, name.name())
                        .set(PARTICIPANT.ORGANISATION, name.organisation())
                        .set(PARTICIPANT.JOINED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<ParticipantId> ofPerson(ExerciseId exercise, PersonId person) {
        return sql.select(PARTICIPANT.PARTICIPANT_ID)
                .from(PARTICIPANT)
                .where(PARTICIPANT.EXERCISE_ID.eq(exercise.value()), PARTICIPANT.PERSON_ID.eq(person.value()))
                .fetchOptional(mapping(ParticipantId::new));
    }

    Optional<ParticipantId> guestBefore(ExerciseId exercise, String name, String organisation, Instant moment) {
        return sql.select(PARTICIPANT.PARTICIPANT_ID)
                .from(PARTICIPANT)
                .where(
                        PARTICIPANT.EXERCISE_ID.eq(exercise.value()),
                        PARTICIPANT.PERSON_ID.isNull(),
                        lower(PARTICIPANT.NAME).eq(lower(name)),
                        lower(PARTICIPANT.ORGANISATION).eq(lower(organisation)),
                        PARTICIPANT.JOINED_AT.lt(moment))
                .fetchOptional(mapping(ParticipantId::new));
    }

    Optional<PersonId> personOf(ExerciseId exercise, ParticipantId participant) {
        return sql.select(PARTICIPANT.PERSON_ID)
                .from(PARTICIPANT)
                .where(
                        PARTICIPANT.EXERCISE_ID.eq(exercise.value()),
                        PARTICIPANT.PARTICIPANT_ID.eq(participant.value()),
                        PARTICIPANT.PERSON_ID.isNotNull())
                .fetchOptional(mapping(PersonId::new));
    }

    Map<ParticipantId, ParticipantName> names(ExerciseId exercise) {
        Map<ParticipantId, ParticipantName> names = new LinkedHashMap<>();
        sql.select(
                        PARTICIPANT.PARTICIPANT_ID.convertFrom(ParticipantId::new),
                        PARTICIPANT.NAME,
                        PARTICIPANT.ORGANISATION)
                .from(PARTICIPANT)
                .where(PARTICIPANT.EXERCISE_ID.eq(exercise.value()))
                .orderBy(PARTICIPANT.JOINED_AT, PARTICIPANT.PARTICIPANT_ID)
                .fetch(mapping(ParticipantName::new))
                .forEach(name -> names.put(name.participant(), name));
        return names;
    }

    Optional<ParticipantName> name(ExerciseId exercise, ParticipantId participant) {
        return sql.select(
                        PARTICIPANT.PARTICIPANT_ID.convertFrom(ParticipantId::new),
                        PARTICIPANT.NAME,
                        PARTICIPANT.ORGANISATION)
                .from(PARTICIPANT)
                .where(PARTICIPANT.EXERCISE_ID.eq(exercise.value()), PARTICIPANT.PARTICIPANT_ID.eq(participant.value()))
                .fetchOptional(mapping(ParticipantName::new));
    }

    List<ExerciseId> exercisesOf(PersonId person) {
        return sql.select(PARTICIPANT.EXERCISE_ID)
                .from(PARTICIPANT)
                .where(PARTICIPANT.PERSON_ID.eq(person.value()))
                .orderBy(PARTICIPANT.JOINED_AT.desc(), PARTICIPANT.EXERCISE_ID)
                .fetch(mapping(ExerciseId::new));
    }

    void insertToken(ExerciseId exercise, ParticipantId participant, byte[] hash, Instant now) {
        sql.insertInto(PARTICIPANT_TOKEN)
                .set(PARTICIPANT_TOKEN.EXERCISE_ID, exercise.value())
                .set(PARTICIPANT_TOKEN.TOKEN_HASH, hash)
                .set(PARTICIPANT_TOKEN.PARTICIPANT_ID, participant.value())
                .set(PARTICIPANT_TOKEN.MADE_AT, now)
                .execute();
    }

    Optional<ParticipantId> byToken(ExerciseId exercise, byte[] hash) {
        return sql.select(PARTICIPANT_TOKEN.PARTICIPANT_ID)
                .from(PARTICIPANT_TOKEN)
                .where(
                        PARTICIPANT_TOKEN.EXERCISE_ID.eq(exercise.value()),
                        PARTICIPANT_TOKEN.TOKEN_HASH.eq(hash),
                        PARTICIPANT_TOKEN.REVOKED_AT.isNull())
                .fetchOptional(mapping(ParticipantId::new));
    }

    void revokeToken(ExerciseId exercise, byte[] hash, Instant now) {
        sql.update(PARTICIPANT_TOKEN)
                .set(PARTICIPANT_TOKEN.REVOKED_AT, now)
                .where(
                        PARTICIPANT_TOKEN.EXERCISE_ID.eq(exercise.value()),
                        PARTICIPANT_TOKEN.TOKEN_HASH.eq(hash),
                        PARTICIPANT_TOKEN.REVOKED_AT.isNull())
                .execute();
    }

    void revokeTokens(ExerciseId exercise, ParticipantId participant, Instant now) {
        sql.update(PARTICIPANT_TOKEN)
                .set(PARTICIPANT_TOKEN.REVOKED_AT, now)
                .where(
                        PARTICIPANT_TOKEN.EXERCISE_ID.eq(exercise.value()),
                        PARTICIPANT_TOKEN.PARTICIPANT_ID.eq(participant.value()),
                        PARTICIPANT_TOKEN.REVOKED_AT.isNull())
                .execute();
    }

    void deleteRejoinCode(ExerciseId exercise, ParticipantId participant) {
        sql.deleteFrom(REJOIN_CODE)
                .where(REJOIN_CODE.EXERCISE_ID.eq(exercise.value()), REJOIN_CODE.PARTICIPANT_ID.eq(participant.value()))
                .execute();
    }

    /** False if somebody else in the exercise has this code. */
    boolean replaceRejoinCode(ExerciseId exercise, ParticipantId participant, byte[] hash, Instant now) {
        deleteRejoinCode(exercise, participant);
        return sql.insertInto(REJOIN_CODE)
                        .set(REJOIN_CODE.EXERCISE_ID, exercise.value())
                        .set(REJOIN_CODE.PARTICIPANT_ID, participant.value())
                        .set(REJOIN_CODE.CODE_HASH, hash)
                        .set(REJOIN_CODE.MADE_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<ParticipantId> byRejoinCode(ExerciseId exercise, byte[] hash) {
        return sql.select(REJOIN_CODE.PARTICIPANT_ID)
                .from(REJOIN_CODE)
                .where(REJOIN_CODE.EXERCISE_ID.eq(exercise.value()), REJOIN_CODE.CODE_HASH.eq(hash))
                .fetchOptional(mapping(ParticipantId::new));
    }

    Optional<PersonName> person(PersonId person) {
        return sql.select(PERSON.PERSON_ID.convertFrom(PersonId::new), PERSON.NAME, PERSON.ORGANISATION, PERSON.NAME)
                .from(PERSON)
                .where(PERSON.PERSON_ID.eq(person.value()))
                .fetchOptional(mapping(PersonName::new));
    }
}
