package org.startex.lessons;

import static org.startex.lessons.LessonRuling.accept;
import static org.startex.lessons.LessonRuling.refuse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.LessonId;

/**
 * The rules of a lesson's life: pure. A lesson is embedded only by a test that held, in an exercise that ended after the change was made; a test that did
 * not hold opens it again; nobody judges a lesson that they own or have owned.
 */
final class LessonRules {
    private LessonRules() {}

    /** Whether a lesson may begin with these words. */
    static Optional<LessonFault> check(LessonDraft draft) {
        return LessonWords.check(draft);
    }

    static LessonRuling decide(Lesson lesson, LessonCommand command) {
        return switch (command) {
            case LessonCommand.Reword c -> reword(lesson, c);
            case LessonCommand.Accept c -> acceptIt(lesson, c);
            case LessonCommand.Decline c -> decline(lesson, c);
            case LessonCommand.Plan c ->
                declined(lesson) ? refuse(LessonFault.IS_DECLINED) : accept(new LessonFact.Planned(c.owner(), c.due()));
            case LessonCommand.AddAction c -> addAction(lesson, c);
            case LessonCommand.DoAction c -> doAction(lesson, c);
            case LessonCommand.DropAction c -> dropAction(lesson, c);
            case LessonCommand.Implement c -> implement(lesson, c);
            case LessonCommand.Attach c -> attach(lesson, c);
            case LessonCommand.Detach c -> detach(lesson, c);
            case LessonCommand.Judge c -> judge(lesson, c);
        };
    }

    private static LessonRuling reword(Lesson lesson, LessonCommand.Reword c) {
        return switch (lesson.state()) {
            case DECLINED -> refuse(LessonFault.IS_DECLINED);
            case IMPLEMENTED, EMBEDDED -> refuse(LessonFault.WORDING_STANDS);
            case IDENTIFIED, ACCEPTED -> unless(check(c.draft()), new LessonFact.Reworded(LessonWords.tidy(c.draft())));
        };
    }

    private static LessonRuling acceptIt(Lesson lesson, LessonCommand.Accept c) {
        return switch (lesson.state()) {
            case IDENTIFIED ->
                unless(
                        LessonWords.reason(c.reason(), false),
                        new LessonFact.Accepted(c.reason().strip()));
            case DECLINED ->
                unless(
                        LessonWords.reason(c.reason(), true),
                        new LessonFact.Accepted(c.reason().strip()));
            case ACCEPTED, IMPLEMENTED, EMBEDDED -> refuse(LessonFault.NOT_IDENTIFIED);
        };
    }

    private static LessonRuling decline(Lesson lesson, LessonCommand.Decline c) {
        return lesson.state() == LessonState.IDENTIFIED
                ? unless(
                        LessonWords.reason(c.reason(), true),
                        new LessonFact.Declined(c.reason().strip()))
                : refuse(LessonFault.NOT_IDENTIFIED);
    }

    private static LessonRuling addAction(Lesson lesson, LessonCommand.AddAction c) {
        return switch (lesson.state()) {
            case DECLINED -> refuse(LessonFault.IS_DECLINED);
            case IMPLEMENTED, EMBEDDED -> refuse(LessonFault.NOT_ACCEPTED);
            case IDENTIFIED, ACCEPTED ->
                unless(
                        LessonWords.action(c.text()),
                        new LessonFact.ActionAdded(
                                lesson.actions().size() + 1, c.text().strip(), c.owner(), c.due()));
        };
    }

    private static LessonRuling doAction(Lesson lesson, LessonCommand.DoAction c) {
        return openAction(lesson, c.action())
                .map(action -> action.owner().equals(c.by())
                        ? unless(
                                LessonWords.evidence(c.evidence()),
                                new LessonFact.ActionDone(
                                        c.action(), c.evidence().strip()))
                        : refuse(LessonFault.NOT_YOUR_ACTION))
                .orElseGet(() -> noOpenAction(lesson, c.action()));
    }

    private static LessonRuling dropAction(Lesson lesson, LessonCommand.DropAction c) {
        return openAction(lesson, c.action())
                .map(action -> unless(
                        LessonWords.reason(c.reason(), true),
                        new LessonFact.ActionDropped(c.action(), c.reason().strip())))
                .orElseGet(() -> noOpenAction(lesson, c.action()));
    }

    private static Optional<LessonAction> openAction(Lesson lesson, int number) {
        return declined(lesson) ? Optional.empty() : lesson.action(number).filter(LessonAction::open);
    }

    private static LessonRuling noOpenAction(Lesson lesson, int number) {
        if (declined(lesson)) {
            return refuse(LessonFault.IS_DECLINED);
        }
        return refuse(lesson.action(number).isPresent() ? LessonFault.ACTION_CLOSED : LessonFault.UNKNOWN_ACTION);
    }

