package org.startex.conduct;

import static org.startex.db.Tables.DELIVERY_RECEIPT;
import static org.startex.db.Tables.EXERCISE;
import static org.startex.db.Tables.HEARTBEAT;
import static org.startex.db.Tables.JOIN_CODE;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;

/** The tables of conduct. */
@Repository
class ConductRepository {
    /** An exercise's row in the list. */
    record Row(ExerciseId id, String title, String slug, Instant plannedFor) {}

    /** Where a join code leads. */
    record Door(ExerciseId exercise, @Nullable CellCode cell, Instant expires, boolean closed) {}

    private final DSLContext sql;

    ConductRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insertExercise(ExerciseId id, String title, String slug, Instant plannedFor, Instant now) {
        sql.insertInto(EXERCISE)
                .set(EXERCISE.EXERCISE_ID, id.value())
                .set(EXERCISE.TITLE, title)
                .set(EXERCISE.SLUG, slug)
                .set(EXERCISE.PLANNED_FOR, plannedFor)
                .set(EXERCISE.MADE_AT, now)
                .execute();
    }

    List<Row> exercises() {
        return sql.select(EXERCISE.EXERCISE_ID, EXERCISE.TITLE, EXERCISE.SLUG, EXERCISE.PLANNED_FOR)
                .from(EXERCISE)
                .orderBy(EXERCISE.PLANNED_FOR.desc(), EXERCISE.MADE_AT.desc())
                .fetch(r -> new Row(new ExerciseId(r.value1()), r.value2(), r.value3(), r.value4()));
    }

    List<ExerciseOfScenario> ofScenario(String slug) {
        return sql.select(EXERCISE.EXERCISE_ID, EXERCISE.TITLE, EXERCISE.MADE_AT, EXERCISE.PLANNED_FOR)
                .from(EXERCISE)
                .where(EXERCISE.SLUG.eq(slug))
                .orderBy(EXERCISE.MADE_AT, EXERCISE.EXERCISE_ID)
                .fetch(r -> new ExerciseOfScenario(new ExerciseId(r.value1()), r.value2(), r.value3(), r.value4()));
    }

