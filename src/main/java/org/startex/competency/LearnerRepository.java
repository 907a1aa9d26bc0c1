package org.startex.competency;

import static org.jooq.Records.mapping;
import static org.startex.db.Tables.LEARNER;
import static org.startex.db.Tables.LEARNER_ASSESSOR;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.startex.kernel.PersonId;
import org.startex.standards.StandardReference;

/** Who is enrolled, and with which assessors. */
@Repository
class LearnerRepository {
    private final DSLContext sql;

    LearnerRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** An assessor whom a learner has named, and since when. */
    record Named(PersonId assessor, Instant since) {}

    /** False if the person is enrolled already. */
    boolean insert(PersonId person, StandardReference standard, Instant now) {
        return sql.insertInto(LEARNER)
                        .set(LEARNER.PERSON_ID, person.value())
                        .set(LEARNER.STANDARD, standard.reference())
                        .set(LEARNER.VERSION, standard.version())
                        .set(LEARNER.ENROLLED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<Instant> enrolledAt(PersonId person) {
        return sql.select(LEARNER.ENROLLED_AT)
                .from(LEARNER)
                .where(LEARNER.PERSON_ID.eq(person.value()))
                .fetchOptional(LEARNER.ENROLLED_AT);
    }

    /** False if the assessor is named already. */
    boolean name(PersonId learner, PersonId assessor, Instant now) {
        return sql.insertInto(LEARNER_ASSESSOR)
                        .set(LEARNER_ASSESSOR.LEARNER_ID, learner.value())
                        .set(LEARNER_ASSESSOR.ASSESSOR_ID, assessor.value())
                        .set(LEARNER_ASSESSOR.NAMED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** False if the assessor is not named. */
    boolean end(PersonId learner, PersonId assessor, Instant now) {
        return sql.update(LEARNER_ASSESSOR)
                        .set(LEARNER_ASSESSOR.ENDED_AT, now)
                        .where(
                                LEARNER_ASSESSOR.LEARNER_ID.eq(learner.value()),
                                LEARNER_ASSESSOR.ASSESSOR_ID.eq(assessor.value()),
                                LEARNER_ASSESSOR.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    /** The assessors of a learner now, the longest named first. */
    List<Named> assessorsOf(PersonId learner) {
        return sql.select(LEARNER_ASSESSOR.ASSESSOR_ID.convertFrom(PersonId::new), LEARNER_ASSESSOR.NAMED_AT)
                .from(LEARNER_ASSESSOR)
                .where(LEARNER_ASSESSOR.LEARNER_ID.eq(learner.value()), LEARNER_ASSESSOR.ENDED_AT.isNull())
                .orderBy(LEARNER_ASSESSOR.NAMED_AT, LEARNER_ASSESSOR.ASSESSOR_ID)
                .fetch(mapping(Named::new));
    }

    boolean isAssessor(PersonId learner, PersonId assessor) {
        return sql.fetchExists(
                LEARNER_ASSESSOR,
                LEARNER_ASSESSOR.LEARNER_ID.eq(learner.value()),
                LEARNER_ASSESSOR.ASSESSOR_ID.eq(assessor.value()),
                LEARNER_ASSESSOR.ENDED_AT.isNull());
    }

    /** Everybody who has named this assessor, the longest ago first. */
    List<PersonId> learnersOf(PersonId assessor) {
        return sql.select(LEARNER_ASSESSOR.LEARNER_ID)
                .from(LEARNER_ASSESSOR)
                .where(LEARNER_ASSESSOR.ASSESSOR_ID.eq(assessor.value()), LEARNER_ASSESSOR.ENDED_AT.isNull())
                .orderBy(LEARNER_ASSESSOR.NAMED_AT, LEARNER_ASSESSOR.LEARNER_ID)
                .fetch(mapping(PersonId::new));
    }
}
