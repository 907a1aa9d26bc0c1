package org.startex.conduct;

import static org.startex.db.Tables.INJECT_MAIL_ADDRESS;
import static org.startex.db.Tables.MAIL_CURSOR;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseId;
import org.startex.mail.MailAddress;

/** Mail addresses of cells and roles, and how far each exercise's record has been read for mail. */
@Repository
class MailRepository {
    private final DSLContext sql;

    MailRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** In one transaction, while no other reader of this exercise can: reads on from the cursor and moves it. Nothing happens where there is no cursor. */
    void read(ExerciseId exercise, LongUnaryOperator readOn) {
        sql.transaction(configuration -> {
            DSLContext tx = DSL.using(configuration);
            Optional<Long> cursor = tx.select(MAIL_CURSOR.SEQ)
                    .from(MAIL_CURSOR)
                    .where(MAIL_CURSOR.EXERCISE_ID.eq(exercise.value()))
                    .forUpdate()
                    .fetchOptional(MAIL_CURSOR.SEQ);
            if (cursor.isEmpty()) {
                return;
            }
            long read = readOn.applyAsLong(cursor.get());
            if (read > cursor.get()) {
                tx.update(MAIL_CURSOR)
                        .set(MAIL_CURSOR.SEQ, read)
                        .where(MAIL_CURSOR.EXERCISE_ID.eq(exercise.value()))
                        .execute();
            }
        });
    }

    /** The exercises whose record is read for mail. */
    List<ExerciseId> readExercises() {
        return sql.select(MAIL_CURSOR.EXERCISE_ID).from(MAIL_CURSOR).fetch(r -> new ExerciseId(r.value1()));
    }

    /** How far the record has been read; empty where it is not read. */
    Optional<Long> cursor(ExerciseId exercise) {
        return sql.select(MAIL_CURSOR.SEQ)
                .from(MAIL_CURSOR)
                .where(MAIL_CURSOR.EXERCISE_ID.eq(exercise.value()))
                .fetchOptional(MAIL_CURSOR.SEQ);
    }

    List<MailBox> boxes(ExerciseId exercise) {
        return sql.select(INJECT_MAIL_ADDRESS.CELL, INJECT_MAIL_ADDRESS.POST, INJECT_MAIL_ADDRESS.ADDRESS)
                .from(INJECT_MAIL_ADDRESS)
                .where(INJECT_MAIL_ADDRESS.EXERCISE_ID.eq(exercise.value()))
                .orderBy(INJECT_MAIL_ADDRESS.CELL, INJECT_MAIL_ADDRESS.POST, INJECT_MAIL_ADDRESS.ADDRESS)
                .fetch(r ->
                        new MailBox(new Addressee(new CellCode(r.value1()), r.value2()), new MailAddress(r.value3())));
    }

    /**
     * Adds an address; the first one of an exercise begins the reading of its record.
     *
     * @param head the last entry now: what was delivered before is not sent
     */
    void add(ExerciseId exercise, MailBox box, long head, Instant now) {
        sql.transaction(configuration -> {
            DSLContext tx = DSL.using(configuration);
            tx.insertInto(MAIL_CURSOR)
                    .set(MAIL_CURSOR.EXERCISE_ID, exercise.value())
                    .set(MAIL_CURSOR.SEQ, head)
                    .onConflictDoNothing()
                    .execute();
            tx.insertInto(INJECT_MAIL_ADDRESS)
                    .set(INJECT_MAIL_ADDRESS.EXERCISE_ID, exercise.value())
                    .set(INJECT_MAIL_ADDRESS.CELL, box.owner().cell().value())
                    .set(INJECT_MAIL_ADDRESS.POST, box.owner().role())
                    .set(INJECT_MAIL_ADDRESS.ADDRESS, box.address().value())
                    .set(INJECT_MAIL_ADDRESS.ADDED_AT, now)
                    .onConflictDoNothing()
                    .execute();
        });
    }

    void remove(ExerciseId exercise, MailBox box) {
        sql.deleteFrom(INJECT_MAIL_ADDRESS)
                .where(
                        INJECT_MAIL_ADDRESS.EXERCISE_ID.eq(exercise.value()),
                        INJECT_MAIL_ADDRESS.CELL.eq(box.owner().cell().value()),
                        INJECT_MAIL_ADDRESS.POST.eq(box.owner().role()),
                        INJECT_MAIL_ADDRESS.ADDRESS.eq(box.address().value()))
                .execute();
    }
}
