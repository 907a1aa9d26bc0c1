package org.startex.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ParticipantId;

/**
 * Somebody who is expected in an exercise.
 *
 * @param links how many personal links they have been given so far; only the last one opens
 * @param linkMade when their personal link was made; null while they have none
 * @param participant who they are, or are about to be, in the record since they first used it; null before
 */
public record PlannedPerson(
        UUID id,
        PlannedEntry entry,
        int links,
        @Nullable Instant linkMade,
        @Nullable ParticipantId participant) {
    public boolean hasLink() {
        return linkMade != null;
    }

    /** Who they are, or are about to be, in the record, once they have used their link. */
    public Optional<ParticipantId> joined() {
        return Optional.ofNullable(participant);
    }
}
