package org.startex.ui.lessons;

import org.startex.kernel.FindingId;

/** Where the screens of lessons are. */
public final class LessonNavigation {
    private LessonNavigation() {}

    /** A lesson by its number. */
    public static String lesson(int number) {
        return "lessons/" + number;
    }

    /** Where a lesson is made of a finding. */
    public static String identify(FindingId finding) {
        return "lessons/new?finding=" + finding;
    }
}
