package org.startex.people;

import static org.startex.db.Tables.ONE_TIME_LINK;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.startex.kernel.PersonId;

/** One-time links. */
@Repository
class OneTimeLinkRepository {
    /** A link that can still be used: for a person to choose a password, or without one for the first administrator. */
    record Open(@Nullable PersonId person) {}

    private final DSLContext sql;

    OneTimeLinkRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insertFirstAdministrator(byte[] hash, Instant now, Instant expires) {
        insert(hash, "FIRST_ADMINISTRATOR", null, now, expires);
    }

    void insertChoosePassword(byte[] hash, PersonId person, Instant now, Instant expires) {
        insert(hash, "CHOOSE_PASSWORD", person, now, expires);
    }

    private void insert(byte[] hash, String purpose, @Nullable PersonId person, Instant now, Instant expires) {
        sql.insertInto(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.TOKEN_HASH, hash)
                .set(ONE_TIME_LINK.PURPOSE, purpose)
                .set(ONE_TIME_LINK.PERSON_ID, person == null ? null : person.value())
                .set(ONE_TIME_LINK.MADE_AT, now)
                .set(ONE_TIME_LINK.EXPIRES_AT, expires)
                .execute();
    }

    Optional<Open> find(byte[] hash, Instant now) {
        return sql.select(ONE_TIME_LINK.PERSON_ID)
                .from(ONE_TIME_LINK)
                .where(
                        ONE_TIME_LINK.TOKEN_HASH.eq(hash),
                        ONE_TIME_LINK.USED_AT.isNull(),
                        ONE_TIME_LINK.EXPIRES_AT.gt(now))
                .fetchOptional(row -> new Open(row.value1() == null ? null : new PersonId(row.value1())));
    }

    /** Uses the link up; false if somebody was quicker or it is over. */
    boolean use(byte[] hash, Instant now) {
        return sql.update(ONE_TIME_LINK)
                        .set(ONE_TIME_LINK.USED_AT, now)
                        .where(
                                ONE_TIME_LINK.TOKEN_HASH.eq(hash),
                                ONE_TIME_LINK.USED_AT.isNull(),
                                ONE_TIME_LINK.EXPIRES_AT.gt(now))
                        .execute()
                == 1;
    }

    void deleteFirstAdministrator() {
        sql.deleteFrom(ONE_TIME_LINK)
                .where(ONE_TIME_LINK.PURPOSE.eq("FIRST_ADMINISTRATOR"))
                .execute();
    }

    void delete(PersonId person) {
        sql.deleteFrom(ONE_TIME_LINK)
                .where(ONE_TIME_LINK.PERSON_ID.eq(person.value()))
                .execute();
    }
}
