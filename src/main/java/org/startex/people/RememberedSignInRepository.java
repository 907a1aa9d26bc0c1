package org.startex.people;

import static org.jooq.Records.mapping;
import static org.startex.db.Tables.REMEMBERED_SIGN_IN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.startex.kernel.PersonId;

/** Browsers that stay signed in. */
@Repository
class RememberedSignInRepository {
    /** One browser's series as it is kept. */
    @SuppressWarnings("ArrayRecordComponent")
    record Series(PersonId person, byte[] token, byte @Nullable [] previous, int epoch, Instant turnedAt) {}

    private final DSLContext sql;

    RememberedSignInRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(byte[] series, PersonId person, byte[] token, int epoch, String browser, Instant now) {
        sql.insertInto(REMEMBERED_SIGN_IN)
                .set(REMEMBERED_SIGN_IN.SERIES_HASH, series)
                .set(REMEMBERED_SIGN_IN.PERSON_ID, person.value())
                .set(REMEMBERED_SIGN_IN.TOKEN_HASH, token)
                .set(REMEMBERED_SIGN_IN.EPOCH, epoch)
                .set(REMEMBERED_SIGN_IN.BROWSER, browser)
                .set(REMEMBERED_SIGN_IN.MADE_AT, now)
                .set(REMEMBERED_SIGN_IN.TURNED_AT, now)
                .execute();
    }

    /** Turns the token if it still is the current one. */
    boolean turn(byte[] series, byte[] token, byte[] next, Instant now) {
        return sql.update(REMEMBERED_SIGN_IN)
                        .set(REMEMBERED_SIGN_IN.PREVIOUS_HASH, REMEMBERED_SIGN_IN.TOKEN_HASH)
                        .set(REMEMBERED_SIGN_IN.TOKEN_HASH, next)
                        .set(REMEMBERED_SIGN_IN.TURNED_AT, now)
                        .where(REMEMBERED_SIGN_IN.SERIES_HASH.eq(series), REMEMBERED_SIGN_IN.TOKEN_HASH.eq(token))
                        .execute()
                == 1;
    }

    Optional<Series> find(byte[] series) {
        return sql.select(
                        REMEMBERED_SIGN_IN.PERSON_ID.convertFrom(PersonId::new),
                        REMEMBERED_SIGN_IN.TOKEN_HASH,
                        REMEMBERED_SIGN_IN.PREVIOUS_HASH,
                        REMEMBERED_SIGN_IN.EPOCH,
                        REMEMBERED_SIGN_IN.TURNED_AT)
                .from(REMEMBERED_SIGN_IN)
                .where(REMEMBERED_SIGN_IN.SERIES_HASH.eq(series))
                .fetchOptional(mapping(Series::new));
    }

    List<RememberedBrowser> of(PersonId person, Instant usedSince) {
        return sql.select(
                        REMEMBERED_SIGN_IN.SERIES_HASH.convertFrom(Secrets::text),
                        REMEMBERED_SIGN_IN.BROWSER,
                        REMEMBERED_SIGN_IN.MADE_AT,
                        REMEMBERED_SIGN_IN.TURNED_AT)
                .from(REMEMBERED_SIGN_IN)
                .where(REMEMBERED_SIGN_IN.PERSON_ID.eq(person.value()), REMEMBERED_SIGN_IN.TURNED_AT.ge(usedSince))
                .orderBy(REMEMBERED_SIGN_IN.TURNED_AT.desc(), REMEMBERED_SIGN_IN.SERIES_HASH)
                .fetch(mapping(RememberedBrowser::new));
    }

    void delete(byte[] series) {
        sql.deleteFrom(REMEMBERED_SIGN_IN)
                .where(REMEMBERED_SIGN_IN.SERIES_HASH.eq(series))
                .execute();
    }

    void delete(PersonId person, byte[] series) {
        sql.deleteFrom(REMEMBERED_SIGN_IN)
                .where(REMEMBERED_SIGN_IN.PERSON_ID.eq(person.value()), REMEMBERED_SIGN_IN.SERIES_HASH.eq(series))
                .execute();
    }

    void deleteAll(PersonId person) {
        sql.deleteFrom(REMEMBERED_SIGN_IN)
                .where(REMEMBERED_SIGN_IN.PERSON_ID.eq(person.value()))
                .execute();
    }

    void deleteUnusedSince(Instant bound) {
        sql.deleteFrom(REMEMBERED_SIGN_IN)
                .where(REMEMBERED_SIGN_IN.TURNED_AT.lt(bound))
                .execute();
    }
}
