package org.startex.lrc;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.LessonId;
import org.startex.kernel.PersonId;
import org.startex.lessons.Held;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonEmbedded;
import org.startex.lessons.LessonFilter;
import org.startex.lessons.LessonReopened;
import org.startex.lessons.LessonService;
import org.startex.lessons.LessonState;
import org.startex.people.Caller;

/**
 * Where acts on improvement records are ruled on and taken down, and where records follow their lessons. Whoever reads gets records that have caught up: a hint that a lesson has turned
 * only makes that happen earlier.
 */
@Component
class ImprovementDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ImprovementDesk.class);

    private final ImprovementRepository repository;
    private final LessonService lessons;
    private final TransactionOperations transaction;
    private final InstantSource time;

    ImprovementDesk(
            ImprovementRepository repository,
            LessonService lessons,
            TransactionOperations transaction,
            InstantSource time) {
        this.repository = repository;
        this.lessons = lessons;
        this.transaction = transaction;
        this.time = time;
    }

    /** Begins a record. */
    LrcAnswer propose(PersonId by, LessonId id, ImprovementDraft draft) {
        Optional<Lesson> lesson = lessons.lesson(Caller.PROGRAM, id);
        if (lesson.isEmpty()) {
            return LrcAnswer.refused(LrcFault.UNKNOWN_LESSON);
        }
        LessonStanding standing = standing(lesson.get());
        if (standing.declined()) {
            return LrcAnswer.refused(LrcFault.LESSON_DECLINED);
        }
        return inTurn(() -> {
            Improvement fresh = new Improvement(
                    repository.nextNumber(),
                    id,
                    draft,
                    "",
                    ImprovementState.PROPOSED,
                    false,
                    standing.reopenings(),
                    1,
                    now());
            repository.insert(fresh);
            append(fresh, by, ImprovementEvent.PROPOSED, "", null);
            return done(fresh);
        });
    }

    /** Rules on an act, and takes down what it says and what follows from it. */
    LrcAnswer act(PersonId by, int number, int changes, ImprovementAct act) {
        return inTurn(() -> repository
                .byNumber(number)
                .map(this::caughtUp)
                .map(record -> {
                    if (record.changes() != changes) {
                        return LrcAnswer.refused(LrcFault.CHANGED_MEANWHILE);
                    }
                    return switch (ImprovementLife.decide(record, act, standing(record))) {
                        case ImprovementRuling.Accepted ruling -> {
                            Improvement after = save(ruling, now(), by, null);
                            yield done(caughtUp(after));
                        }
                        case ImprovementRuling.Refused(LrcRefusal refusal) -> new LrcAnswer.Refused(refusal);
                    };
                })
                .orElseGet(() -> LrcAnswer.refused(LrcFault.UNKNOWN)));
    }

    /** One record, caught up with its lesson. */
    Optional<Improvement> record(int number) {
        return repository
                .byNumber(number)
                .map(record -> caughtUp(List.of(record)).getFirst());
    }

    /** All records, caught up with their lessons. */
    List<Improvement> records() {
        return caughtUp(repository.all());
    }

    private List<Improvement> caughtUp(List<Improvement> records) {
        if (records.stream().noneMatch(ImprovementDesk::made)) {
            return records;
        }
        Map<LessonId, Lesson> known = lessons.lessons(Caller.PROGRAM, LessonFilter.ALL).stream()
                .collect(toMap(Lesson::id, Function.identity()));
        return records.stream()
                .map(record -> {
                    Lesson lesson = known.get(record.lesson());
                    return lesson != null && mayFollow(record, lesson)
                            ? inTurn(() -> caughtUp(
                                    repository.byNumber(record.number()).orElse(record)))
                            : record;
                })
                .toList();
    }

    private static boolean made(Improvement record) {
        return record.state() == ImprovementState.DONE || record.state() == ImprovementState.EMBEDDED;
    }

    /** Whether anything could follow, told from the lesson alone: the history is read only then. */
    private static boolean mayFollow(Improvement record, Lesson lesson) {
        boolean embedded = lesson.state() == LessonState.EMBEDDED;
        return made(record)
                && (embedded != (record.state() == ImprovementState.EMBEDDED)
                        || lesson.judgements().stream().anyMatch(said -> said.held() == Held.NOT_HELD));
    }

    /** Takes down what the lesson's standing means; only within a turn. */
    private Improvement caughtUp(Improvement record) {
        if (!made(record)) {
            return record;
        }
        LessonStanding lesson = standing(record);
        Improvement now = record;
        Optional<ImprovementRuling.Accepted> next = ImprovementLife.follow(now, lesson);
        while (next.isPresent()) {
            now = save(next.get(), turned(now, lesson), null, lesson.turnedBy());
            next = ImprovementLife.follow(now, lesson);
        }
        return now;
    }

    /** When it turned: with its lesson, but never before what is already in the record's history. */
    private Instant turned(Improvement record, LessonStanding lesson) {
        Instant at = lesson.turnedAt();
        return at == null ? now() : at.isBefore(record.at()) ? record.at() : at;
    }

    @EventListener
    void lessonEmbedded(LessonEmbedded hint) {
        follow(hint.lesson());
    }

    @EventListener
    void lessonReopened(LessonReopened hint) {
        follow(hint.lesson());
    }

    private void follow(LessonId lesson) {
        try {
            caughtUp(repository.of(List.of(lesson)));
        } catch (RuntimeException fault) {
            LOG.warn("records of lesson {} will catch up when they are read", lesson, fault);
        }
    }

    private LessonStanding standing(Improvement record) {
        return lessons.lesson(Caller.PROGRAM, record.lesson())
                .map(this::standing)
                .orElseThrow(() -> new IllegalStateException("no lesson of record " + record.number()));
    }

    private LessonStanding standing(Lesson lesson) {
        return LessonStanding.of(lesson, lessons.history(Caller.PROGRAM, lesson.id()));
    }

    private Improvement save(
            ImprovementRuling.Accepted ruling, Instant at, @Nullable PersonId by, @Nullable ExerciseId exercise) {
        Improvement next = ruling.next();
        Improvement after = new Improvement(
                next.number(),
                next.lesson(),
                next.draft(),
                next.ownerName(),
                next.state(),
                next.reopened(),
                next.lessonReopenings(),
                next.changes() + 1,
                at);
        repository.update(after);
        append(after, by, ruling.event(), ruling.words(), exercise);
        return after;
    }

    private void append(
            Improvement after,
            @Nullable PersonId by,
            ImprovementEvent event,
            String words,
            @Nullable ExerciseId exercise) {
        repository.append(new ImprovementRepository.Entry(
                after.number(), after.changes(), after.at(), by, event, after.state(), words, exercise));
    }

    private static LrcAnswer done(Improvement record) {
        return new LrcAnswer.Done(Integer.toString(record.number()));
    }

    private <T> T inTurn(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(status -> {
            repository.lock();
            return act.get();
        }));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
