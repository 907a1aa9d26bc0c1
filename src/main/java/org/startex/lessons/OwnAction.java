package org.startex.lessons;

/** An action with the lesson that needs it. */
public record OwnAction(Lesson lesson, LessonAction action) {}