    private static LessonRuling implement(Lesson lesson, LessonCommand.Implement c) {
        if (lesson.state() != LessonState.ACCEPTED) {
            return refuse(LessonFault.NOT_ACCEPTED);
        }
        return lesson.openActions().isEmpty()
                ? unless(
                        LessonWords.evidence(c.evidence()),
                        new LessonFact.Implemented(c.evidence().strip()))
                : refuse(LessonFault.ACTIONS_OPEN);
    }

    private static LessonRuling attach(Lesson lesson, LessonCommand.Attach c) {
        return switch (lesson.state()) {
            case IDENTIFIED, DECLINED -> refuse(LessonFault.NOT_TO_BE_TESTED);
            case ACCEPTED, IMPLEMENTED, EMBEDDED ->
                lesson.attachments().stream()
                                .anyMatch(a -> a.open() && c.inject().equals(a.inject()))
                        ? refuse(LessonFault.ALREADY_ATTACHED)
                        : accept(new LessonFact.Attached(lesson.attachments().size() + 1, c.inject()));
        };
    }

    private static LessonRuling detach(Lesson lesson, LessonCommand.Detach c) {
        Optional<LessonAttachment> attachment = lesson.attachment(c.attachment());
        if (attachment.isEmpty()) {
            return refuse(LessonFault.UNKNOWN_ATTACHMENT);
        }
        return attachment.get().open()
                ? unless(
                        LessonWords.reason(c.reason(), true),
                        new LessonFact.Detached(c.attachment(), c.reason().strip()))
                : refuse(LessonFault.ALREADY_TAKEN_OFF);
    }

    private static LessonRuling judge(Lesson lesson, LessonCommand.Judge c) {
        LessonCommand.Played played = c.played();
        Instant endedAt = played.endedAt();
        if (lesson.attachment(played.attachment()).isEmpty()) {
            return refuse(LessonFault.UNKNOWN_TEST);
        }
        if (endedAt == null) {
            return refuse(LessonFault.EXERCISE_NOT_ENDED);
        }
        return judgeable(lesson, c)
                .or(() -> LessonWords.judgement(c.reason()))
                .or(() -> c.cites().stream().allMatch(seq -> seq >= 1 && seq <= played.head())
                        ? Optional.empty()
                        : Optional.of(LessonFault.UNKNOWN_ENTRY))
                .map(LessonRuling::refuse)
                .orElseGet(() -> judged(lesson, c, endedAt));
    }

    private static Optional<LessonFault> judgeable(Lesson lesson, LessonCommand.Judge c) {
        if (lesson.ownedBy(c.by())) {
            return Optional.of(LessonFault.OWN_LESSON);
        }
        if (lesson.state() == LessonState.IDENTIFIED || declined(lesson)) {
            return Optional.of(LessonFault.NOT_TO_BE_TESTED);
        }
        LessonTestId test = new LessonTestId(
                lesson.id(), c.played().attachment(), c.played().exercise());
        if (lesson.judgement(test).isPresent()) {
            return Optional.of(LessonFault.ALREADY_JUDGED);
        }
        return c.played().delivered() || c.held() == Held.NOT_REACHED
                ? Optional.empty()
                : Optional.of(LessonFault.INJECT_NOT_DELIVERED);
    }

    private static LessonRuling judged(Lesson lesson, LessonCommand.Judge c, Instant endedAt) {
        List<LessonFact> facts = new ArrayList<>();
        facts.add(new LessonFact.Judged(
                c.played().attachment(),
                c.played().exercise(),
                endedAt,
                c.held(),
                c.reason().strip(),
                c.cites().stream().distinct().sorted().toList()));
        switch (effect(lesson.life(), c.held(), endedAt)) {
            case EMBEDS -> facts.add(new LessonFact.Embedded(c.played().exercise(), endedAt));
            case REOPENS -> facts.add(new LessonFact.Reopened(c.played().exercise()));
            case NONE -> {}
        }
        return new LessonRuling.Accepted(facts);
    }

    /** What a judgement does to a lesson. */
    enum Effect {
        EMBEDS,
        REOPENS,
        NONE
    }

