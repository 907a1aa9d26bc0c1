package org.startex.lessons;

/** What became of an act on a lesson. */
public sealed interface LessonAnswer {
    /** Done; the lesson as it stands now. */
    record Done(Lesson lesson) implements LessonAnswer {}

    /** Refused; nothing was changed. */
    record Refused(LessonFault fault) implements LessonAnswer {}
}
