package org.startex.conduct;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
 * @param because what it had waited for, or null if it came at its time or by hand
 * @param latenessMicros how late in real time a timed inject was
 * @param acknowledged who has acknowledged, and when
 * @param answered who has logged a decision in reply, and when first
 * @param recall who has recalled it, or null
 * @param corrections what it says instead, the latest last
 */
public record Delivered(
        long seq,
        InjectNumber number,
        boolean adHoc,
        boolean byHand,
        Instant at,
        ExerciseTime time,
        @Nullable Because because,
        long latenessMicros,
        Audience audience,
        List<Addressee> to,
        Channel channel,
        DeliveredWords words,
        Map<ParticipantId, Instant> acknowledged,
        Map<ParticipantId, Instant> answered,
        @Nullable ActMark recall,
        List<Correction> corrections) {
    public Delivered {
        corrections = List.copyOf(corrections);
        to = List.copyOf(to);
        acknowledged = Map.copyOf(acknowledged);
        answered = Map.copyOf(answered);
    }

    /** What it had waited for, if it waited for a condition that came true. */
    public Optional<Because> cause() {
        return Optional.ofNullable(because);
    }

    /** Who has recalled it. */
    public Optional<ActMark> recalled() {
        return Optional.ofNullable(recall);
    }

    /** What it says now: as corrected last, or as delivered. */
    public String text() {
        return corrections.isEmpty() ? words.text() : corrections.getLast().text();
    }

    Delivered recalledBy(ActMark mark) {
        return with(acknowledged, answered, mark, corrections);
    }

    Delivered correctedBy(Correction correction) {
        return with(
                acknowledged,
                answered,
                recall,
                Stream.concat(corrections.stream(), Stream.of(correction)).toList());
    }

    Delivered acknowledgedBy(ParticipantId participant, Instant when) {
        return with(plus(acknowledged, participant, when), answered, recall, corrections);
    }

    Delivered answeredBy(ParticipantId participant, Instant when) {
        return with(acknowledged, plus(answered, participant, when), recall, corrections);
    }

    private Delivered with(
            Map<ParticipantId, Instant> acknowledging,
            Map<ParticipantId, Instant> replying,
            @Nullable ActMark recalling,
            List<Correction> correcting) {
        return new Delivered(
                seq,
                number,
                adHoc,
                byHand,
                at,
                time,
                because,
                latenessMicros,
                audience,
                to,
                channel,
                words,
                acknowledging,
                replying,
                recalling,
                correcting);
    }

    private static Map<ParticipantId, Instant> plus(
            Map<ParticipantId, Instant> map, ParticipantId participant, Instant when) {
        Map<ParticipantId, Instant> more = new java.util.HashMap<>(map);
        more.putIfAbsent(participant, when);
        return more;
    }
}