    /**
     * An exercise shows something about a change only if it ended after the change was made; and what it shows gives way to what a later exercise has shown.
     */
    static Effect effect(LessonLife life, Held held, Instant endedAt) {
        return switch (life) {
            case LessonLife.Implemented now
            when endedAt.isAfter(now.since()) ->
                switch (held) {
                    case HELD -> Effect.EMBEDS;
                    case NOT_HELD -> Effect.REOPENS;
                    case PARTLY, NOT_REACHED -> Effect.NONE;
                };
            case LessonLife.Embedded now
            when !endedAt.isBefore(now.shownAt()) ->
                switch (held) {
                    case HELD -> endedAt.isAfter(now.shownAt()) ? Effect.EMBEDS : Effect.NONE;
                    case NOT_HELD -> Effect.REOPENS;
                    case PARTLY, NOT_REACHED -> Effect.NONE;
                };
            case LessonLife.Implemented earlier -> Effect.NONE;
            case LessonLife.Embedded earlier -> Effect.NONE;
            case LessonLife.Identified open -> Effect.NONE;
            case LessonLife.Accepted open -> Effect.NONE;
            case LessonLife.Declined closed -> Effect.NONE;
        };
    }

    private static boolean declined(Lesson lesson) {
        return lesson.state() == LessonState.DECLINED;
    }

    private static LessonRuling unless(Optional<LessonFault> fault, LessonFact fact) {
        return fault.map(LessonRuling::refuse).orElseGet(() -> accept(fact));
    }

    /** Folds one step into the lesson; the first begins it. */
    static Lesson evolve(@Nullable Lesson lesson, LessonStep step) {
        if (step.fact() instanceof LessonFact.Identified first) {
            return begin(step.lesson(), step, first);
        }
        if (lesson == null) {
            throw new IllegalStateException("a lesson that was never identified: " + step.lesson());
        }
        return happened(lesson, step).at(step.at(), step.step());
    }

    private static Lesson begin(LessonId id, LessonStep step, LessonFact.Identified f) {
        return new Lesson(
                id,
                f.number(),
                new Lesson.Origin(f.finding(), f.exercise(), f.cites()),
                f.draft(),
                new LessonLife.Identified(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                step.by(),
                step.at(),
                step.at(),
                step.step());
    }

    private static Lesson happened(Lesson lesson, LessonStep step) {
        return switch (step.fact()) {
            case LessonFact.Identified f -> lesson;
            case LessonFact.Reworded f -> lesson.worded(f.draft());
            case LessonFact.Accepted f -> lesson.in(new LessonLife.Accepted(null));
            case LessonFact.Declined f -> lesson.in(new LessonLife.Declined(f.reason()));
            case LessonFact.Planned f -> lesson.planned(f.owner(), f.due());
            case LessonFact.ActionAdded f ->
                lesson.withActions(plus(
                        lesson.actions(), new LessonAction(f.action(), f.text(), f.owner(), f.due(), null, "", null)));
            case LessonFact.ActionDone f ->
                lesson.withActions(changed(
                        lesson.actions(), a -> a.number() == f.action() ? a.doneAt(step.at(), f.evidence()) : a));
            case LessonFact.ActionDropped f ->
                lesson.withActions(
                        changed(lesson.actions(), a -> a.number() == f.action() ? a.dropped(f.reason()) : a));
            case LessonFact.Implemented f -> lesson.in(new LessonLife.Implemented(f.evidence(), step.at()));
            case LessonFact.Attached f ->
                lesson.withAttachments(
                        plus(lesson.attachments(), new LessonAttachment(f.attachment(), step.at(), f.inject(), null)));
            case LessonFact.Detached f ->
                lesson.withAttachments(
                        changed(lesson.attachments(), a -> a.number() == f.attachment() ? a.takenOff(step.at()) : a));
            case LessonFact.Judged f ->
                lesson.withJudgements(plus(
                        lesson.judgements(),
                        new LessonJudgement(
                                new LessonTestId(lesson.id(), f.attachment(), f.exercise()),
                                f.endedAt(),
                                f.held(),
                                f.reason(),
                                f.cites(),
                                step.by(),
                                step.at())));
            case LessonFact.Embedded f -> lesson.in(embedded(lesson.life(), f));
            case LessonFact.Reopened f -> lesson.in(new LessonLife.Accepted(f.exercise()));
        };
    }

    private static LessonLife embedded(LessonLife life, LessonFact.Embedded f) {
        return switch (life) {
            case LessonLife.Implemented was ->
                new LessonLife.Embedded(was.evidence(), was.since(), f.exercise(), f.endedAt());
            case LessonLife.Embedded was ->
                new LessonLife.Embedded(was.evidence(), was.since(), f.exercise(), f.endedAt());
            case LessonLife.Identified other -> other;
            case LessonLife.Accepted other -> other;
            case LessonLife.Declined other -> other;
        };
    }

    private static <T> List<T> plus(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    private static <T> List<T> changed(List<T> list, UnaryOperator<T> change) {
        return list.stream().map(change).toList();
    }
}
