package org.startex.people;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.startex.db.Tables.ACCOUNT;
import static org.startex.db.Tables.ACCOUNT_ROLE;
import static org.startex.db.Tables.PERSON;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;

/** People, their accounts and installation roles. */
@Repository
class AccountRepository {
    private static final long FIRST_START_LOCK = 0x53747278L;

    private static final Field<Set<InstallationRole>> ROLES = multiset(
                    select(ACCOUNT_ROLE.ROLE).from(ACCOUNT_ROLE).where(ACCOUNT_ROLE.PERSON_ID.eq(ACCOUNT.PERSON_ID)))
            .convertFrom(rows -> {
                Set<InstallationRole> roles = EnumSet.noneOf(InstallationRole.class);
                rows.forEach(row -> roles.add(InstallationRole.valueOf(row.value1())));
                return roles;
            });

    private final DSLContext sql;

    AccountRepository(DSLContext sql) {
        this.sql = sql;
    }

    Optional<SignedInPerson> byUsername(String username) {
        return account(lower(ACCOUNT.USERNAME).eq(username.toLowerCase(Locale.ROOT)));
    }

    Optional<SignedInPerson> byId(PersonId person) {
        return account(ACCOUNT.PERSON_ID.eq(person.value()));
    }

    private Optional<SignedInPerson> account(Condition which) {
        return sql.select(
                        ACCOUNT.PERSON_ID.convertFrom(PersonId::new),
                        ACCOUNT.USERNAME,
                        PERSON.NAME,
                        ROLES,
                        ACCOUNT.EPOCH,
                        ACCOUNT.ENABLED,
                        ACCOUNT.PASSWORD_HASH)
                .from(ACCOUNT)
                .join(PERSON)
                .on(PERSON.PERSON_ID.eq(ACCOUNT.PERSON_ID))
                .where(which)
                .fetchOptional(mapping(SignedInPerson::new));
    }

    List<PersonRow> people(String search, int offset, int limit) {
        return sql.select(
                        PERSON.PERSON_ID.convertFrom(PersonId::new),
                        PERSON.NAME,
                        PERSON.ORGANISATION,
                        PERSON.MAIL.convertFrom(mail -> mail == null ? "" : mail),
                        ACCOUNT.USERNAME,
                        ROLES,
                        ACCOUNT.ENABLED,
                        ACCOUNT.PASSWORD_HASH.isNotNull(),
                        PERSON.DEMONSTRATION,
                        ACCOUNT.SIGNED_IN_AT)
                .from(PERSON)
                .join(ACCOUNT)
                .on(ACCOUNT.PERSON_ID.eq(PERSON.PERSON_ID))
                .where(matches(search))
                .orderBy(lower(PERSON.NAME), PERSON.PERSON_ID)
                .offset(offset)
                .limit(limit)
                .fetch(mapping(PersonRow::new));
    }

    int count(String search) {
        return sql.fetchCount(PERSON.join(ACCOUNT).on(ACCOUNT.PERSON_ID.eq(PERSON.PERSON_ID)), matches(search));
    }

    List<PersonName> directory(String search, int limit) {
        return sql.select(
                        PERSON.PERSON_ID.convertFrom(PersonId::new), PERSON.NAME, PERSON.ORGANISATION, ACCOUNT.USERNAME)
                .from(PERSON)
                .join(ACCOUNT)
                .on(ACCOUNT.PERSON_ID.eq(PERSON.PERSON_ID))
                .where(ACCOUNT.ENABLED.isTrue(), matches(search))
                .orderBy(lower(PERSON.NAME), PERSON.PERSON_ID)
                .limit(limit)
                .fetch(mapping(PersonName::new));
    }

    /** Everybody who can sign in and holds a role, by name. */
    List<PersonName> holders(InstallationRole role) {
        return names(exists(selectOne()
                .from(ACCOUNT_ROLE)
                .where(ACCOUNT_ROLE.PERSON_ID.eq(ACCOUNT.PERSON_ID), ACCOUNT_ROLE.ROLE.eq(role.name()))));
    }

    /** Who can sign in under a username. */
    Optional<PersonName> named(String username) {
        return names(lower(ACCOUNT.USERNAME).eq(username.toLowerCase(Locale.ROOT))).stream()
                .findFirst();
    }

    private List<PersonName> names(Condition which) {
        return sql.select(
                        PERSON.PERSON_ID.convertFrom(PersonId::new), PERSON.NAME, PERSON.ORGANISATION, ACCOUNT.USERNAME)
                .from(PERSON)
                .join(ACCOUNT)
                .on(ACCOUNT.PERSON_ID.eq(PERSON.PERSON_ID))
                .where(ACCOUNT.ENABLED.isTrue(), which)
                .orderBy(lower(PERSON.NAME), PERSON.PERSON_ID)
                .fetch(mapping(PersonName::new));
    }

