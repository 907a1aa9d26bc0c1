package org.startex.lessons;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
        return with(copy -> {
            copy.changedAt = when;
            copy.steps = step;
        });
    }

    Lesson in(LessonLife next) {
        return with(copy -> copy.life = next);
    }

    Lesson worded(LessonDraft words) {
        return with(copy -> copy.draft = words);
    }

    Lesson planned(@Nullable PersonId next, @Nullable LocalDate by) {
        return with(copy -> {
            PersonId before = owner;
            if (before != null && !before.equals(next) && !formerOwners.contains(before)) {
                copy.formerOwners =
                        Stream.concat(formerOwners.stream(), Stream.of(before)).toList();
            }
            copy.owner = next;
            copy.due = by;
        });
    }

    Lesson withActions(List<LessonAction> all) {
        return with(copy -> copy.actions = all);
    }

    Lesson withAttachments(List<LessonAttachment> all) {
        return with(copy -> copy.attachments = all);
    }

    Lesson withJudgements(List<LessonJudgement> all) {
        return with(copy -> copy.judgements = all);
    }

    private Lesson with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return new Lesson(
                id,
                number,
                origin,
                copy.draft,
                copy.life,
                copy.owner,
                copy.formerOwners,
                copy.due,
                copy.actions,
                copy.attachments,
                copy.judgements,
                identifiedBy,
                identifiedAt,
                copy.changedAt,
                copy.steps);
    }

    /** What may change of a lesson, while it is changed. */
    private static final class Copy {
        private LessonDraft draft;
        private LessonLife life;
        private @Nullable PersonId owner;
        private List<PersonId> formerOwners;
        private @Nullable LocalDate due;
        private List<LessonAction> actions;
        private List<LessonAttachment> attachments;
        private List<LessonJudgement> judgements;
        private Instant changedAt;
        private int steps;

        private Copy(Lesson of) {
            draft = of.draft;
            life = of.life;
            owner = of.owner;
            formerOwners = of.formerOwners;
            due = of.due;
            actions = of.actions;
            attachments = of.attachments;
            judgements = of.judgements;
            changedAt = of.changedAt;
            steps = of.steps;
        }
    }
}
