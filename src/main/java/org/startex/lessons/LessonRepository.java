package org.startex.lessons;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.startex.db.Tables.LESSON;
import static org.startex.db.Tables.LESSON_ACTION;
import static org.startex.db.Tables.LESSON_ATTACHMENT;
import static org.startex.db.Tables.LESSON_HISTORY;
import static org.startex.db.Tables.LESSON_JUDGEMENT;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.startex.db.tables.records.LessonRecord;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.FindingId;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.LessonId;
import org.startex.kernel.PersonId;

/** Lessons as they stand, and the steps that led there. */
@Repository
class LessonRepository {
    private static final long NUMBER_LOCK = 0x4c65736eL;

    private final DSLContext sql;

    LessonRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Holds off other new lessons until the commit, so that numbers have no gaps. */
    int nextNumber() {
        sql.fetch("select pg_advisory_xact_lock({0})", inline(NUMBER_LOCK));
        return sql.select(coalesce(max(LESSON.NUMBER), 0))
                        .from(LESSON)
                        .fetchSingle()
                        .value1()
                + 1;
    }

    /** The lesson, with other acts on it held off until the commit. */
    Optional<Lesson> forChange(LessonId id) {
        return sql.select(LESSON.LESSON_ID)
                .from(LESSON)
                .where(LESSON.LESSON_ID.eq(id.value()))
                .forUpdate()
                .fetchOptional()
                .flatMap(found -> lesson(id));
    }

    Optional<Lesson> lesson(LessonId id) {
        return where(LESSON.LESSON_ID.eq(id.value())).stream().findFirst();
    }

    Optional<Lesson> lesson(int number) {
        return where(LESSON.NUMBER.eq(number)).stream().findFirst();
    }

    List<Lesson> lessons(Collection<LessonId> ids) {
        return where(LESSON.LESSON_ID.in(ids.stream().map(LessonId::value).toList()));
    }

    List<Lesson> of(FindingId finding) {
        return where(LESSON.FINDING_ID.eq(finding.value()));
    }

