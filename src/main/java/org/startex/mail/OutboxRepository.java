package org.startex.mail;

import static org.startex.db.Tables.OUTBOX_FILE;
import static org.startex.db.Tables.OUTBOX_MAIL;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.startex.db.tables.OutboxMail;
import org.startex.mail.Posted.State;

/** The table of the outbox. */
@Repository
class OutboxRepository {
    private static final String WAITING = State.WAITING.name();

    private static final List<Field<?>> POSTED = List.of(
            OUTBOX_MAIL.KEY,
            OUTBOX_MAIL.MATTER,
            OUTBOX_MAIL.RECIPIENT,
            OUTBOX_MAIL.SUBJECT,
            OUTBOX_MAIL.STATE,
            OUTBOX_MAIL.ATTEMPTS,
            OUTBOX_MAIL.WRITTEN_AT,
            OUTBOX_MAIL.NEXT_AT,
            OUTBOX_MAIL.ANSWER,
            OUTBOX_MAIL.SETTLED_AT);

    private final DSLContext sql;

    OutboxRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** False if it is there already. */
    boolean insert(Letter letter) {
        return sql.transactionResult(configuration -> {
            DSLContext tx = DSL.using(configuration);
            boolean fresh = insert(tx, letter);
            if (fresh) {
                insertFiles(tx, letter);
            }
            return fresh;
        });
    }

