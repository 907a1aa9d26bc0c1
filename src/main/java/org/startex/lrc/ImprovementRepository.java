package org.startex.lrc;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.row;
import static org.startex.db.Tables.IMPROVEMENT;
import static org.startex.db.Tables.IMPROVEMENT_HISTORY;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.LessonId;
import org.startex.kernel.LrcCode;
import org.startex.kernel.PersonId;

/** Improvement records and what was done with them. */
@Repository
class ImprovementRepository {
    private static final long LOCK = 0x4C7249L;
    private static final SelectField<ImprovementDraft> DRAFT = row(
                    IMPROVEMENT.TITLE,
                    IMPROVEMENT.STEP,
                    IMPROVEMENT.MODULE,
                    IMPROVEMENT.RESPONSE,
                    IMPROVEMENT.PROTOCOL,
                    IMPROVEMENT.GROUP,
                    IMPROVEMENT.OWNER_ROLE,
                    IMPROVEMENT.OWNER,
                    IMPROVEMENT.DUE,
                    IMPROVEMENT.VALUE,
                    IMPROVEMENT.JUDGED_BY,
                    IMPROVEMENT.KIND)
            .mapping((title, step, module, response, protocol, group, role, owner, due, value, judgedBy, kind) ->
                    new ImprovementDraft(
                            title,
                            new LrcCode(step),
                            code(module),
                            code(response),
                            protocol,
                            code(group),
                            role,
                            owner == null ? null : new PersonId(owner),
                            due,
                            value,
                            judgedBy,
                            ImprovementKind.valueOf(kind)));

    private final DSLContext sql;

    /** A line of history with who wrote it, not yet with their name. */
    record Entry(
            int number,
            int nr,
            Instant at,
            @Nullable PersonId by,
            ImprovementEvent event,
            ImprovementState state,
            String words,
            @Nullable ExerciseId exercise) {}

    ImprovementRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** One change at a time until the commit, so that numbers have no gaps. */
    void lock() {
        sql.fetch("select pg_advisory_xact_lock({0})", inline(LOCK));
    }

    int nextNumber() {
        return sql.select(max(IMPROVEMENT.NUMBER))
                        .from(IMPROVEMENT)
                        .fetchOptional(r -> r.value1())
                        .orElse(0)
                + 1;
    }

    List<Improvement> all() {
        return where(DSL.noCondition());
    }

    List<Improvement> of(Collection<LessonId> lessons) {
        return where(
                IMPROVEMENT.LESSON_ID.in(lessons.stream().map(LessonId::value).toList()));
    }

    Optional<Improvement> byNumber(int number) {
        return where(IMPROVEMENT.NUMBER.eq(number)).stream().findFirst();
    }

    private List<Improvement> where(Condition which) {
        return sql.select(
                        IMPROVEMENT.NUMBER,
                        IMPROVEMENT.LESSON_ID.convertFrom(LessonId::new),
                        DRAFT,
                        inline(""),
                        IMPROVEMENT.STATE.convertFrom(ImprovementState::valueOf),
                        IMPROVEMENT.REOPENED,
                        IMPROVEMENT.LESSON_REOPENINGS,
                        IMPROVEMENT.CHANGES,
                        IMPROVEMENT.AT)
                .from(IMPROVEMENT)
                .where(which)
                .orderBy(IMPROVEMENT.NUMBER)
                .fetch(mapping(Improvement::new));
    }

    void insert(Improvement record) {
        sql.insertInto(IMPROVEMENT)
                .set(IMPROVEMENT.NUMBER, record.number())
                .set(IMPROVEMENT.LESSON_ID, record.lesson().value())
                .set(values(record))
                .execute();
    }

    void update(Improvement record) {
        sql.update(IMPROVEMENT)
                .set(values(record))
                .where(IMPROVEMENT.NUMBER.eq(record.number()))
                .execute();
    }