    List<Lesson> lessons(LessonFilter filter) {
        Condition which = trueCondition();
        for (String word : filter.search().strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                which = which.and(LESSON.TITLE
                        .containsIgnoreCase(word)
                        .or(LESSON.RECOMMENDATION.containsIgnoreCase(word))
                        .or(LESSON.THEME.containsIgnoreCase(word))
                        .or(LESSON.NUMBER.cast(String.class).eq(word)));
            }
        }
        if (!filter.states().isEmpty()) {
            which = which.and(
                    LESSON.STATE.in(filter.states().stream().map(Enum::name).toList()));
        }
        if (filter.theme() != null) {
            which = which.and(LESSON.THEME.eq(filter.theme()));
        }
        if (filter.owner() != null) {
            which = which.and(LESSON.OWNER_ID.eq(filter.owner().value()));
        }
        if (filter.overdueOn() != null) {
            which = which.and(LESSON.DUE.lt(filter.overdueOn()))
                    .and(LESSON.STATE.in(LessonState.IDENTIFIED.name(), LessonState.ACCEPTED.name()));
        }
        return where(which);
    }

    /** Lessons with an action of this person. */
    List<Lesson> withActionOf(PersonId person) {
        return where(LESSON.LESSON_ID.in(
                select(LESSON_ACTION.LESSON_ID).from(LESSON_ACTION).where(LESSON_ACTION.OWNER_ID.eq(person.value()))));
    }

    /** Lessons that an inject of this scenario tests or has tested. */
    List<Lesson> attachedTo(String slug) {
        return where(LESSON.LESSON_ID.in(
                select(LESSON_ATTACHMENT.LESSON_ID).from(LESSON_ATTACHMENT).where(LESSON_ATTACHMENT.SLUG.eq(slug))));
    }

    /** Lessons whose finding, or one of whose judgements, cites an entry. */
    List<Lesson> citing(ExerciseId exercise, long seq) {
        Long[] one = {seq};
        return where(LESSON.EXERCISE_ID
                .eq(exercise.value())
                .and(LESSON.CITES.contains(one))
                .or(LESSON.LESSON_ID.in(select(LESSON_JUDGEMENT.LESSON_ID)
                        .from(LESSON_JUDGEMENT)
                        .where(
                                LESSON_JUDGEMENT.EXERCISE_ID.eq(exercise.value()),
                                LESSON_JUDGEMENT.CITES.contains(one)))));
    }

    private List<Lesson> where(Condition which) {
        List<LessonRecord> rows =
                sql.selectFrom(LESSON).where(which).orderBy(LESSON.NUMBER).fetch();
        Set<UUID> ids = rows.stream().map(LessonRecord::getLessonId).collect(Collectors.toSet());
        Map<UUID, List<LessonAction>> actions = sql.selectFrom(LESSON_ACTION)
                .where(LESSON_ACTION.LESSON_ID.in(ids))
                .orderBy(LESSON_ACTION.NUMBER)
                .fetchGroups(
                        LESSON_ACTION.LESSON_ID,
                        r -> new LessonAction(
                                r.getNumber(),
                                r.getText(),
                                new PersonId(r.getOwnerId()),
                                r.getDue(),
                                r.getDoneAt(),
                                r.getEvidence(),
                                r.getDroppedWhy()));
        Map<UUID, List<LessonAttachment>> attachments = sql.selectFrom(LESSON_ATTACHMENT)
                .where(LESSON_ATTACHMENT.LESSON_ID.in(ids))
                .orderBy(LESSON_ATTACHMENT.NUMBER)
                .fetchGroups(
                        LESSON_ATTACHMENT.LESSON_ID,
                        r -> new LessonAttachment(
                                r.getNumber(),
                                r.getAttachedAt(),
                                new ScenarioInject(r.getSlug(), new InjectNumber(r.getInject())),
                                r.getTakenOffAt()));
        Map<UUID, List<LessonJudgement>> judgements = sql.selectFrom(LESSON_JUDGEMENT)
                .where(LESSON_JUDGEMENT.LESSON_ID.in(ids))
                .orderBy(LESSON_JUDGEMENT.JUDGED_AT, LESSON_JUDGEMENT.ATTACHMENT)
                .fetchGroups(
                        LESSON_JUDGEMENT.LESSON_ID,
                        r -> new LessonJudgement(
                                new LessonTestId(
                                        new LessonId(r.getLessonId()),
                                        r.getAttachment(),
                                        new ExerciseId(r.getExerciseId())),
                                r.getEndedAt(),
                                Held.valueOf(r.getHeld()),
                                r.getReason(),
                                List.of(r.getCites()),
                                new PersonId(r.getJudgedBy()),
                                r.getJudgedAt()));
        return rows.stream()
                .map(r -> lesson(
                        r,
                        actions.getOrDefault(r.getLessonId(), List.of()),
                        attachments.getOrDefault(r.getLessonId(), List.of()),
                        judgements.getOrDefault(r.getLessonId(), List.of())))
                .toList();
    }

    private static Lesson lesson(
            LessonRecord r,
            List<LessonAction> actions,
            List<LessonAttachment> attachments,
            List<LessonJudgement> judgements) {
        return new Lesson(
                new LessonId(r.getLessonId()),
                r.getNumber(),
                new Lesson.Origin(
                        new FindingId(r.getFindingId()), new ExerciseId(r.getExerciseId()), List.of(r.getCites())),
                new LessonDraft(r.getTitle(), r.getRecommendation(), r.getTheme(), r.getSkill()),
                life(r),
                person(r.getOwnerId()),
                Arrays.stream(r.getFormerOwners()).map(PersonId::new).toList(),
                r.getDue(),
                actions,
                attachments,
                judgements,
                new PersonId(r.getIdentifiedBy()),
                r.getIdentifiedAt(),
                r.getChangedAt(),
                r.getSteps());
    }

    private static LessonLife life(LessonRecord r) {
        return switch (LessonState.valueOf(r.getState())) {
            case IDENTIFIED -> new LessonLife.Identified();
            case ACCEPTED ->
                new LessonLife.Accepted(r.getReopenedBy() == null ? null : new ExerciseId(r.getReopenedBy()));
            case DECLINED -> new LessonLife.Declined(r.getDeclinedWhy());
            case IMPLEMENTED -> new LessonLife.Implemented(r.getEvidence(), r.getImplementedAt());
            case EMBEDDED ->
                new LessonLife.Embedded(
                        r.getEvidence(), r.getImplementedAt(), new ExerciseId(r.getEmbeddedBy()), r.getShownAt());
        };
    }

    private static @Nullable PersonId person(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }

    /** Takes steps down, and with them the lesson as it now stands. */
    void save(Lesson now, List<LessonStep> steps) {
        saveLesson(now);
        now.actions().forEach(action -> saveAction(now.id(), action));
        now.attachments().forEach(attachment -> saveAttachment(now.id(), attachment));
        now.judgements().forEach(this::saveJudgement);
        steps.forEach(step -> sql.insertInto(LESSON_HISTORY)
                .set(LESSON_HISTORY.LESSON_ID, step.lesson().value())
                .set(LESSON_HISTORY.STEP, step.step())
                .set(LESSON_HISTORY.ACT, LessonJson.act(step.fact()))
                .set(LESSON_HISTORY.ACTED_BY, step.by().value())
                .set(LESSON_HISTORY.ACTED_AT, step.at())
                .set(LESSON_HISTORY.FACTS, LessonJson.write(step.fact()))
                .execute());
    }

    private void saveLesson(Lesson now) {
        LessonRecord r = sql.newRecord(LESSON);
        r.setLessonId(now.id().value());
        r.setNumber(now.number());
        r.setFindingId(now.finding().value());
        r.setExerciseId(now.exercise().value());
        r.setCites(now.cites().toArray(Long[]::new));
        r.setTitle(now.title());
        r.setRecommendation(now.recommendation());
        r.setTheme(now.theme());
        r.setSkill(now.skill());
        r.setState(now.state().name());
        r.setDeclinedWhy(now.life() instanceof LessonLife.Declined declined ? declined.reason() : null);
        r.setReopenedBy(now.reopenedBy().map(ExerciseId::value).orElse(null));
        r.setEvidence(null);
        r.setImplementedAt(null);
        r.setEmbeddedBy(null);
        r.setShownAt(null);
        switch (now.life()) {
            case LessonLife.Implemented made -> {
                r.setEvidence(made.evidence());
                r.setImplementedAt(made.since());
            }
            case LessonLife.Embedded shown -> {
                r.setEvidence(shown.evidence());
                r.setImplementedAt(shown.since());
                r.setEmbeddedBy(shown.by().value());
                r.setShownAt(shown.shownAt());
            }
            case LessonLife.Identified plain -> {}
            case LessonLife.Accepted plain -> {}
            case LessonLife.Declined plain -> {}
        }
        PersonId owner = now.owner();
        r.setOwnerId(owner == null ? null : owner.value());
        r.setFormerOwners(now.formerOwners().stream().map(PersonId::value).toArray(UUID[]::new));
        r.setDue(now.due());
        r.setIdentifiedBy(now.identifiedBy().value());
        r.setIdentifiedAt(now.identifiedAt());
        r.setChangedAt(now.changedAt());
        r.setSteps(now.steps());
        sql.insertInto(LESSON)
                .set(r)
                .onConflict(LESSON.LESSON_ID)
                .doUpdate()
                .set(r)
                .execute();
    }

    private void saveAction(LessonId lesson, LessonAction action) {
        sql.insertInto(LESSON_ACTION)
                .set(LESSON_ACTION.LESSON_ID, lesson.value())
                .set(LESSON_ACTION.NUMBER, action.number())
                .set(LESSON_ACTION.TEXT, action.text())
                .set(LESSON_ACTION.OWNER_ID, action.owner().value())
                .set(LESSON_ACTION.DUE, action.due())
                .set(LESSON_ACTION.DONE_AT, action.doneAt())
                .set(LESSON_ACTION.EVIDENCE, action.evidence())
                .set(LESSON_ACTION.DROPPED_WHY, action.droppedWhy())
                .onConflict(LESSON_ACTION.LESSON_ID, LESSON_ACTION.NUMBER)
                .doUpdate()
                .set(LESSON_ACTION.DONE_AT, DSL.excluded(LESSON_ACTION.DONE_AT))
                .set(LESSON_ACTION.EVIDENCE, DSL.excluded(LESSON_ACTION.EVIDENCE))
                .set(LESSON_ACTION.DROPPED_WHY, DSL.excluded(LESSON_ACTION.DROPPED_WHY))
                .execute();
    }

    private void saveAttachment(LessonId lesson, LessonAttachment attachment) {
        ScenarioInject inject = Objects.requireNonNull(attachment.inject());
        sql.insertInto(LESSON_ATTACHMENT)
                .set(LESSON_ATTACHMENT.LESSON_ID, lesson.value())
                .set(LESSON_ATTACHMENT.NUMBER, attachment.number())
                .set(LESSON_ATTACHMENT.SLUG, inject.slug())
                .set(LESSON_ATTACHMENT.INJECT, inject.number().value())
                .set(LESSON_ATTACHMENT.ATTACHED_AT, attachment.at())
                .set(LESSON_ATTACHMENT.TAKEN_OFF_AT, attachment.takenOffAt())
                .onConflict(LESSON_ATTACHMENT.LESSON_ID, LESSON_ATTACHMENT.NUMBER)
                .doUpdate()
                .set(LESSON_ATTACHMENT.TAKEN_OFF_AT, DSL.excluded(LESSON_ATTACHMENT.TAKEN_OFF_AT))
                .execute();
    }

    private void saveJudgement(LessonJudgement said) {
        sql.insertInto(LESSON_JUDGEMENT)
                .set(LESSON_JUDGEMENT.LESSON_ID, said.test().lesson().value())
                .set(LESSON_JUDGEMENT.ATTACHMENT, said.test().attachment())
                .set(LESSON_JUDGEMENT.EXERCISE_ID, said.test().exercise().value())
                .set(LESSON_JUDGEMENT.ENDED_AT, said.endedAt())
                .set(LESSON_JUDGEMENT.HELD, said.held().name())
                .set(LESSON_JUDGEMENT.REASON, said.reason())
                .set(LESSON_JUDGEMENT.CITES, said.cites().toArray(Long[]::new))
                .set(LESSON_JUDGEMENT.JUDGED_BY, said.by().value())
                .set(LESSON_JUDGEMENT.JUDGED_AT, said.at())
                .onConflictDoNothing()
                .execute();
    }

    /** Everybody who has a part in a lesson. */
    Set<PersonId> people() {
        return sql.select(LESSON.OWNER_ID)
                .from(LESSON)
                .where(LESSON.OWNER_ID.isNotNull())
                .union(select(LESSON.IDENTIFIED_BY).from(LESSON))
                .union(select(LESSON_ACTION.OWNER_ID).from(LESSON_ACTION))
                .union(select(LESSON_HISTORY.ACTED_BY).from(LESSON_HISTORY))
                .fetchSet(r -> new PersonId(r.value1()));
    }

    /** Exercises in which lessons were found or judged. */
    Set<ExerciseId> exercises() {
        return sql.select(LESSON.EXERCISE_ID)
                .from(LESSON)
                .union(select(LESSON_JUDGEMENT.EXERCISE_ID).from(LESSON_JUDGEMENT))
                .fetchSet(r -> new ExerciseId(r.value1()));
    }

    /** Every step of a lesson, the first first. */
    List<LessonStep> history(LessonId id) {
        return sql.selectFrom(LESSON_HISTORY)
                .where(LESSON_HISTORY.LESSON_ID.eq(id.value()))
                .orderBy(LESSON_HISTORY.STEP)
                .fetch(r -> new LessonStep(
                        id,
                        r.getStep(),
                        r.getActedAt(),
                        new PersonId(r.getActedBy()),
                        LessonJson.read(r.getAct(), r.getFacts())));
    }
}
