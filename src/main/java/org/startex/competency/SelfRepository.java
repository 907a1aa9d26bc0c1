package org.startex.competency;

import static org.jooq.Records.mapping;
import static org.startex.db.Tables.NOS_ELEMENT;
import static org.startex.db.Tables.NOS_STANDARD;
import static org.startex.db.Tables.SELF_RATING;
import static org.startex.db.Tables.SELF_ROUND;
import static org.startex.db.Tables.SELF_SHARE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.startex.kernel.PersonId;
import org.startex.standards.NosElement;
import org.startex.standards.NosKind;
import org.startex.standards.NosReference;

/** Standards that people entered, and rounds of self-assessment. The only place that reads or writes self-ratings. */
@Repository
class SelfRepository {
    private final DSLContext sql;

    SelfRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** A standard that somebody entered. */
    record Entered(String urn, int approved, String title, PersonId by) {
        NosReference reference() {
            return new NosReference(urn, approved);
        }
    }

    /** An element that somebody entered. */
    record EnteredElement(String urn, int approved, String kind, int number, String text, PersonId by) {
        NosReference reference() {
            return new NosReference(urn, approved);
        }

        NosElement element() {
            return new NosElement(NosKind.valueOf(kind), number, text, false);
        }
    }

    /** A round without its ratings. */
    record Row(
            UUID id,
            UUID person,
            String urn,
            int approved,
            Instant begunAt,
            @Nullable Instant finishedAt) {
        SelfRoundId round() {
            return new SelfRoundId(id);
        }

        NosReference reference() {
            return new NosReference(urn, approved);
        }
    }

    /** A rating and the text that was rated. */
    record Rated(String kind, int number, String text, int rating) {
        NosElement element() {
            return new NosElement(NosKind.valueOf(kind), number, text, false);
        }
    }

    /** Whom a round is shown to. */
    record Share(PersonId reader, Instant since) {}

    // Standards

    List<Entered> standards() {
        return sql.select(
                        NOS_STANDARD.URN,
                        NOS_STANDARD.APPROVED,
                        NOS_STANDARD.TITLE,
                        NOS_STANDARD.ENTERED_BY.convertFrom(PersonId::new))
                .from(NOS_STANDARD)
                .orderBy(NOS_STANDARD.URN, NOS_STANDARD.APPROVED)
                .fetch(mapping(Entered::new));
    }

    List<EnteredElement> elements() {
        return sql.select(
                        NOS_ELEMENT.URN,
                        NOS_ELEMENT.APPROVED,
                        NOS_ELEMENT.KIND,
                        NOS_ELEMENT.NUMBER,
                        NOS_ELEMENT.TEXT,
                        NOS_ELEMENT.ENTERED_BY.convertFrom(PersonId::new))
                .from(NOS_ELEMENT)
                .orderBy(NOS_ELEMENT.URN, NOS_ELEMENT.APPROVED, NOS_ELEMENT.KIND, NOS_ELEMENT.NUMBER)
                .fetch(mapping(EnteredElement::new));
    }

