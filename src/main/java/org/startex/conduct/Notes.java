package org.startex.conduct;

import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;
import org.startex.conduct.Exercise.InPlay;
import org.startex.kernel.Audience;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Reason;
import org.startex.ledger.Ruling;

/** The rules on what staff write into the record beside play: pure. Taken while running and paused, and after ENDEX with a reason. */
public final class Notes {
    private Notes() {}

    /**
     * Records a numbered note of one of the staff, after what has fallen due.
     *
     * @param kind the series in which it is numbered
     * @param note makes the fact of its number
     * @param lateReason needed after ENDEX, else passed over
     * @param occurredAt when it was written, held between STARTEX and now
     * @param now never before the last entry
     * @param lastAlive when the program was last known to be alive
     */
    public static <F extends Numbered> Ruling take(
            Exercise state,
            ParticipantId by,
            Class<F> kind,
            IntFunction<F> note,
            String lateReason,
            Instant occurredAt,
            Instant now,
            Instant lastAlive) {
        Unfolding unfolding = Conduct.dueFirst(state, now, lastAlive);
        if (!(unfolding.state() instanceof InPlay in)) {
            return refuse(unfolding, Reason.of("not-planned"));
        }
        Optional<Reason> closed = Conduct.takesEntries(in, lateReason);
        if (closed.isPresent()) {
            return refuse(unfolding, closed.get());
        }
        Play play = in.play();
        if (play.member(by)
                .filter(member -> member.present() && member.role().seesAll())
                .isEmpty()) {
            return refuse(unfolding, Reason.of("not-a-member"));
        }
        Instant started = play.clock().started().orElse(now);
        unfolding.by(
                by, Audience.STAFF, Conduct.happened(occurredAt, started, now), note.apply(play.numbered(kind) + 1));
        return Ruling.accept(unfolding.drafts());
    }

    private static Ruling refuse(Unfolding unfolding, Reason reason) {
        return new Ruling.Refused(reason, unfolding.drafts());
    }
}
