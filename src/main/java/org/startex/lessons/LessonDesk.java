package org.startex.lessons;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.startex.kernel.LessonId;
import org.startex.kernel.PersonId;

/** Where acts on lessons are ruled on and taken down: one at a time for each lesson, all or nothing. Tells of it after the commit. */
@Component
class LessonDesk {
    private final LessonRepository repository;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final InstantSource time;

    LessonDesk(
            LessonRepository repository,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            InstantSource time) {
        this.repository = repository;
        this.transaction = transaction;
        this.events = events;
        this.time = time;
    }

    /** Begins a lesson. */
    Lesson begin(PersonId by, IntFunction<LessonFact.Identified> first) {
        return Objects.requireNonNull(transaction.execute(
                status -> save(null, LessonId.random(), by, List.of(first.apply(repository.nextNumber())))));
    }

    /** Rules on an act, and takes down what it says. */
    LessonAnswer act(LessonId id, PersonId by, LessonCommand command) {
        List<LessonFact> happened = new ArrayList<>();
        LessonAnswer answer = Objects.requireNonNull(transaction.execute(status -> repository
                .forChange(id)
                .map(lesson -> switch (LessonRules.decide(lesson, command)) {
                    case LessonRuling.Accepted accepted -> {
                        happened.addAll(accepted.facts());
                        yield new LessonAnswer.Done(save(lesson, id, by, accepted.facts()));
                    }
                    case LessonRuling.Refused(LessonFault fault) -> new LessonAnswer.Refused(fault);
                })
                .orElseGet(() -> new LessonAnswer.Refused(LessonFault.UNKNOWN_LESSON))));
        happened.forEach(fact -> tell(id, fact));
        return answer;
    }

    private void tell(LessonId id, LessonFact fact) {
        if (fact instanceof LessonFact.Embedded) {
            events.publishEvent(new LessonEmbedded(id));
        } else if (fact instanceof LessonFact.Reopened) {
            events.publishEvent(new LessonReopened(id));
        }
    }

    private Lesson save(@Nullable Lesson before, LessonId id, PersonId by, List<? extends LessonFact> facts) {
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        List<LessonStep> steps = new ArrayList<>();
        Lesson lesson = before;
        for (LessonFact fact : facts) {
            LessonStep step = new LessonStep(id, lesson == null ? 1 : lesson.steps() + 1, now, by, fact);
            steps.add(step);
            lesson = LessonRules.evolve(lesson, step);
        }
        Lesson after = Objects.requireNonNull(lesson);
        repository.save(after, steps);
        return after;
    }
}
