package org.startex.conduct;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.startex.conduct.Exercise.InPlay;
import org.startex.kernel.Audience;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Fact;
import org.startex.ledger.Reason;
import org.startex.ledger.Ruling;

/** What a module above makes of something that somebody wrote, judged after what has fallen due. */
public sealed interface Written {
    /** An entry to be made, and who may read it. */
    record Entry(Audience audience, Fact fact) {}

    /** To be recorded, in this order. */
    record Taken(List<Entry> entries) implements Written {
        public Taken {
            entries = List.copyOf(entries);
        }
    }

    /** Not to be recorded. */
    record Not(Reason reason) implements Written {}

    /** Not to be recorded, for a reason that no field caused. */
    static Written not(String reason) {
        return new Not(Reason.of(reason));
    }

    /**
     * Records what the rule makes of an act, after what has fallen due.
     *
     * @param rule says what is made of it in the state in which it finds the exercise
     * @param occurredAt when it was written, held between STARTEX and now
     * @param now never before the last entry
     * @param lastAlive when the program was last known to be alive
     */
    static Ruling take(
            Exercise state,
            ParticipantId by,
            Function<InPlay, Written> rule,
            Instant occurredAt,
            Instant now,
            Instant lastAlive) {
        Unfolding unfolding = Conduct.dueFirst(state, now, lastAlive);
        Written written = unfolding.state() instanceof InPlay in && !(in instanceof Exercise.Sealed)
                ? rule.apply(in)
                : not(unfolding.state() instanceof Exercise.Sealed ? "sealed" : "not-planned");
        return switch (written) {
            case Not not -> new Ruling.Refused(not.reason(), unfolding.drafts());
            case Taken taken -> {
                Instant started = unfolding
                        .state()
                        .content()
                        .flatMap(play -> play.clock().started())
                        .orElse(now);
                Instant happened = Conduct.happened(occurredAt, started, now);
                taken.entries().forEach(entry -> unfolding.by(by, entry.audience(), happened, entry.fact()));
                yield Ruling.accept(unfolding.drafts());
            }
        };
    }
}
