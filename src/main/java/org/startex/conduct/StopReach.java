package org.startex.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.startex.kernel.ParticipantId;

/**
 * Whether a stop for a real incident has reached somebody.
 *
 * @param after real time from the call until their page showed the stop screen; empty while it has not
 * @param lastSeen when a page of theirs was last heard of; empty if never
 */
public record StopReach(Member member, State state, Optional<Duration> after, Optional<Instant> lastSeen) {
    /** How far it has come, the worst first. */
    public enum State {
        /** No page of theirs is connected: phone them or walk over. */
        AWAY,
        /** A page is connected and has not told of it yet. */
        NOT_YET,
        /** Their page has it, but is not in front of them. */
        ON_PAGE,
        /** The stop screen has been in front of them. */
        SHOWN
    }

    /** Whether it needs somebody to call. */
    public boolean reached() {
        return state == State.SHOWN;
    }

    /** Everybody who takes part, those who need a call first, then by cell. */
    public static List<StopReach> of(
            Play play,
            NoDuff noDuff,
            Map<ParticipantId, InjectReceipt> receipts,
            Predicate<ParticipantId> connected,
            Function<ParticipantId, Optional<Instant>> lastSeen) {
        return play.members().values().stream()
                .filter(Member::present)
                .map(member -> {
                    ParticipantId who = member.participant();
                    Optional<InjectReceipt> receipt = Optional.ofNullable(receipts.get(who));
                    Optional<Instant> shown = receipt.flatMap(InjectReceipt::seenAt);
                    State state;
                    if (shown.isPresent()) {
                        state = State.SHOWN;
                    } else if (!connected.test(who)) {
                        state = State.AWAY;
                    } else {
                        state = receipt.isPresent() ? State.ON_PAGE : State.NOT_YET;
                    }
                    return new StopReach(
                            member, state, shown.map(at -> after(noDuff.since(), at)), lastSeen.apply(who));
                })
                .sorted(Comparator.comparing(StopReach::state)
                        .thenComparing(reach -> reach.member().role())
                        .thenComparing(reach -> String.valueOf(reach.member().cell()))
                        .thenComparing(reach -> reach.member().participant().value()))
                .toList();
    }

    private static Duration after(Instant call, Instant at) {
        Duration after = Duration.between(call, at);
        return after.isNegative() ? Duration.ZERO : after;
    }
}