    /** False if the code exists already. */
    boolean insertCode(ExerciseId exercise, JoinCode code, Instant now) {
        CellCode cell = code.cell();
        return sql.insertInto(JOIN_CODE)
                        .set(JOIN_CODE.EXERCISE_ID, exercise.value())
                        .set(JOIN_CODE.CODE, code.code())
                        .set(JOIN_CODE.CELL, cell == null ? null : cell.value())
                        .set(JOIN_CODE.MADE_AT, now)
                        .set(JOIN_CODE.EXPIRES_AT, code.expires())
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    List<JoinCode> openCodes(ExerciseId exercise) {
        return sql.select(JOIN_CODE.CODE, JOIN_CODE.CELL, JOIN_CODE.EXPIRES_AT)
                .from(JOIN_CODE)
                .where(JOIN_CODE.EXERCISE_ID.eq(exercise.value()), JOIN_CODE.CLOSED_AT.isNull())
                .orderBy(JOIN_CODE.MADE_AT, JOIN_CODE.CODE)
                .fetch(r -> new JoinCode(r.value1(), cell(r.value2()), r.value3()));
    }

    void closeCode(ExerciseId exercise, String code, Instant now) {
        sql.update(JOIN_CODE)
                .set(JOIN_CODE.CLOSED_AT, now)
                .where(JOIN_CODE.EXERCISE_ID.eq(exercise.value()), JOIN_CODE.CODE.eq(code))
                .execute();
    }

    Optional<Door> door(String code) {
        return sql.select(JOIN_CODE.EXERCISE_ID, JOIN_CODE.CELL, JOIN_CODE.EXPIRES_AT, JOIN_CODE.CLOSED_AT)
                .from(JOIN_CODE)
                .where(JOIN_CODE.CODE.eq(code))
                .fetchOptional(
                        r -> new Door(new ExerciseId(r.value1()), cell(r.value2()), r.value3(), r.value4() != null));
    }

    /**
     * Writes receipts, each row once; what is written already stays, but for what was not yet seen. One text of a statement however many they are, so that
     * neither we nor the database make it out anew for each number of rows.
     */
    void received(Map<ReceiptWriter.Key, InjectReceipt> receipts) {
        List<ReceiptWriter.Key> keys = List.copyOf(receipts.keySet());
        List<InjectReceipt> values = keys.stream().map(receipts::get).toList();
        sql.execute(
                """
                insert into delivery_receipt (exercise_id, participant_id, seq, received_at, seen_at)
                select * from unnest({0}, {1}, {2}, {3}, {4})
                on conflict (exercise_id, participant_id, seq)
                do update set seen_at = coalesce(delivery_receipt.seen_at, excluded.seen_at)""",
                column(DELIVERY_RECEIPT.EXERCISE_ID, keys, key -> key.exercise().value()),
                column(
                        DELIVERY_RECEIPT.PARTICIPANT_ID,
                        keys,
                        key -> key.participant().value()),
                column(DELIVERY_RECEIPT.SEQ, keys, ReceiptWriter.Key::seq),
                column(DELIVERY_RECEIPT.RECEIVED_AT, values, InjectReceipt::receivedAt),
                column(
                        DELIVERY_RECEIPT.SEEN_AT,
                        values,
                        receipt -> receipt.seenAt().orElse(null)));
    }

    private static <T, R> Param<?> column(Field<T> column, List<R> rows, Function<R, @Nullable T> value) {
        Object all = rows.stream().map(value).toArray();
        DataType<T[]> type = column.getDataType().getArrayDataType();
        return DSL.val(type.convert(all), type);
    }

    Map<Long, Map<ParticipantId, InjectReceipt>> receipts(ExerciseId exercise) {
        Map<Long, Map<ParticipantId, InjectReceipt>> all = new HashMap<>();
        sql.select(
                        DELIVERY_RECEIPT.SEQ,
                        DELIVERY_RECEIPT.PARTICIPANT_ID,
                        DELIVERY_RECEIPT.RECEIVED_AT,
                        DELIVERY_RECEIPT.SEEN_AT)
                .from(DELIVERY_RECEIPT)
                .where(DELIVERY_RECEIPT.EXERCISE_ID.eq(exercise.value()))
                .forEach(r -> all.computeIfAbsent(r.value1(), s -> new HashMap<>())
                        .put(
                                new ParticipantId(r.value2()),
                                new InjectReceipt(r.value3(), Optional.ofNullable(r.value4()))));
        return all;
    }

    Map<ParticipantId, InjectReceipt> receiptsOf(ExerciseId exercise, long seq) {
        return sql.select(DELIVERY_RECEIPT.PARTICIPANT_ID, DELIVERY_RECEIPT.RECEIVED_AT, DELIVERY_RECEIPT.SEEN_AT)
                .from(DELIVERY_RECEIPT)
                .where(DELIVERY_RECEIPT.EXERCISE_ID.eq(exercise.value()), DELIVERY_RECEIPT.SEQ.eq(seq))
                .fetchMap(
                        r -> new ParticipantId(r.value1()),
                        r -> new InjectReceipt(r.value2(), Optional.ofNullable(r.value3())));
    }

    Optional<Instant> aliveAt(ExerciseId exercise) {
        return sql.select(HEARTBEAT.ALIVE_AT)
                .from(HEARTBEAT)
                .where(HEARTBEAT.EXERCISE_ID.eq(exercise.value()))
                .fetchOptional(HEARTBEAT.ALIVE_AT);
    }

    /** Losing the last heartbeat costs nothing, so it need not wait for the disk. */
    void alive(Collection<ExerciseId> exercises, Instant now) {
        sql.transaction(configuration -> {
            DSLContext tx = DSL.using(configuration);
            tx.execute("set local synchronous_commit = off");
            var insert = tx.insertInto(HEARTBEAT, HEARTBEAT.EXERCISE_ID, HEARTBEAT.ALIVE_AT);
            for (ExerciseId exercise : exercises) {
                insert = insert.values(exercise.value(), now);
            }
            insert.onConflict(HEARTBEAT.EXERCISE_ID)
                    .doUpdate()
                    .set(HEARTBEAT.ALIVE_AT, DSL.excluded(HEARTBEAT.ALIVE_AT))
                    .execute();
        });
    }

    private static @Nullable CellCode cell(@Nullable String code) {
        return code == null ? null : new CellCode(code);
    }
}
