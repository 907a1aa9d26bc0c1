package org.startex.debrief;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.startex.kernel.EntryRef;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.FindingId;
import org.startex.kernel.PersonId;

/**
 * What a debrief found: what happened against what was expected, and why it matters, with the entries of the record that show it.
 *
 * @param number in its exercise, from 1; kept when the finding is withdrawn
 * @param version from 1, one more with each change
 * @param theme one of {@link org.startex.standards.LessonThemes}, or the writer's own words
 * @param goodPractice something to keep; else something to improve
 * @param cites sequences of the entries that it cites, in order; at least one
 * @param by who wrote it first
 * @param byName their name now
 * @param at when it was written first
 */
public record Finding(
        FindingId id,
        ExerciseId exercise,
        int number,
        int version,
        String what,
        String expected,
        String why,
        String theme,
        boolean goodPractice,
        List<Long> cites,
        PersonId by,
        String byName,
        Instant at,
        Optional<Withdrawn> withdrawn) {
    public Finding {
        cites = List.copyOf(cites);
    }

    /** That a finding no longer stands, and why. */
    public record Withdrawn(PersonId by, String byName, Instant at, String reason) {}

    /** Where in the record it can be seen. */
    public List<EntryRef> entries() {
        return cites.stream().map(seq -> new EntryRef(exercise, seq)).toList();
    }

    /** Whether it has not been withdrawn. */
    public boolean stands() {
        return withdrawn.isEmpty();
    }

    /** What was written, for changing it. */
    public FindingDraft draft() {
        return new FindingDraft(what, expected, why, theme, goodPractice, cites);
    }
}
