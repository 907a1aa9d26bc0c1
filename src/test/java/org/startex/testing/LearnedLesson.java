package org.startex.testing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.startex.debrief.Finding;
import org.startex.debrief.FindingAnswer;
import org.startex.debrief.FindingDraft;
import org.startex.debrief.FindingService;
import org.startex.lessons.Held;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonAnswer;
import org.startex.lessons.LessonDraft;
import org.startex.lessons.LessonService;
import org.startex.lessons.LessonTest;
import org.startex.people.Caller;

/** A lesson of an exercise that was really played: found, identified and accepted; its change can be made and tested again in another exercise. */
public final class LearnedLesson {
    private final ApplicationContext context;
    private final LessonService lessons;
    private final SettableTime time;
    private final PlayedExercise played;
    private final Finding finding;
    private final Lesson lesson;

    private LearnedLesson(ApplicationContext context, String title) {
        this.context = context;
        lessons = context.getBean(LessonService.class);
        time = (SettableTime) context.getBean(InstantSource.class);
        played = PlayedExercise.ended(context);
        FindingDraft found = new FindingDraft(
                "The lane was closed after the plume had reached it",
                "Closed before",
                "People drove into smoke",
                "Decision making",
                false,
                List.of(played.inject().seq(), played.decision()));
        finding = switch (context.getBean(FindingService.class).record(played.evaluator(), played.id(), found)) {
            case FindingAnswer.Done done -> done.finding();
            case FindingAnswer.Refused refused -> throw new AssertionError(refused.toString());
        };
        Lesson identified = done(lessons.identify(
                played.evaluator(),
                finding.id(),
                new LessonDraft(title, "Give Tactical a list of closures by wind", "Decision making", false)));
        lesson = done(lessons.accept(played.director(), identified.id(), ""));
        time.advance(Duration.ofHours(1));
    }

    /** Found in an exercise that was played for it, and accepted. */
    public static LearnedLesson accepted(ApplicationContext context, String title) {
        return new LearnedLesson(context, title);
    }

    /** As it was when it was accepted. */
    public Lesson lesson() {
        return lesson;
    }

    /** The exercise in which it was found. */
    public PlayedExercise played() {
        return played;
    }

    /** What it comes from. */
    public Finding finding() {
        return finding;
    }

    /** Says that its change is made, and lets the inject that showed it test it; a lesson that was opened again keeps its inject. */
    public void implemented() {
        done(lessons.implemented(played.director(), lesson.id(), "Closure list in the plan, version 3"));
        time.advance(Duration.ofHours(1));
        Lesson now = lessons.lesson(Caller.PROGRAM, lesson.id()).orElseThrow();
        if (now.attachments().isEmpty()) {
            done(lessons.attach(
                    played.director(),
                    lesson.id(),
                    "caravan-site",
                    played.inject().number()));
        }
    }

    /** Plays the exercise again and judges what it showed. */
    public PlayedExercise testedAgain(Held held) {
        time.advance(Duration.ofDays(30));
        PlayedExercise again = PlayedExercise.ended(context);
        LessonTest test = lessons.tests(played.director(), again.id()).stream()
                .filter(each -> each.id().lesson().equals(lesson.id()))
                .findFirst()
                .orElseThrow();
        time.advance(Duration.ofMinutes(10));
        done(lessons.judge(played.director(), test.id(), held, "Seen by the evaluator", List.of(again.decision())));
        return again;
    }

    private static Lesson done(LessonAnswer answer) {
        return switch (answer) {
            case LessonAnswer.Done done -> done.lesson();
            case LessonAnswer.Refused refused -> throw new AssertionError(refused.toString());
        };
    }
}
