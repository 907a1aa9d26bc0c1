package org.startex.debrief;

import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.startex.db.Tables.FINDING;
import static org.startex.db.Tables.FINDING_CITE;
import static org.startex.db.Tables.FINDING_HISTORY;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.startex.kernel.EntryRef;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.FindingId;
import org.startex.kernel.PersonId;

/** Findings, what they cite, and every version they had. */
@Repository
class FindingRepository {
    /** A finding without names. */
    record Row(
            FindingId id,
            ExerciseId exercise,
            int number,
            int version,
            FindingDraft content,
            PersonId by,
            Instant at,
            @Nullable Gone gone) {}

    /** That it was withdrawn. */
    record Gone(PersonId by, Instant at, String reason) {}

    /** A version without names. */
    record Step(int version, FindingVersion.Act act, PersonId by, Instant at, String reason, FindingDraft content) {}

    private static final Field<Long[]> CITES =
            field(select(arrayAgg(FINDING_CITE.SEQ).orderBy(FINDING_CITE.SEQ))
                    .from(FINDING_CITE)
                    .where(FINDING_CITE.EXERCISE_ID.eq(FINDING.EXERCISE_ID), FINDING_CITE.NUMBER.eq(FINDING.NUMBER)));

    private final DSLContext sql;

    FindingRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Holds off other findings of the exercise until the commit, so that numbers have no gaps. */
    void lock(ExerciseId exercise) {
        sql.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 0))", val("finding " + exercise.value()));
    }

    int nextNumber(ExerciseId exercise) {
        return sql.select(coalesce(max(FINDING.NUMBER), 0))
                        .from(FINDING)
                        .where(FINDING.EXERCISE_ID.eq(exercise.value()))
                        .fetchSingle()
                        .value1()
                + 1;
    }

    void insert(FindingId id, ExerciseId exercise, int number, FindingDraft draft, PersonId by, Instant now) {
        sql.insertInto(FINDING)
                .set(FINDING.EXERCISE_ID, exercise.value())
                .set(FINDING.NUMBER, number)
                .set(FINDING.FINDING_ID, id.value())
                .set(FINDING.VERSION, 1)
                .set(FINDING.WHAT, draft.what())
                .set(FINDING.EXPECTED, draft.expected())
                .set(FINDING.WHY, draft.why())
                .set(FINDING.THEME, draft.theme())
                .set(FINDING.GOOD_PRACTICE, draft.goodPractice())
                .set(FINDING.WRITTEN_BY, by.value())
                .set(FINDING.WRITTEN_AT, now)
                .execute();
        insertCites(exercise, number, draft);
        step(exercise, number, 1, FindingVersion.Act.RECORDED, "", draft, by, now);
    }

    /** False, and nothing changed, when the finding has another version meanwhile or was withdrawn. */
    boolean change(Row old, FindingDraft draft, PersonId by, Instant now) {
        int version = old.version() + 1;
        boolean changed = sql.update(FINDING)
                        .set(FINDING.VERSION, version)
                        .set(FINDING.WHAT, draft.what())
                        .set(FINDING.EXPECTED, draft.expected())
                        .set(FINDING.WHY, draft.why())
                        .set(FINDING.THEME, draft.theme())
                        .set(FINDING.GOOD_PRACTICE, draft.goodPractice())
                        .where(isStill(old))
                        .execute()
                == 1;
        if (changed) {
            sql.deleteFrom(FINDING_CITE)
                    .where(FINDING_CITE.EXERCISE_ID.eq(old.exercise().value()), FINDING_CITE.NUMBER.eq(old.number()))
                    .execute();
            insertCites(old.exercise(), old.number(), draft);
            step(old.exercise(), old.number(), version, FindingVersion.Act.CHANGED, "", draft, by, now);
        }
        return changed;
    }

    /** False, and nothing changed, when the finding has another version meanwhile or was withdrawn. */
    boolean withdraw(Row old, String reason, PersonId by, Instant now) {
        int version = old.version() + 1;
        boolean changed = sql.update(FINDING)
                        .set(FINDING.VERSION, version)
                        .set(FINDING.WITHDRAWN_BY, by.value())
                        .set(FINDING.WITHDRAWN_AT, now)
                        .set(FINDING.WITHDRAWN_WHY, reason)
                        .where(isStill(old))
                        .execute()
                == 1;
        if (changed) {
            step(old.exercise(), old.number(), version, FindingVersion.Act.WITHDRAWN, reason, old.content(), by, now);
        }
        return changed;
    }

    private static Condition isStill(Row old) {
        return FINDING.FINDING_ID
                .eq(old.id().value())
                .and(FINDING.VERSION.eq(old.version()))
                .and(FINDING.WITHDRAWN_AT.isNull());
    }

    private void insertCites(ExerciseId exercise, int number, FindingDraft draft) {
        var insert = sql.insertInto(FINDING_CITE, FINDING_CITE.EXERCISE_ID, FINDING_CITE.NUMBER, FINDING_CITE.SEQ);
        for (long seq : draft.cites()) {
            insert = insert.values(exercise.value(), number, seq);
        }
        insert.execute();
    }

    private void step(
            ExerciseId exercise,
            int number,
            int version,
            FindingVersion.Act act,
            String reason,
            FindingDraft draft,
            PersonId by,
            Instant now) {
        sql.insertInto(FINDING_HISTORY)
                .set(FINDING_HISTORY.EXERCISE_ID, exercise.value())
                .set(FINDING_HISTORY.NUMBER, number)
                .set(FINDING_HISTORY.VERSION, version)
                .set(FINDING_HISTORY.ACT, act.name())
                .set(FINDING_HISTORY.ACTED_BY, by.value())
                .set(FINDING_HISTORY.ACTED_AT, now)
                .set(FINDING_HISTORY.REASON, reason)
                .set(FINDING_HISTORY.WHAT, draft.what())
                .set(FINDING_HISTORY.EXPECTED, draft.expected())
                .set(FINDING_HISTORY.WHY, draft.why())
                .set(FINDING_HISTORY.THEME, draft.theme())
                .set(FINDING_HISTORY.GOOD_PRACTICE, draft.goodPractice())
                .set(FINDING_HISTORY.CITES, draft.cites().toArray(Long[]::new))
                .execute();
    }

    /** All findings of an exercise by number, withdrawn ones among them. */
    List<Row> findings(ExerciseId exercise) {
        return rows(FINDING.EXERCISE_ID.eq(exercise.value()));
    }

    Optional<Row> finding(FindingId id) {
        return rows(FINDING.FINDING_ID.eq(id.value())).stream().findFirst();
    }

    /** Findings that stand and cite the entry. */
    List<Row> citing(EntryRef entry) {
        return rows(FINDING.EXERCISE_ID
                .eq(entry.exercise().value())
                .and(FINDING.WITHDRAWN_AT.isNull())
                .and(exists(selectOne()
                        .from(FINDING_CITE)
                        .where(
                                FINDING_CITE.EXERCISE_ID.eq(FINDING.EXERCISE_ID),
                                FINDING_CITE.NUMBER.eq(FINDING.NUMBER),
                                FINDING_CITE.SEQ.eq(entry.seq())))));
    }

    private List<Row> rows(Condition which) {
        return sql.select(
                        FINDING.FINDING_ID,
                        FINDING.EXERCISE_ID,
                        FINDING.NUMBER,
                        FINDING.VERSION,
                        FINDING.WHAT,
                        FINDING.EXPECTED,
                        FINDING.WHY,
                        FINDING.THEME,
                        FINDING.GOOD_PRACTICE,
                        CITES,
                        FINDING.WRITTEN_BY,
                        FINDING.WRITTEN_AT,
                        FINDING.WITHDRAWN_BY,
                        FINDING.WITHDRAWN_AT,
                        FINDING.WITHDRAWN_WHY)
                .from(FINDING)
                .where(which)
                .orderBy(FINDING.EXERCISE_ID, FINDING.NUMBER)
                .fetch(r -> new Row(
                        new FindingId(r.value1()),
                        new ExerciseId(r.value2()),
                        r.value3(),
                        r.value4(),
                        new FindingDraft(
                                r.value5(), r.value6(), r.value7(), r.value8(), r.value9(), List.of(r.value10())),
                        new PersonId(r.value11()),
                        r.value12(),
                        r.value13() == null ? null : new Gone(new PersonId(r.value13()), r.value14(), r.value15())));
    }

    List<Step> history(Row finding) {
        return sql.selectFrom(FINDING_HISTORY)
                .where(
                        FINDING_HISTORY.EXERCISE_ID.eq(finding.exercise().value()),
                        FINDING_HISTORY.NUMBER.eq(finding.number()))
                .orderBy(FINDING_HISTORY.VERSION)
                .fetch(r -> new Step(
                        r.getVersion(),
                        FindingVersion.Act.valueOf(r.getAct()),
                        new PersonId(r.getActedBy()),
                        r.getActedAt(),
                        r.getReason(),
                        new FindingDraft(
                                r.getWhat(),
                                r.getExpected(),
                                r.getWhy(),
                                r.getTheme(),
                                r.getGoodPractice(),
                                List.of(r.getCites()))));
    }
}
