package org.startex.ledger;

import static org.startex.db.Tables.COMMAND_RECEIPT;
import static org.startex.db.Tables.LEDGER_ENTRY;
import static org.startex.db.Tables.LEDGER_HEAD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;

/** The tables of the record. */
@Repository
class LedgerRepository {
    /** Where a record ends. */
    @SuppressWarnings("ArrayRecordComponent")
    record Head(long seq, byte[] hash) {
        static final Head EMPTY = new Head(0, Hashes.NONE);
    }

    /** One transaction on one exercise, holding its lock. */
    static final class Commit {
        private final DSLContext sql;
        private final UUID exercise;

        private Commit(DSLContext sql, ExerciseId exercise) {
            this.sql = sql;
            this.exercise = exercise.value();
        }

        Head head() {
            return sql.select(LEDGER_ENTRY.SEQ, LEDGER_ENTRY.HASH)
                    .from(LEDGER_ENTRY)
                    .where(LEDGER_ENTRY.EXERCISE_ID.eq(exercise))
                    .orderBy(LEDGER_ENTRY.SEQ.desc())
                    .limit(1)
                    .fetchOptional(r -> new Head(r.value1(), r.value2()))
                    .orElse(Head.EMPTY);
        }

        List<StoredEntry> after(long seq) {
            return LedgerRepository.after(sql, exercise, seq, Integer.MAX_VALUE);
        }

        List<Receipt> receipts(Collection<ClientId> clientIds) {
            if (clientIds.isEmpty()) {
                return List.of();
            }
            return sql.select(
                            COMMAND_RECEIPT.ACTOR,
                            COMMAND_RECEIPT.CLIENT_ID,
                            COMMAND_RECEIPT.REQUEST_HASH,
                            COMMAND_RECEIPT.REFUSED,
                            COMMAND_RECEIPT.FIELD,
                            COMMAND_RECEIPT.SEQ)
                    .from(COMMAND_RECEIPT)
                    .where(COMMAND_RECEIPT.EXERCISE_ID.eq(exercise))
                    .and(COMMAND_RECEIPT.CLIENT_ID.in(
                            clientIds.stream().map(ClientId::value).toList()))
                    .fetch(r -> new Receipt(
                            new Actor(r.value1()),
                            new ClientId(r.value2()),
                            r.value3(),
                            r.value4() == null
                                    ? new Answer.Done(r.value6())
                                    : new Answer.Refused(new Reason(r.value4(), r.value5()))));
        }

        void append(List<StoredEntry> entries, List<Receipt> receipts, Instant now) {
            if (!entries.isEmpty()) {
                var insert = sql.insertInto(
                        LEDGER_ENTRY,
                        LEDGER_ENTRY.EXERCISE_ID,
                        LEDGER_ENTRY.SEQ,
                        LEDGER_ENTRY.RECORDED_AT,
                        LEDGER_ENTRY.OCCURRED_AT,
                        LEDGER_ENTRY.EXERCISE_TIME,
                        LEDGER_ENTRY.ACTOR,
                        LEDGER_ENTRY.AUDIENCE,
                        LEDGER_ENTRY.KIND,
                        LEDGER_ENTRY.VERSION,
                        LEDGER_ENTRY.FACTS,
                        LEDGER_ENTRY.TEXT,
                        LEDGER_ENTRY.SALT,
                        LEDGER_ENTRY.TEXT_HASH,
                        LEDGER_ENTRY.PREV_HASH,
                        LEDGER_ENTRY.HASH);
                for (StoredEntry e : entries) {
                    insert = insert.values(
                            exercise,
                            e.seq(),
                            e.recordedAt(),
                            e.occurredAt(),
                            e.exerciseTime(),
                            e.actor(),
                            e.audience(),
                            e.kind(),
                            e.version(),
                            e.facts(),
                            e.text(),
                            e.salt(),
                            e.textHash(),
                            e.prevHash(),
                            e.hash());
                }
                insert.execute();
            }
            if (!receipts.isEmpty()) {
                var insert = sql.insertInto(
                        COMMAND_RECEIPT,
                        COMMAND_RECEIPT.EXERCISE_ID,
                        COMMAND_RECEIPT.ACTOR,
                        COMMAND_RECEIPT.CLIENT_ID,
                        COMMAND_RECEIPT.REQUEST_HASH,
                        COMMAND_RECEIPT.REFUSED,
                        COMMAND_RECEIPT.FIELD,
                        COMMAND_RECEIPT.SEQ,
                        COMMAND_RECEIPT.MADE_AT);
                for (Receipt r : receipts) {
                    Reason refused = r.answer() instanceof Answer.Refused no ? no.reason() : null;
                    insert = insert.values(
                            exercise,
                            r.actor().value(),
                            r.clientId().value(),
                            r.requestHash(),
                            refused == null ? null : refused.code(),
                            refused == null ? null : refused.field(),
                            r.answer() instanceof Answer.Done done ? done.seq() : null,
                            now);
                }
                insert.execute();
            }
        }

