package org.startex.conduct;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.startex.kernel.Addressee;
import org.startex.kernel.Audience;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;

/**
 * An inject that has reached its players.
 *
 * @param seq of the entry that delivered it
 * @param at real time at which it was recorded
 * @param time exercise time then
 * @param latenessMicros how late in real time a timed inject was
 * @param acknowledged who has acknowledged, and when
 * @param answered who has logged a decision in reply, and when first
 */
public record Delivered(
        long seq,
        InjectNumber number,
        boolean adHoc,
        boolean byHand,
        Instant at,
        ExerciseTime time,
        long latenessMicros,
        Audience audience,
        List<Addressee> to,
        Channel channel,
        DeliveredWords words,
        Map<ParticipantId, Instant> acknowledged,
        Map<ParticipantId, Instant> answered) {
    public Delivered {
        to = List.copyOf(to);
        acknowledged = Map.copyOf(acknowledged);
        answered = Map.copyOf(answered);
    }

    Delivered acknowledgedBy(ParticipantId participant, Instant when) {
        return answering(plus(acknowledged, participant, when), answered);
    }

    Delivered answeredBy(ParticipantId participant, Instant when) {
        return answering(acknowledged, plus(answered, participant, when));
    }

    private Delivered answering(Map<ParticipantId, Instant> acknowledging, Map<ParticipantId, Instant> replying) {
        return new Delivered(
                seq,
                number,
                adHoc,
                byHand,
                at,
                time,
                latenessMicros,
                audience,
                to,
                channel,
                words,
                acknowledging,
                replying);
    }

    private static Map<ParticipantId, Instant> plus(
            Map<ParticipantId, Instant> map, ParticipantId participant, Instant when) {
        Map<ParticipantId, Instant> more = new java.util.HashMap<>(map);
        more.putIfAbsent(participant, when);
        return more;
    }
}
