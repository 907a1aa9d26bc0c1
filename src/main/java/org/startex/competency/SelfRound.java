package org.startex.competency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.PersonId;
import org.startex.standards.NosElement;
import org.startex.standards.NosReference;

/**
 * A round of self-assessment against one standard: a development tool, not a test. Read by the person, and by the one whom they show it to; never evidence.
 *
 * @param name of the person who rates themselves
 * @param finishedAt null while it is being filled in
 * @param before when the round before it was finished; null if there is none, and for everybody but the person
 * @param reader whom it is shown to, or null
 */
public record SelfRound(
        SelfRoundId id,
        PersonId person,
        String name,
        NosReference standard,
        String title,
        Instant begunAt,
        @Nullable Instant finishedAt,
        @Nullable Instant before,
        @Nullable Reader reader,
        List<Line> lines) {
    public SelfRound {
        lines = List.copyOf(lines);
    }

    /**
     * An element with its rating.
     *
     * @param rating from 1 to 10, or null
     * @param before its rating in the round before, or null
     */
    public record Line(
            NosElement element,
            @Nullable Integer rating,
            @Nullable Integer before) {
        /** How far the rating moved since the round before. */
        public Optional<Integer> change() {
            return rating == null || before == null ? Optional.empty() : Optional.of(rating - before);
        }
    }

    /** Whom a round is shown to, and since when. */
    public record Reader(PersonId person, String name, Instant since) {}

    /** Whether ratings can still be set. */
    public boolean open() {
        return finishedAt == null;
    }

    /** How many elements are rated. */
    public int rated() {
        return (int) lines.stream().filter(line -> line.rating() != null).count();
    }
}
