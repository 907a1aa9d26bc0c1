package org.startex.lessons;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.startex.conduct.ConductService;
import org.startex.conduct.Delivered;
import org.startex.conduct.Exercise;
import org.startex.conduct.ExerciseOfScenario;
import org.startex.conduct.Play;
import org.startex.kernel.ExerciseId;
import org.startex.people.Caller;

/**
 * Which exercises test which lessons. Nothing of it is stored before somebody judges: a test is an attachment together with an exercise of its scenario that
 * was planned while the attachment stood.
 */
@Component
class LessonTests {
    private final ConductService conduct;
    private final LessonRepository repository;

    LessonTests(ConductService conduct, LessonRepository repository) {
        this.conduct = conduct;
        this.repository = repository;
    }

    /** The tests of a lesson, in the order in which their exercises were planned. */
    List<LessonTest> of(Lesson lesson) {
        return lesson.attachments().stream()
                .flatMap(attachment -> Stream.ofNullable(attachment.inject())
                        .flatMap(inject -> conduct.ofScenario(Caller.PROGRAM, inject.slug()).stream())
                        .flatMap(exercise -> test(lesson, attachment, exercise).stream()))
                .toList();
    }

    /** The lessons that an exercise tests, by number. */
    List<LessonTest> in(ExerciseId id) {
        Optional<String> slug = conduct.exercise(Caller.PROGRAM, id)
                .content()
                .map(play -> play.plan().slug());
        return slug.flatMap(name -> conduct.ofScenario(Caller.PROGRAM, name).stream()
                        .filter(exercise -> exercise.id().equals(id))
                        .findFirst()
                        .map(exercise -> repository.attachedTo(name).stream()
                                .flatMap(lesson -> lesson.attachments().stream()
                                        .filter(attachment -> isTo(attachment, name))
                                        .flatMap(attachment -> test(lesson, attachment, exercise).stream()))
                                .toList()))
                .orElse(List.of());
    }

    /** One test, if there is such a one. */
    Optional<LessonTest> one(Lesson lesson, LessonTestId id) {
        return of(lesson).stream().filter(test -> test.id().equals(id)).findFirst();
    }

    private static boolean isTo(LessonAttachment attachment, String slug) {
        ScenarioInject inject = attachment.inject();
        return inject != null && inject.slug().equals(slug);
    }

    private Optional<LessonTest> test(Lesson lesson, LessonAttachment attachment, ExerciseOfScenario exercise) {
        ScenarioInject inject = attachment.inject();
        LessonTestId id = new LessonTestId(lesson.id(), attachment.number(), exercise.id());
        Optional<LessonJudgement> judgement = lesson.judgement(id);
        if (inject == null || attachment.at().isAfter(exercise.plannedAt())) {
            return Optional.empty();
        }
        Exercise state = conduct.exercise(Caller.PROGRAM, exercise.id());
        Optional<Play> play = state.content();
        Instant endedAt = state.endedAt().orElse(null);
        if (play.isEmpty() || (judgement.isEmpty() && !stood(attachment, endedAt))) {
            return Optional.empty();
        }
        return Optional.of(new LessonTest(
                id,
                lesson.number(),
                lesson.title(),
                lesson.state(),
                exercise.title(),
                exercise.plannedFor(),
                inject,
                play.get()
                        .plan()
                        .inject(inject.number())
                        .map(planned -> planned.words().title())
                        .orElse(""),
                endedAt,
                play.get().delivered(inject.number()).map(Delivered::seq).orElse(null),
                judgement));
    }

    /** What was taken off before the exercise had ended is not tested by it. */
    private static boolean stood(LessonAttachment attachment, @Nullable Instant endedAt) {
        Instant off = attachment.takenOffAt();
        return off == null || (endedAt != null && endedAt.isBefore(off));
    }
}
