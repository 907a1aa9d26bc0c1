package org.startex.lessons;

/**
 * A lesson as its writer gives it.
 *
 * @param title the lesson in a line
 * @param recommendation what should change
 * @param theme what it is about, usually that of its finding
 * @param skill whether it is about what people know or can do, and so may become somebody's development need
 */
public record LessonDraft(String title, String recommendation, String theme, boolean skill) {}