    private static Map<Field<?>, Object> values(Improvement record) {
        ImprovementDraft draft = record.draft();
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        values.put(IMPROVEMENT.TITLE, draft.title());
        values.put(IMPROVEMENT.STEP, draft.step().value());
        values.put(IMPROVEMENT.MODULE, text(draft.module()));
        values.put(IMPROVEMENT.RESPONSE, text(draft.response()));
        values.put(IMPROVEMENT.PROTOCOL, draft.protocol());
        values.put(IMPROVEMENT.GROUP, text(draft.group()));
        values.put(IMPROVEMENT.OWNER_ROLE, draft.ownerRole());
        PersonId owner = draft.owner();
        values.put(IMPROVEMENT.OWNER, owner == null ? null : owner.value());
        values.put(IMPROVEMENT.DUE, record.due());
        values.put(IMPROVEMENT.VALUE, draft.value());
        values.put(IMPROVEMENT.JUDGED_BY, draft.judgedBy());
        values.put(IMPROVEMENT.KIND, draft.kind().name());
        values.put(IMPROVEMENT.STATE, record.state().name());
        values.put(IMPROVEMENT.REOPENED, record.reopened());
        values.put(IMPROVEMENT.LESSON_REOPENINGS, record.lessonReopenings());
        values.put(IMPROVEMENT.CHANGES, record.changes());
        values.put(IMPROVEMENT.AT, record.at());
        return values;
    }

    void append(Entry entry) {
        ExerciseId exercise = entry.exercise();
        PersonId by = entry.by();
        sql.insertInto(IMPROVEMENT_HISTORY)
                .set(IMPROVEMENT_HISTORY.NUMBER, entry.number())
                .set(IMPROVEMENT_HISTORY.NR, entry.nr())
                .set(IMPROVEMENT_HISTORY.AT, entry.at())
                .set(IMPROVEMENT_HISTORY.BY, by == null ? null : by.value())
                .set(IMPROVEMENT_HISTORY.ACT, entry.event().name())
                .set(IMPROVEMENT_HISTORY.STATE, entry.state().name())
                .set(IMPROVEMENT_HISTORY.WORDS, entry.words())
                .set(IMPROVEMENT_HISTORY.EXERCISE_ID, exercise == null ? null : exercise.value())
                .execute();
    }

    List<Entry> history(int number) {
        return history(IMPROVEMENT_HISTORY.NUMBER.eq(number));
    }

    /** When records were embedded or opened again, the earliest first. */
    List<Entry> turns() {
        return history(IMPROVEMENT_HISTORY.ACT.in(ImprovementEvent.EMBEDDED.name(), ImprovementEvent.REOPENED.name()));
    }

    private List<Entry> history(Condition which) {
        return sql.select(
                        IMPROVEMENT_HISTORY.NUMBER,
                        IMPROVEMENT_HISTORY.NR,
                        IMPROVEMENT_HISTORY.AT,
                        IMPROVEMENT_HISTORY.BY.convertFrom(by -> by == null ? null : new PersonId(by)),
                        IMPROVEMENT_HISTORY.ACT.convertFrom(ImprovementEvent::valueOf),
                        IMPROVEMENT_HISTORY.STATE.convertFrom(ImprovementState::valueOf),
                        IMPROVEMENT_HISTORY.WORDS,
                        IMPROVEMENT_HISTORY.EXERCISE_ID.convertFrom(
                                exercise -> exercise == null ? null : new ExerciseId(exercise)))
                .from(IMPROVEMENT_HISTORY)
                .where(which)
                .orderBy(IMPROVEMENT_HISTORY.AT, IMPROVEMENT_HISTORY.NUMBER, IMPROVEMENT_HISTORY.NR)
                .fetch(mapping(Entry::new));
    }

    private static @Nullable LrcCode code(@Nullable String text) {
        return text == null ? null : new LrcCode(text);
    }

    private static @Nullable String text(@Nullable LrcCode code) {
        return code == null ? null : code.value();
    }
}