        void seal(SealedHead head) {
            sql.insertInto(LEDGER_HEAD)
                    .set(LEDGER_HEAD.EXERCISE_ID, exercise)
                    .set(LEDGER_HEAD.PURPOSE, head.purpose())
                    .set(LEDGER_HEAD.ENTRIES, head.entries())
                    .set(LEDGER_HEAD.AT, head.at())
                    .set(LEDGER_HEAD.HEAD_HASH, head.headHash())
                    .set(LEDGER_HEAD.FINGERPRINT, head.fingerprint().value())
                    .set(LEDGER_HEAD.SIGNATURE, head.signature())
                    .execute();
        }
    }

    private final DSLContext sql;

    LedgerRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Does the work in one transaction while no other writer of this exercise, on any node, can. */
    <T> T commit(ExerciseId exercise, Function<Commit, T> work) {
        return sql.transactionResult(configuration -> {
            DSLContext tx = DSL.using(configuration);
            UUID id = exercise.value();
            tx.execute(
                    "select pg_advisory_xact_lock({0})",
                    DSL.inline(id.getMostSignificantBits() ^ id.getLeastSignificantBits()));
            return work.apply(new Commit(tx, exercise));
        });
    }

    List<StoredEntry> after(ExerciseId exercise, long seq, int limit) {
        return after(sql, exercise.value(), seq, limit);
    }

    /** Hands over every entry in order, without holding them all. */
    void each(ExerciseId exercise, Consumer<StoredEntry> consumer) {
        long seq = 0;
        List<StoredEntry> some;
        do {
            some = after(sql, exercise.value(), seq, 500);
            some.forEach(consumer);
            seq = some.isEmpty() ? seq : some.getLast().seq();
        } while (!some.isEmpty());
    }

    Optional<SealedHead> seal(ExerciseId exercise) {
        return sql.selectFrom(LEDGER_HEAD)
                .where(LEDGER_HEAD.EXERCISE_ID.eq(exercise.value()))
                .and(LEDGER_HEAD.PURPOSE.eq(SealedHead.SEAL))
                .fetchOptional(r -> new SealedHead(
                        exercise,
                        r.getPurpose(),
                        r.getEntries(),
                        r.getAt(),
                        r.getHeadHash(),
                        new KeyFingerprint(r.getFingerprint()),
                        r.getSignature()));
    }

    private static List<StoredEntry> after(DSLContext sql, UUID exercise, long seq, int limit) {
        return new ArrayList<>(sql.selectFrom(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.EXERCISE_ID.eq(exercise))
                .and(LEDGER_ENTRY.SEQ.gt(seq))
                .orderBy(LEDGER_ENTRY.SEQ)
                .limit(limit)
                .fetch(LedgerRepository::entry));
    }

    private static StoredEntry entry(Record r) {
        return new StoredEntry(
                new ExerciseId(r.get(LEDGER_ENTRY.EXERCISE_ID)),
                r.get(LEDGER_ENTRY.SEQ),
                r.get(LEDGER_ENTRY.RECORDED_AT),
                r.get(LEDGER_ENTRY.OCCURRED_AT),
                nullable(r.get(LEDGER_ENTRY.EXERCISE_TIME)),
                r.get(LEDGER_ENTRY.ACTOR),
                r.get(LEDGER_ENTRY.AUDIENCE),
                r.get(LEDGER_ENTRY.KIND),
                r.get(LEDGER_ENTRY.VERSION),
                r.get(LEDGER_ENTRY.FACTS),
                r.get(LEDGER_ENTRY.TEXT),
                r.get(LEDGER_ENTRY.SALT),
                r.get(LEDGER_ENTRY.TEXT_HASH),
                r.get(LEDGER_ENTRY.PREV_HASH),
                r.get(LEDGER_ENTRY.HASH));
    }

    private static @Nullable Long nullable(@Nullable Long value) {
        return value;
    }
}