    private static Condition matches(String search) {
        Condition all = trueCondition();
        for (String word : search.strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                all = all.and(PERSON.NAME
                        .containsIgnoreCase(word)
                        .or(PERSON.ORGANISATION.containsIgnoreCase(word))
                        .or(ACCOUNT.USERNAME.containsIgnoreCase(word)));
            }
        }
        return all;
    }

    /** Makes the person and the account; false, and nothing made, if the username is taken. */
    boolean insert(
            PersonId person, NewPerson facts, @Nullable String passwordHash, boolean demonstration, Instant now) {
        if (sql.fetchExists(ACCOUNT, lower(ACCOUNT.USERNAME).eq(facts.username().toLowerCase(Locale.ROOT)))) {
            return false;
        }
        sql.insertInto(PERSON)
                .set(PERSON.PERSON_ID, person.value())
                .set(PERSON.NAME, facts.name())
                .set(PERSON.ORGANISATION, facts.organisation())
                .set(PERSON.MAIL, facts.mail().isEmpty() ? null : facts.mail())
                .set(PERSON.DEMONSTRATION, demonstration)
                .set(PERSON.MADE_AT, now)
                .execute();
        sql.insertInto(ACCOUNT)
                .set(ACCOUNT.PERSON_ID, person.value())
                .set(ACCOUNT.USERNAME, facts.username())
                .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                .execute();
        insertRoles(person, facts.roles());
        return true;
    }

    void replaceRoles(PersonId person, Set<InstallationRole> roles) {
        sql.deleteFrom(ACCOUNT_ROLE)
                .where(ACCOUNT_ROLE.PERSON_ID.eq(person.value()))
                .execute();
        insertRoles(person, roles);
    }

    private void insertRoles(PersonId person, Set<InstallationRole> roles) {
        for (InstallationRole role : roles) {
            sql.insertInto(ACCOUNT_ROLE)
                    .set(ACCOUNT_ROLE.PERSON_ID, person.value())
                    .set(ACCOUNT_ROLE.ROLE, role.name())
                    .execute();
        }
    }

    void setEnabled(PersonId person, boolean enabled) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.ENABLED, enabled)
                .where(ACCOUNT.PERSON_ID.eq(person.value()))
                .execute();
    }

    /** Replaces the hash; the sign-ins stay. */
    void setPasswordHash(PersonId person, String hash) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, hash)
                .where(ACCOUNT.PERSON_ID.eq(person.value()))
                .execute();
    }

    /** Replaces the hash only if it still is the one that was checked. */
    void upgradePasswordHash(PersonId person, @Nullable String old, String hash) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, hash)
                .where(ACCOUNT.PERSON_ID.eq(person.value()), ACCOUNT.PASSWORD_HASH.isNotDistinctFrom(old))
                .execute();
    }

    void signedIn(PersonId person, Instant now) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.SIGNED_IN_AT, now)
                .where(ACCOUNT.PERSON_ID.eq(person.value()))
                .execute();
    }

    /** Raises the epoch and returns the new one; empty if there is no such account. */
    Optional<Integer> raiseEpoch(PersonId person) {
        return sql.update(ACCOUNT)
                .set(ACCOUNT.EPOCH, ACCOUNT.EPOCH.plus(1))
                .where(ACCOUNT.PERSON_ID.eq(person.value()))
                .returningResult(ACCOUNT.EPOCH)
                .fetchOptional(row -> row.value1());
    }

    /** Whether an enabled administrator with a password remains beside this person. Holds off other changes of administrators until the commit. */
    boolean anotherAdministrator(PersonId person) {
        lockAdministrators();
        return sql.fetchExists(selectOne()
                .from(ACCOUNT_ROLE)
                .join(ACCOUNT)
                .on(ACCOUNT.PERSON_ID.eq(ACCOUNT_ROLE.PERSON_ID))
                .where(
                        ACCOUNT_ROLE.ROLE.eq(InstallationRole.ADMINISTRATOR.name()),
                        ACCOUNT_ROLE.PERSON_ID.ne(person.value()),
                        ACCOUNT.ENABLED.isTrue(),
                        ACCOUNT.PASSWORD_HASH.isNotNull()));
    }

    boolean hasAdministrator() {
        return sql.fetchExists(selectOne()
                .from(ACCOUNT_ROLE)
                .join(ACCOUNT)
                .on(ACCOUNT.PERSON_ID.eq(ACCOUNT_ROLE.PERSON_ID))
                .where(
                        ACCOUNT_ROLE.ROLE.eq(InstallationRole.ADMINISTRATOR.name()),
                        ACCOUNT.ENABLED.isTrue(),
                        ACCOUNT.PASSWORD_HASH.isNotNull()));
    }

    /** One node and one change at a time until the commit: the first start, and who is an administrator. */
    void lockAdministrators() {
        sql.fetch("select pg_advisory_xact_lock({0})", inline(FIRST_START_LOCK));
    }

    boolean isEmpty() {
        return !sql.fetchExists(PERSON);
    }

    boolean hasDemonstration() {
        return sql.fetchExists(PERSON, PERSON.DEMONSTRATION.isTrue());
    }

    List<PersonName> demonstration() {
        return sql.select(
                        PERSON.PERSON_ID.convertFrom(PersonId::new), PERSON.NAME, PERSON.ORGANISATION, ACCOUNT.USERNAME)
                .from(PERSON)
                .join(ACCOUNT)
                .on(ACCOUNT.PERSON_ID.eq(PERSON.PERSON_ID))
                .where(PERSON.DEMONSTRATION.isTrue(), ACCOUNT.ENABLED.isTrue())
                .fetch(mapping(PersonName::new));
    }
}
