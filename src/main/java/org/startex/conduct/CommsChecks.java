package org.startex.conduct;

import java.util.Optional;
import java.util.Set;
import org.startex.conduct.Exercise.InPlay;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseRole;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Reason;

/** The rules of a comms check: it is started before STARTEX or while exercise time stands, and may be repeated; the latest counts. */
final class CommsChecks {
    private CommsChecks() {}

    static Play fold(Play play, CommsCheckStarted fact, LedgerEntry entry) {
        return entry.actor()
                .participant()
                .map(by -> play.with(
                        new CommsCheck(entry.seq(), fact.number(), by, entry.occurredAt(), java.util.Map.of())))
                .orElse(play);
    }

    static Play fold(Play play, CommsCheckConfirmed fact, LedgerEntry entry) {
        return play.commsCheck()
                .filter(check -> check.seq() == fact.check())
                .flatMap(check ->
                        entry.actor().participant().map(by -> play.with(check.confirmedBy(by, entry.occurredAt()))))
                .orElse(play);
    }

    static Optional<Reason> start(Unfolding u, InPlay in, ExerciseCommand.StartCommsCheck c) {
        if (in instanceof Exercise.Running) {
            return Conduct.refused("comms-check-in-play");
        }
        if (!(in instanceof Exercise.Planned || in instanceof Exercise.Paused)) {
            return Conduct.notRunning(in);
        }
        int before = in.play().commsCheck().map(CommsCheck::number).orElse(0);
        u.by(c.by(), Audience.EVERYONE, new CommsCheckStarted(before + 1));
        return Optional.empty();
    }

    /** An answer that comes late, from a phone without a network, still counts for its own check. */
    static Optional<Reason> confirm(Unfolding u, InPlay in, ExerciseCommand.ConfirmCommsCheck c) {
        if (in instanceof Exercise.Stopped) {
            return Conduct.refused("stopped");
        }
        Play play = in.play();
        if (play.member(c.by())
                .filter(m -> m.present() && m.role() == ExerciseRole.PLAYER)
                .isEmpty()) {
            return Conduct.refused("not-admitted");
        }
        Optional<CommsCheck> check = play.commsCheck().filter(now -> now.seq() == c.check());
        if (check.isEmpty()) {
            return Conduct.refused("comms-check-over");
        }
        if (check.get().confirmed(c.by()).isPresent()) {
            return Conduct.refused("already-confirmed");
        }
        u.by(
                c.by(),
                new Audience.Participants(Set.of(c.by())),
                Conduct.happened(c.occurredAt(), check.get().since(), u.now()),
                new CommsCheckConfirmed(c.check()));
        return Optional.empty();
    }
}
