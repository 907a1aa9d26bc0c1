package org.startex.lessons;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.FindingId;
import org.startex.kernel.LessonId;
import org.startex.kernel.PersonId;

/**
 * One lesson, with where it stands and all that belongs to it. Immutable.
 *
 * @param number in the installation, from 1, as people say it
 * @param formerOwners who owned it before; they may not judge it either
 * @param due by when the change is to be made
 * @param changedAt when anything was last done to it
 * @param steps how many steps its history has
 */
public record Lesson(
        LessonId id,
        int number,
        Origin origin,
        LessonDraft draft,
        LessonLife life,
        @Nullable PersonId owner,
        List<PersonId> formerOwners,
        @Nullable LocalDate due,
        List<LessonAction> actions,
        List<LessonAttachment> attachments,
        List<LessonJudgement> judgements,
        PersonId identifiedBy,
        Instant identifiedAt,
        Instant changedAt,
        int steps) {
    public Lesson {
        formerOwners = List.copyOf(formerOwners);
        actions = List.copyOf(actions);
        attachments = List.copyOf(attachments);
        judgements = List.copyOf(judgements);
    }

    /**
     * Where a lesson comes from.
     *
     * @param cites sequences that the finding cited when the lesson was identified
     */
    public record Origin(FindingId finding, ExerciseId exercise, List<Long> cites) {
        public Origin {
            cites = List.copyOf(cites);
        }
    }

    /** Where it stands. */
    public LessonState state() {
        return life.state();
    }

    /** The lesson in a line. */
    public String title() {
        return draft.title();
    }

    /** What should change. */
    public String recommendation() {
        return draft.recommendation();
    }

    /** What it is about. */
    public String theme() {
        return draft.theme();
    }

    /** Whether it is about what people know or can do. */
    public boolean skill() {
        return draft.skill();
    }

    /** The finding it comes from. */
    public FindingId finding() {
        return origin.finding();
    }

    /** The exercise in which it was found. */
    public ExerciseId exercise() {
        return origin.exercise();
    }

    /** Sequences in that exercise's record. */
    public List<Long> cites() {
        return origin.cites();
    }

    /** The exercise that opened it again, while it waits for another change. */
    public Optional<ExerciseId> reopenedBy() {
        return life instanceof LessonLife.Accepted accepted
                ? Optional.ofNullable(accepted.reopenedBy())
                : Optional.empty();
    }

    /** Whether the change has not been made although its day has passed. */
    public boolean overdue(LocalDate today) {
        boolean waits = state() == LessonState.IDENTIFIED || state() == LessonState.ACCEPTED;
        return waits && due != null && due.isBefore(today);
    }

    /** The action with this number. */
    public Optional<LessonAction> action(int which) {
        return actions.stream().filter(action -> action.number() == which).findFirst();
    }

    /** Actions that still wait to be done. */
    public List<LessonAction> openActions() {
        return actions.stream().filter(LessonAction::open).toList();
    }

    /** The attachment with this number. */
    public Optional<LessonAttachment> attachment(int which) {
        return attachments.stream()
                .filter(attachment -> attachment.number() == which)
                .findFirst();
    }

    /** What was said of a test, if anything yet. */
    public Optional<LessonJudgement> judgement(LessonTestId test) {
        return judgements.stream().filter(said -> said.test().equals(test)).findFirst();
    }

    /** Whether the person owns it or has owned it. */
    public boolean ownedBy(PersonId person) {
        return person.equals(owner) || formerOwners.contains(person);
    }

    /** The same for readers who may not see the library. */
    Lesson withoutInjects() {
        return withAttachments(
                attachments.stream().map(LessonAttachment::withoutInject).toList());
    }

    Lesson at(Instant when, int step) {
        return new Lesson(
                id,
                number,
                origin,
                draft,
                life,
                owner,
                formerOwners,
                due,
                actions,
                attachments,
                judgements,
                identifiedBy,
                identifiedAt,
                when,
                step);
    }

    Lesson in(LessonLife next) {
        return new Lesson(
                id,
                number,
                origin,
                draft,
                next,
                owner,
                formerOwners,
                due,
                actions,
                attachments,
                judgements,
                identifiedBy,
                identifiedAt,
                changedAt,
                steps);
    }

    Lesson worded(LessonDraft words) {
        return new Lesson(
                id,
                number,
                origin,
                words,
                life,
                owner,
                formerOwners,
                due,
                actions,
                attachments,
                judgements,
                identifiedBy,
                identifiedAt,
                changedAt,
                steps);
    }

    Lesson planned(@Nullable PersonId next, @Nullable LocalDate by) {
        PersonId before = owner;
        List<PersonId> former = before == null || before.equals(next) || formerOwners.contains(before)
                ? formerOwners
                : Stream.concat(formerOwners.stream(), Stream.of(before)).toList();
        return new Lesson(
                id,
                number,
                origin,
                draft,
                life,
                next,
                former,
                by,
                actions,
                attachments,
                judgements,
                identifiedBy,
                identifiedAt,
                changedAt,
                steps);
    }

    Lesson withActions(List<LessonAction> all) {
        return new Lesson(
                id,
                number,
                origin,
                draft,
                life,
                owner,
                formerOwners,
                due,
                all,
                attachments,
                judgements,
                identifiedBy,
                identifiedAt,
                changedAt,
                steps);
    }

    Lesson withAttachments(List<LessonAttachment> all) {
        return new Lesson(
                id,
                number,
                origin,
                draft,
                life,
                owner,
                formerOwners,
                due,
                actions,
                all,
                judgements,
                identifiedBy,
                identifiedAt,
                changedAt,
                steps);
    }

    Lesson withJudgements(List<LessonJudgement> all) {
        return new Lesson(
                id,
                number,
                origin,
                draft,
                life,
                owner,
                formerOwners,
                due,
                actions,
                attachments,
                all,
                identifiedBy,
                identifiedAt,
                changedAt,
                steps);
    }
}
