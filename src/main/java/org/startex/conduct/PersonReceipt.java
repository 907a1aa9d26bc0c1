package org.startex.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;

/**
 * What became of one inject with one player, in real time after it was sent.
 *
 * @param received when the player's page had it
 * @param seen when it was on the screen
 * @param acknowledged when the player acknowledged it
 * @param answered when the player first answered; what they dispute is no answer
 * @param late whether the plan expected an answer by now and the player has not acknowledged
 * @param down since when no page of theirs is connected; empty while one is
 */
public record PersonReceipt(
        Member member,
        Optional<Duration> received,
        Optional<Duration> seen,
        Optional<Duration> acknowledged,
        Optional<Duration> answered,
        boolean late,
        Optional<Instant> down) {
    /** How far an inject has come with somebody; who is behind comes first. */
    private int stage() {
        if (answered.isPresent()) {
            return 4;
        }
        if (acknowledged.isPresent()) {
            return 3;
        }
        if (seen.isPresent()) {
            return 2;
        }
        return received.isPresent() ? 1 : 0;
    }

    /** One line for each player whom the inject is for: who is late first, then who is least far, whose line is down before the others. */
    public static List<PersonReceipt> of(
            Play play,
            Delivered inject,
            Map<ParticipantId, InjectReceipt> receipts,
            Instant now,
            Function<ParticipantId, Optional<Instant>> down) {
        ExerciseTime elapsed = play.clock().elapsedAt(now);
        boolean overdue = ControlBoard.lateSince(play, inject, elapsed) != null;
        Map<ParticipantId, Instant> answers = inject.answered();
        return play.recipients(inject).stream()
                .sorted(Comparator.comparing((Member m) -> String.valueOf(m.cell()))
                        .thenComparing(Member::post)
                        .thenComparing(m -> m.participant().value()))
                .map(member -> {
                    ParticipantId who = member.participant();
                    Optional<InjectReceipt> receipt = Optional.ofNullable(receipts.get(who));
                    Optional<Duration> acknowledged =
                            Optional.ofNullable(inject.acknowledged().get(who)).map(at -> after(inject, at));
                    return new PersonReceipt(
                            member,
                            receipt.map(r -> after(inject, r.receivedAt())),
                            receipt.flatMap(InjectReceipt::seenAt).map(at -> after(inject, at)),
                            acknowledged,
                            Optional.ofNullable(answers.get(who)).map(at -> after(inject, at)),
                            overdue && acknowledged.isEmpty(),
                            down.apply(who));
                })
                .sorted(Comparator.comparing((PersonReceipt person) -> !person.late())
                        .thenComparing(PersonReceipt::stage)
                        .thenComparing(person -> person.down().isEmpty()))
                .toList();
    }

    private static Duration after(Delivered inject, Instant at) {
        Duration after = Duration.between(inject.at(), at);
        return after.isNegative() ? Duration.ZERO : after;
    }
}
