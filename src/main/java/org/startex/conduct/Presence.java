package org.startex.conduct;

import java.time.Instant;
import java.util.Optional;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;

/** Who has a page open just now; kept by whoever holds the sockets, in memory of this node. */
public interface Presence {
    /** Whether at least one page of the participant is connected. */
    boolean connected(ExerciseId exercise, ParticipantId participant);

    /** When the participant's page was last heard of by this node; empty if never. */
    Optional<Instant> lastSeen(ExerciseId exercise, ParticipantId participant);
}
