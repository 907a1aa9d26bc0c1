package org.startex.people;

import static org.startex.db.Tables.PLANNED_PARTICIPANT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;

/** People who are expected in an exercise. */
@Repository
class PlannedParticipantRepository {
    private static final List<Field<?>> FIELDS = List.of(
            PLANNED_PARTICIPANT.PLANNED_ID,
            PLANNED_PARTICIPANT.NAME,
            PLANNED_PARTICIPANT.ORGANISATION,
            PLANNED_PARTICIPANT.MAIL,
            PLANNED_PARTICIPANT.CELL,
            PLANNED_PARTICIPANT.POST,
            PLANNED_PARTICIPANT.LINKS,
            PLANNED_PARTICIPANT.LINK_MADE_AT,
            PLANNED_PARTICIPANT.PARTICIPANT_ID);

    private final DSLContext sql;

    PlannedParticipantRepository(DSLContext sql) {
        this.sql = sql;
    }

    List<PlannedPerson> people(ExerciseId exercise) {
        return people(sql, exercise);
    }

    private static List<PlannedPerson> people(DSLContext tx, ExerciseId exercise) {
        return tx.select(FIELDS)
                .from(PLANNED_PARTICIPANT)
                .where(PLANNED_PARTICIPANT.EXERCISE_ID.eq(exercise.value()))
                .orderBy(PLANNED_PARTICIPANT.CELL, DSL.lower(PLANNED_PARTICIPANT.NAME), PLANNED_PARTICIPANT.PLANNED_ID)
                .fetch(PlannedParticipantRepository::person);
    }

    private static PlannedPerson person(Record row) {
        UUID participant = row.get(PLANNED_PARTICIPANT.PARTICIPANT_ID);
        return new PlannedPerson(
                row.get(PLANNED_PARTICIPANT.PLANNED_ID),
                new PlannedEntry(
                        row.get(PLANNED_PARTICIPANT.NAME),
                        row.get(PLANNED_PARTICIPANT.ORGANISATION),
                        row.get(PLANNED_PARTICIPANT.MAIL),
                        new CellCode(row.get(PLANNED_PARTICIPANT.CELL)),
                        row.get(PLANNED_PARTICIPANT.POST)),
                row.get(PLANNED_PARTICIPANT.LINKS),
                row.get(PLANNED_PARTICIPANT.LINK_MADE_AT),
                participant == null ? null : new ParticipantId(participant));
    }

    /** One adder at a time for each exercise, so that nobody is listed twice and the list keeps its bound. */
    void add(ExerciseId exercise, Function<List<PlannedPerson>, List<PlannedEntry>> choose, Instant now) {
        sql.transaction(configuration -> {
            DSLContext tx = DSL.using(configuration);
            tx.execute("select pg_advisory_xact_lock(hashtextextended(?, 67))", "planned " + exercise.value());
            for (PlannedEntry entry : choose.apply(people(tx, exercise))) {
                tx.insertInto(PLANNED_PARTICIPANT)
                        .set(PLANNED_PARTICIPANT.EXERCISE_ID, exercise.value())
                        .set(PLANNED_PARTICIPANT.PLANNED_ID, UUID.randomUUID())
                        .set(PLANNED_PARTICIPANT.NAME, entry.name())
                        .set(PLANNED_PARTICIPANT.ORGANISATION, entry.organisation())
                        .set(PLANNED_PARTICIPANT.MAIL, entry.mail())
                        .set(PLANNED_PARTICIPANT.CELL, entry.cell().value())
                        .set(PLANNED_PARTICIPANT.POST, entry.post())
                        .set(PLANNED_PARTICIPANT.ADDED_AT, now)
                        .execute();
            }
        });
    }

    boolean remove(ExerciseId exercise, UUID person) {
        return sql.deleteFrom(PLANNED_PARTICIPANT)
                        .where(
                                PLANNED_PARTICIPANT.EXERCISE_ID.eq(exercise.value()),
                                PLANNED_PARTICIPANT.PLANNED_ID.eq(person))
                        .execute()
                == 1;
    }

    /** The person as they stand then; empty if they are gone. */
    Optional<PlannedPerson> setLink(ExerciseId exercise, UUID person, byte[] hash, Instant now) {
        return sql.update(PLANNED_PARTICIPANT)
                .set(PLANNED_PARTICIPANT.LINK_HASH, hash)
                .set(PLANNED_PARTICIPANT.LINK_MADE_AT, now)
                .set(PLANNED_PARTICIPANT.LINKS, PLANNED_PARTICIPANT.LINKS.plus(1))
                .where(PLANNED_PARTICIPANT.EXERCISE_ID.eq(exercise.value()), PLANNED_PARTICIPANT.PLANNED_ID.eq(person))
                .returning(FIELDS)
                .fetchOptional(PlannedParticipantRepository::person);
    }

    Optional<PlannedPerson> byLink(ExerciseId exercise, byte[] hash) {
        return sql.select(FIELDS)
                .from(PLANNED_PARTICIPANT)
                .where(PLANNED_PARTICIPANT.EXERCISE_ID.eq(exercise.value()), PLANNED_PARTICIPANT.LINK_HASH.eq(hash))
                .fetchOptional(PlannedParticipantRepository::person);
    }

    /** Who somebody is in the record: what was kept first stays. Empty if they are gone. */
    Optional<ParticipantId> participant(ExerciseId exercise, UUID person, ParticipantId fresh) {
        return sql.update(PLANNED_PARTICIPANT)
                .set(
                        PLANNED_PARTICIPANT.PARTICIPANT_ID,
                        DSL.coalesce(PLANNED_PARTICIPANT.PARTICIPANT_ID, fresh.value()))
                .where(PLANNED_PARTICIPANT.EXERCISE_ID.eq(exercise.value()), PLANNED_PARTICIPANT.PLANNED_ID.eq(person))
                .returning(PLANNED_PARTICIPANT.PARTICIPANT_ID)
                .fetchOptional(row -> new ParticipantId(row.get(PLANNED_PARTICIPANT.PARTICIPANT_ID)));
    }
}
