package org.startex.conduct;

import java.time.Instant;
import java.util.HashMap;
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
 * @param replies what was answered, in the order of the record
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
        List<InjectReply> replies,
        @Nullable ActMark recall,
        List<Correction> corrections) {
    public Delivered {
        corrections = List.copyOf(corrections);
        to = List.copyOf(to);
        acknowledged = Map.copyOf(acknowledged);
        replies = List.copyOf(replies);
    }

    /** What it had waited for, if it waited for a condition that came true. */
    public Optional<Because> cause() {
        return Optional.ofNullable(because);
    }

    /** Who has answered it, and when first. What its maker disputes is no answer. */
    public Map<ParticipantId, Instant> answered() {
        Map<ParticipantId, Instant> first = new HashMap<>();
        replies.stream().filter(reply -> !reply.disputed()).forEach(reply -> first.putIfAbsent(reply.by(), reply.at()));
        return first;
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
        return with(acknowledged, replies, mark, corrections);
    }

    Delivered correctedBy(Correction correction) {
        return with(
                acknowledged,
                replies,
                recall,
                Stream.concat(corrections.stream(), Stream.of(correction)).toList());
    }

    Delivered acknowledgedBy(ParticipantId participant, Instant when) {
        return with(plus(acknowledged, participant, when), replies, recall, corrections);
    }

    Delivered answered(InjectReply reply) {
        return with(
                acknowledged, Stream.concat(replies.stream(), Stream.of(reply)).toList(), recall, corrections);
    }

    /** Whether a decision of the log answers it, disputed or not. */
    boolean isAnsweredBy(int decision) {
        return replies.stream().anyMatch(reply -> reply.number() == decision);
    }

    /** After its maker has said whether a decision is theirs. */
    Delivered disputed(int decision, boolean disputed) {
        return with(
                acknowledged,
                replies.stream()
                        .map(reply -> reply.number() == decision
                                ? new InjectReply(decision, reply.by(), reply.at(), disputed)
                                : reply)
                        .toList(),
                recall,
                corrections);
    }

    private Delivered with(
            Map<ParticipantId, Instant> acknowledging,
            List<InjectReply> replying,
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
        Map<ParticipantId, Instant> more = new HashMap<>(map);
        more.putIfAbsent(participant, when);
        return more;
    }
}
