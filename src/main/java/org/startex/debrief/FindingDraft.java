package org.startex.debrief;

import java.util.List;

/**
 * A finding as its writer gives it.
 *
 * @param what what happened
 * @param expected what was expected
 * @param why why it matters
 * @param theme one of {@link org.startex.standards.LessonThemes}, or the writer's own words
 * @param goodPractice something to keep; else something to improve
 * @param cites sequences of entries of the exercise's record that show it
 */
public record FindingDraft(
        String what, String expected, String why, String theme, boolean goodPractice, List<Long> cites) {
    public FindingDraft {
        cites = List.copyOf(cites);
    }
}