    private static boolean insert(DSLContext tx, Letter letter) {
        return tx.insertInto(OUTBOX_MAIL)
                        .set(OUTBOX_MAIL.ABOUT, letter.about())
                        .set(OUTBOX_MAIL.KEY, letter.key())
                        .set(OUTBOX_MAIL.MATTER, letter.matter())
                        .set(OUTBOX_MAIL.RECIPIENT, letter.to().value())
                        .set(OUTBOX_MAIL.SUBJECT, letter.subject())
                        .set(OUTBOX_MAIL.BODY, letter.body())
                        .set(OUTBOX_MAIL.SIMULATED, letter.simulated())
                        .set(OUTBOX_MAIL.SECRET, letter.secret())
                        .set(OUTBOX_MAIL.WRITTEN_AT, letter.written())
                        .set(OUTBOX_MAIL.PATIENCE_FROM, letter.written())
                        .set(OUTBOX_MAIL.NEXT_AT, letter.written())
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    private static void insertFiles(DSLContext tx, Letter letter) {
        for (int i = 0; i < letter.enclosures().size(); i++) {
            Enclosure file = letter.enclosures().get(i);
            tx.insertInto(OUTBOX_FILE)
                    .set(OUTBOX_FILE.ABOUT, letter.about())
                    .set(OUTBOX_FILE.KEY, letter.key())
                    .set(OUTBOX_FILE.PLACE, i)
                    .set(OUTBOX_FILE.NAME, file.name())
                    .set(OUTBOX_FILE.TYPE, file.type())
                    .set(OUTBOX_FILE.DIGEST, file instanceof Enclosure.Stored stored ? stored.digest() : null)
                    .set(OUTBOX_FILE.CONTENT, file instanceof Enclosure.Whole whole ? whole.content() : null)
                    .execute();
        }
    }

    private static List<Enclosure> files(DSLContext tx, Record mail) {
        return tx.selectFrom(OUTBOX_FILE)
                .where(OUTBOX_FILE.ABOUT.eq(mail.get(OUTBOX_MAIL.ABOUT)), OUTBOX_FILE.KEY.eq(mail.get(OUTBOX_MAIL.KEY)))
                .orderBy(OUTBOX_FILE.PLACE)
                .fetch(OutboxRepository::file);
    }

    private static Enclosure file(Record row) {
        byte[] content = row.get(OUTBOX_FILE.CONTENT);
        return content == null
                ? new Enclosure.Stored(
                        row.get(OUTBOX_FILE.NAME), row.get(OUTBOX_FILE.TYPE), row.get(OUTBOX_FILE.DIGEST))
                : new Enclosure.Whole(row.get(OUTBOX_FILE.NAME), row.get(OUTBOX_FILE.TYPE), content);
    }

    /** What a secret mail says is deleted. */
    private static void hush(DSLContext tx, UUID about, String key) {
        boolean secret = tx.update(OUTBOX_MAIL)
                        .set(OUTBOX_MAIL.BODY, "")
                        .where(OUTBOX_MAIL.ABOUT.eq(about), OUTBOX_MAIL.KEY.eq(key), OUTBOX_MAIL.SECRET.isTrue())
                        .execute()
                > 0;
        if (secret) {
            tx.deleteFrom(OUTBOX_FILE)
                    .where(OUTBOX_FILE.ABOUT.eq(about), OUTBOX_FILE.KEY.eq(key))
                    .execute();
        }
    }

    /**
     * Takes the first mail that is due, does the work while no other sender can take it, and writes what became of it, all in one transaction. A mail waits for every earlier one to the
     * same address.
     *
     * @param passed whose simulated mail is passed over
     * @return empty when nothing is due
     */
    Optional<Handed> take(Instant now, Collection<UUID> passed, Function<Letter, Handed> work) {
        return sql.transactionResult(configuration -> {
            DSLContext tx = DSL.using(configuration);
            return next(tx, now, passed).map(row -> {
                Handed handed = work.apply(letter(tx, row));
                settle(tx, row, handed, now);
                return handed;
            });
        });
    }

    private static Optional<Record> next(DSLContext tx, Instant now, Collection<UUID> passed) {
        OutboxMail earlier = OUTBOX_MAIL.as("earlier");
        Condition free = passed.isEmpty()
                ? DSL.noCondition()
                : OUTBOX_MAIL.SIMULATED.isFalse().or(OUTBOX_MAIL.ABOUT.notIn(passed));
        return tx.selectFrom(OUTBOX_MAIL)
                .where(OUTBOX_MAIL.STATE.eq(WAITING), OUTBOX_MAIL.NEXT_AT.le(now), free)
                .andNotExists(DSL.selectOne()
                        .from(earlier)
                        .where(
                                earlier.ABOUT.eq(OUTBOX_MAIL.ABOUT),
                                earlier.RECIPIENT.eq(OUTBOX_MAIL.RECIPIENT),
                                earlier.STATE.eq(WAITING),
                                DSL.row(earlier.WRITTEN_AT, earlier.KEY)
                                        .lt(DSL.row(OUTBOX_MAIL.WRITTEN_AT, OUTBOX_MAIL.KEY))))
                .orderBy(OUTBOX_MAIL.WRITTEN_AT, OUTBOX_MAIL.KEY)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional()
                .map(row -> row);
    }

    private static void settle(DSLContext tx, Record row, Handed handed, Instant now) {
        switch (handed) {
            case Handed.Taken taken -> end(tx, row, State.SENT, taken.answer(), now);
            case Handed.Refused refused -> end(tx, row, State.FAILED, refused.answer(), now);
            case Handed.Closed closed -> end(tx, row, State.WITHDRAWN, closed.answer(), now);
            case Handed.Later later -> later(tx, row, later.answer(), now);
            case Handed.Held held -> {
                // it stays as it is
            }
        }
    }

    private static void end(DSLContext tx, Record row, State state, String answer, Instant now) {
        tx.update(OUTBOX_MAIL)
                .set(OUTBOX_MAIL.STATE, state.name())
                .set(OUTBOX_MAIL.ANSWER, answer)
                .set(OUTBOX_MAIL.ATTEMPTS, row.get(OUTBOX_MAIL.ATTEMPTS) + (state == State.WITHDRAWN ? 0 : 1))
                .set(OUTBOX_MAIL.SETTLED_AT, now)
                .where(is(row))
                .execute();
        if (state != State.FAILED) {
            hush(tx, row.get(OUTBOX_MAIL.ABOUT), row.get(OUTBOX_MAIL.KEY));
        }
    }

    private static void later(DSLContext tx, Record row, String answer, Instant now) {
        int attempts = row.get(OUTBOX_MAIL.ATTEMPTS) + 1;
        if (Pauses.over(row.get(OUTBOX_MAIL.PATIENCE_FROM), now)) {
            end(tx, row, State.FAILED, answer, now);
            return;
        }
        tx.update(OUTBOX_MAIL)
                .set(OUTBOX_MAIL.ANSWER, answer)
                .set(OUTBOX_MAIL.ATTEMPTS, attempts)
                .set(OUTBOX_MAIL.NEXT_AT, now.plus(Pauses.after(attempts)))
                .where(is(row))
                .execute();
    }

    private static Condition is(Record row) {
        return OUTBOX_MAIL.ABOUT.eq(row.get(OUTBOX_MAIL.ABOUT)).and(OUTBOX_MAIL.KEY.eq(row.get(OUTBOX_MAIL.KEY)));
    }

    /** Everything that is due was tried in vain: the line to the server is down. */
    void allLater(Instant now, Collection<UUID> passed, String answer) {
        sql.transaction(configuration -> {
            DSLContext tx = DSL.using(configuration);
            Condition free = passed.isEmpty()
                    ? DSL.noCondition()
                    : OUTBOX_MAIL.SIMULATED.isFalse().or(OUTBOX_MAIL.ABOUT.notIn(passed));
            tx.selectFrom(OUTBOX_MAIL)
                    .where(OUTBOX_MAIL.STATE.eq(WAITING), OUTBOX_MAIL.NEXT_AT.le(now), free)
                    .forUpdate()
                    .skipLocked()
                    .fetch()
                    .forEach(row -> later(tx, row, answer, now));
        });
    }

    /** Ends a mail that waits or has failed. */
    int withdraw(UUID about, String key, String answer, Instant now) {
        return sql.transactionResult(configuration -> {
            DSLContext tx = DSL.using(configuration);
            int withdrawn = tx.update(OUTBOX_MAIL)
                    .set(OUTBOX_MAIL.STATE, State.WITHDRAWN.name())
                    .set(OUTBOX_MAIL.ANSWER, answer)
                    .set(OUTBOX_MAIL.SETTLED_AT, now)
                    .where(
                            OUTBOX_MAIL.ABOUT.eq(about),
                            OUTBOX_MAIL.KEY.eq(key),
                            OUTBOX_MAIL.STATE.in(WAITING, State.FAILED.name()))
                    .execute();
            if (withdrawn > 0) {
                hush(tx, about, key);
            }
            return withdrawn;
        });
    }

    /** Deletes the mails of one matter; what is being handed over leaves first. */
    void forget(UUID about, String matter) {
        sql.deleteFrom(OUTBOX_MAIL)
                .where(OUTBOX_MAIL.ABOUT.eq(about), OUTBOX_MAIL.MATTER.eq(matter))
                .execute();
    }

    /** Takes up a mail that has failed; false if it has not. */
    boolean again(UUID about, String key, Instant now) {
        return sql.update(OUTBOX_MAIL)
                        .set(OUTBOX_MAIL.STATE, WAITING)
                        .setNull(OUTBOX_MAIL.SETTLED_AT)
                        .set(OUTBOX_MAIL.PATIENCE_FROM, now)
                        .set(OUTBOX_MAIL.NEXT_AT, now)
                        .where(
                                OUTBOX_MAIL.ABOUT.eq(about),
                                OUTBOX_MAIL.KEY.eq(key),
                                OUTBOX_MAIL.STATE.eq(State.FAILED.name()))
                        .execute()
                > 0;
    }

    /** The mails of one matter, or of all. */
    List<Posted> of(UUID about, @Nullable String matter) {
        return of(about, matter == null ? DSL.noCondition() : OUTBOX_MAIL.MATTER.eq(matter));
    }

    List<Posted> failed(UUID about) {
        return of(about, OUTBOX_MAIL.STATE.eq(State.FAILED.name()));
    }

    /** The last one in each matter that begins so; not those that were kept back. */
    List<Posted> latest(UUID about, String matters) {
        return sql.select(POSTED)
                .distinctOn(OUTBOX_MAIL.MATTER)
                .from(OUTBOX_MAIL)
                .where(
                        OUTBOX_MAIL.ABOUT.eq(about),
                        OUTBOX_MAIL.MATTER.startsWith(matters),
                        OUTBOX_MAIL.STATE.ne(State.WITHDRAWN.name()))
                .orderBy(OUTBOX_MAIL.MATTER, OUTBOX_MAIL.WRITTEN_AT.desc(), OUTBOX_MAIL.KEY.desc())
                .fetch(OutboxRepository::posted);
    }

    private List<Posted> of(UUID about, Condition which) {
        return sql.select(POSTED)
                .from(OUTBOX_MAIL)
                .where(OUTBOX_MAIL.ABOUT.eq(about), which)
                .orderBy(OUTBOX_MAIL.WRITTEN_AT, OUTBOX_MAIL.KEY)
                .fetch(OutboxRepository::posted);
    }

    private static Posted posted(Record row) {
        return new Posted(
                row.get(OUTBOX_MAIL.KEY),
                row.get(OUTBOX_MAIL.MATTER),
                new MailAddress(row.get(OUTBOX_MAIL.RECIPIENT)),
                row.get(OUTBOX_MAIL.SUBJECT),
                State.valueOf(row.get(OUTBOX_MAIL.STATE)),
                row.get(OUTBOX_MAIL.ATTEMPTS),
                row.get(OUTBOX_MAIL.WRITTEN_AT),
                row.get(OUTBOX_MAIL.NEXT_AT),
                row.get(OUTBOX_MAIL.ANSWER),
                row.get(OUTBOX_MAIL.SETTLED_AT));
    }

    /** How many wait, and how many have failed, by state; without those that never leave. */
    Map<State, Integer> counts() {
        return sql.select(OUTBOX_MAIL.STATE, DSL.count()).from(OUTBOX_MAIL).groupBy(OUTBOX_MAIL.STATE).fetch().stream()
                .collect(Collectors.toMap(r -> State.valueOf(r.value1()), r -> r.value2()));
    }

    private static Letter letter(DSLContext tx, Record row) {
        return new Letter(
                row.get(OUTBOX_MAIL.ABOUT),
                row.get(OUTBOX_MAIL.KEY),
                row.get(OUTBOX_MAIL.MATTER),
                new MailAddress(row.get(OUTBOX_MAIL.RECIPIENT)),
                row.get(OUTBOX_MAIL.SUBJECT),
                row.get(OUTBOX_MAIL.BODY),
                row.get(OUTBOX_MAIL.SIMULATED),
                row.get(OUTBOX_MAIL.SECRET),
                row.get(OUTBOX_MAIL.WRITTEN_AT),
                files(tx, row));
    }
}
