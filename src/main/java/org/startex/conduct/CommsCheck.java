package org.startex.conduct;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.startex.kernel.ParticipantId;

/**
 * A comms check: every player is asked to confirm that they read this.
 *
 * @param seq of the entry that started it
 * @param number from 1 in this exercise
 * @param by who started it
 * @param confirmed who has confirmed, and when
 */
public record CommsCheck(long seq, int number, ParticipantId by, Instant since, Map<ParticipantId, Instant> confirmed) {
    public CommsCheck {
        confirmed = Map.copyOf(confirmed);
    }

    /** When somebody confirmed, if they have. */
    public Optional<Instant> confirmed(ParticipantId participant) {
        return Optional.ofNullable(confirmed.get(participant));
    }

    CommsCheck confirmedBy(ParticipantId participant, Instant when) {
        Map<ParticipantId, Instant> more = new HashMap<>(confirmed);
        more.putIfAbsent(participant, when);
        return new CommsCheck(seq, number, by, since, more);
    }
}
