package org.startex.competency;

import static org.jooq.Records.mapping;
import static org.startex.db.Tables.DEVELOPMENT_NEED;
import static org.startex.db.Tables.DEVELOPMENT_NEED_ACT;
import static org.startex.db.Tables.PERSON;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.startex.kernel.KsbCode;
import org.startex.kernel.LessonId;
import org.startex.kernel.PersonId;

/** Development needs and what was done about them. Both are added and never changed. */
@Repository
class NeedRepository {
    private final DSLContext sql;

    NeedRepository(DSLContext sql) {
        this.sql = sql;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Row(UUID id, @Nullable UUID person, String role, UUID lesson, String text, String[] ksbs) {
        Need need(List<Need.Step> steps) {
            return new Need(
                    new NeedId(id),
                    person == null ? null : new PersonId(person),
                    role,
                    new LessonId(lesson),
                    text,
                    Stream.of(ksbs).map(KsbCode::new).toList(),
                    steps);
        }
    }

    private record StepRow(UUID need, int number, Instant at, UUID by, String name, String state, String reason) {
        Need.Step step() {
            return new Need.Step(number, at, new PersonId(by), name, NeedState.valueOf(state), reason);
        }
    }

    void insert(Need need) {
        PersonId person = need.person();
        sql.insertInto(DEVELOPMENT_NEED)
                .set(DEVELOPMENT_NEED.NEED_ID, need.id().value())
                .set(DEVELOPMENT_NEED.PERSON_ID, person == null ? null : person.value())
                .set(DEVELOPMENT_NEED.ROLE, need.role())
                .set(DEVELOPMENT_NEED.LESSON_ID, need.lesson().value())
                .set(DEVELOPMENT_NEED.TEXT, need.text())
                .set(
                        DEVELOPMENT_NEED.KSBS,
                        need.ksbs().stream().map(KsbCode::value).toArray(String[]::new))
                .execute();
        need.history().forEach(step -> insert(need.id(), step));
    }

    /** Fails on a number that is taken: somebody else was faster. */
    void insert(NeedId need, Need.Step step) {
        sql.insertInto(DEVELOPMENT_NEED_ACT)
                .set(DEVELOPMENT_NEED_ACT.NEED_ID, need.value())
                .set(DEVELOPMENT_NEED_ACT.NUMBER, step.number())
                .set(DEVELOPMENT_NEED_ACT.AT, step.at())
                .set(DEVELOPMENT_NEED_ACT.BY_ID, step.by().value())
                .set(DEVELOPMENT_NEED_ACT.STATE, step.state().name())
                .set(DEVELOPMENT_NEED_ACT.REASON, step.reason())
                .execute();
    }

    Optional<Need> need(NeedId id) {
        return needs(DEVELOPMENT_NEED.NEED_ID.eq(id.value())).stream().findFirst();
    }

    List<Need> of(PersonId person) {
        return needs(DEVELOPMENT_NEED.PERSON_ID.eq(person.value()));
    }

    List<Need> ofRoles() {
        return needs(DEVELOPMENT_NEED.PERSON_ID.isNull());
    }

    List<Need> from(LessonId lesson) {
        return needs(DEVELOPMENT_NEED.LESSON_ID.eq(lesson.value()));
    }

    private List<Need> needs(Condition which) {
        List<Row> rows = sql.select(
                        DEVELOPMENT_NEED.NEED_ID,
                        DEVELOPMENT_NEED.PERSON_ID,
                        DEVELOPMENT_NEED.ROLE,
                        DEVELOPMENT_NEED.LESSON_ID,
                        DEVELOPMENT_NEED.TEXT,
                        DEVELOPMENT_NEED.KSBS)
                .from(DEVELOPMENT_NEED)
                .where(which)
                .orderBy(DEVELOPMENT_NEED.ROLE, DEVELOPMENT_NEED.NEED_ID)
                .fetch(mapping(Row::new));
        Map<UUID, List<Need.Step>> steps = sql
                .select(
                        DEVELOPMENT_NEED_ACT.NEED_ID,
                        DEVELOPMENT_NEED_ACT.NUMBER,
                        DEVELOPMENT_NEED_ACT.AT,
                        DEVELOPMENT_NEED_ACT.BY_ID,
                        PERSON.NAME,
                        DEVELOPMENT_NEED_ACT.STATE,
                        DEVELOPMENT_NEED_ACT.REASON)
                .from(DEVELOPMENT_NEED_ACT)
                .join(PERSON)
                .on(PERSON.PERSON_ID.eq(DEVELOPMENT_NEED_ACT.BY_ID))
                .where(DEVELOPMENT_NEED_ACT.NEED_ID.in(
                        rows.stream().map(Row::id).toList()))
                .orderBy(DEVELOPMENT_NEED_ACT.NEED_ID, DEVELOPMENT_NEED_ACT.NUMBER)
                .fetch(mapping(StepRow::new))
                .stream()
                .collect(Collectors.groupingBy(StepRow::need, Collectors.mapping(StepRow::step, Collectors.toList())));
        return rows.stream()
                .map(row -> row.need(steps.getOrDefault(row.id, List.of())))
                .toList();
    }
}