    /** False if there is such a standard already. */
    boolean insertStandard(NosReference reference, String title, PersonId by, Instant now) {
        return sql.insertInto(NOS_STANDARD)
                        .set(NOS_STANDARD.URN, reference.urn())
                        .set(NOS_STANDARD.APPROVED, reference.approved())
                        .set(NOS_STANDARD.TITLE, title)
                        .set(NOS_STANDARD.ENTERED_BY, by.value())
                        .set(NOS_STANDARD.ENTERED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Removes the standard with its elements; false if it is not this person's or somebody has a round on it. */
    boolean deleteStandard(NosReference reference, PersonId by) {
        if (sql.fetchExists(
                SELF_ROUND, SELF_ROUND.URN.eq(reference.urn()), SELF_ROUND.APPROVED.eq(reference.approved()))) {
            return false;
        }
        boolean gone = sql.deleteFrom(NOS_STANDARD)
                        .where(
                                NOS_STANDARD.URN.eq(reference.urn()),
                                NOS_STANDARD.APPROVED.eq(reference.approved()),
                                NOS_STANDARD.ENTERED_BY.eq(by.value()))
                        .execute()
                == 1;
        if (gone) {
            sql.deleteFrom(NOS_ELEMENT)
                    .where(NOS_ELEMENT.URN.eq(reference.urn()), NOS_ELEMENT.APPROVED.eq(reference.approved()))
                    .execute();
        }
        return gone;
    }

    /** Adds an element or changes the person's own; false if it is somebody else's. */
    boolean saveElement(NosReference reference, NosElement element, PersonId by, Instant now) {
        return sql.insertInto(NOS_ELEMENT)
                        .set(NOS_ELEMENT.URN, reference.urn())
                        .set(NOS_ELEMENT.APPROVED, reference.approved())
                        .set(NOS_ELEMENT.KIND, element.kind().name())
                        .set(NOS_ELEMENT.NUMBER, element.number())
                        .set(NOS_ELEMENT.TEXT, element.text())
                        .set(NOS_ELEMENT.ENTERED_BY, by.value())
                        .set(NOS_ELEMENT.ENTERED_AT, now)
                        .onConflict(NOS_ELEMENT.URN, NOS_ELEMENT.APPROVED, NOS_ELEMENT.KIND, NOS_ELEMENT.NUMBER)
                        .doUpdate()
                        .set(NOS_ELEMENT.TEXT, element.text())
                        .set(NOS_ELEMENT.ENTERED_AT, now)
                        .where(NOS_ELEMENT.ENTERED_BY.eq(by.value()))
                        .execute()
                == 1;
    }

    /** False if there is no such element of this person. */
    boolean deleteElement(NosReference reference, NosKind kind, int number, PersonId by) {
        return sql.deleteFrom(NOS_ELEMENT)
                        .where(
                                NOS_ELEMENT.URN.eq(reference.urn()),
                                NOS_ELEMENT.APPROVED.eq(reference.approved()),
                                NOS_ELEMENT.KIND.eq(kind.name()),
                                NOS_ELEMENT.NUMBER.eq(number),
                                NOS_ELEMENT.ENTERED_BY.eq(by.value()))
                        .execute()
                == 1;
    }

    // Rounds

    /** False if the person has an open round on this standard. */
    boolean insertRound(SelfRoundId id, PersonId person, NosReference standard, Instant now) {
        return sql.insertInto(SELF_ROUND)
                        .set(SELF_ROUND.ROUND_ID, id.value())
                        .set(SELF_ROUND.PERSON_ID, person.value())
                        .set(SELF_ROUND.URN, standard.urn())
                        .set(SELF_ROUND.APPROVED, standard.approved())
                        .set(SELF_ROUND.BEGUN_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<Row> round(SelfRoundId id) {
        return rows(SELF_ROUND.ROUND_ID.eq(id.value())).stream().findFirst();
    }

    /** A person's own rounds, the latest begun first. */
    List<Row> of(PersonId person) {
        return rows(SELF_ROUND.PERSON_ID.eq(person.value()));
    }

    /** Rounds that somebody shows to this person. */
    List<Row> shownTo(PersonId reader) {
        return rows(SELF_ROUND.ROUND_ID.in(
                sql.select(SELF_SHARE.ROUND_ID).from(SELF_SHARE).where(SELF_SHARE.READER_ID.eq(reader.value()))));
    }

    private List<Row> rows(org.jooq.Condition which) {
        return sql.select(
                        SELF_ROUND.ROUND_ID,
                        SELF_ROUND.PERSON_ID,
                        SELF_ROUND.URN,
                        SELF_ROUND.APPROVED,
                        SELF_ROUND.BEGUN_AT,
                        SELF_ROUND.FINISHED_AT)
                .from(SELF_ROUND)
                .where(which)
                .orderBy(SELF_ROUND.BEGUN_AT.desc(), SELF_ROUND.ROUND_ID)
                .fetch(mapping(Row::new));
    }

    void finish(SelfRoundId id, Instant now) {
        sql.update(SELF_ROUND)
                .set(SELF_ROUND.FINISHED_AT, now)
                .where(SELF_ROUND.ROUND_ID.eq(id.value()), SELF_ROUND.FINISHED_AT.isNull())
                .execute();
    }

    /** Deletes a round with its ratings and whom it was shown to. */
    void delete(SelfRoundId id) {
        sql.deleteFrom(SELF_ROUND).where(SELF_ROUND.ROUND_ID.eq(id.value())).execute();
    }

    List<Rated> ratings(SelfRoundId id) {
        return sql.select(SELF_RATING.KIND, SELF_RATING.NUMBER, SELF_RATING.TEXT, SELF_RATING.RATING)
                .from(SELF_RATING)
                .where(SELF_RATING.ROUND_ID.eq(id.value()))
                .orderBy(SELF_RATING.KIND, SELF_RATING.NUMBER)
                .fetch(mapping(Rated::new));
    }

    void rate(SelfRoundId id, NosElement element, int rating, Instant now) {
        sql.insertInto(SELF_RATING)
                .set(SELF_RATING.ROUND_ID, id.value())
                .set(SELF_RATING.KIND, element.kind().name())
                .set(SELF_RATING.NUMBER, element.number())
                .set(SELF_RATING.TEXT, element.text())
                .set(SELF_RATING.RATING, rating)
                .set(SELF_RATING.RATED_AT, now)
                .onConflict(SELF_RATING.ROUND_ID, SELF_RATING.KIND, SELF_RATING.NUMBER)
                .doUpdate()
                .set(SELF_RATING.TEXT, element.text())
                .set(SELF_RATING.RATING, rating)
                .set(SELF_RATING.RATED_AT, now)
                .execute();
    }

    Optional<Share> share(SelfRoundId id) {
        return sql.select(SELF_SHARE.READER_ID.convertFrom(PersonId::new), SELF_SHARE.SHARED_AT)
                .from(SELF_SHARE)
                .where(SELF_SHARE.ROUND_ID.eq(id.value()))
                .fetchOptional(mapping(Share::new));
    }

    /** False if it is shown to somebody already. */
    boolean insertShare(SelfRoundId id, PersonId reader, Instant now) {
        return sql.insertInto(SELF_SHARE)
                        .set(SELF_SHARE.ROUND_ID, id.value())
                        .set(SELF_SHARE.READER_ID, reader.value())
                        .set(SELF_SHARE.SHARED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** False if it was shown to nobody. */
    boolean deleteShare(SelfRoundId id) {
        return sql.deleteFrom(SELF_SHARE)
                        .where(SELF_SHARE.ROUND_ID.eq(id.value()))
                        .execute()
                == 1;
    }
}
