package org.startex.conduct;

import java.util.Optional;
import org.startex.conduct.Exercise.Before;
import org.startex.conduct.Exercise.InPlay;
import org.startex.kernel.Audience;
import org.startex.kernel.ExerciseTime;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Reason;

/** The rules of no duff: it stops everything, a real call also ends a drill, and only a controller clears it. */
final class NoDuffs {
    private NoDuffs() {}

    static Optional<Reason> stop(Unfolding u, InPlay in, ExerciseCommand.StopForRealIncident c) {
        if (in instanceof Exercise.Stopped stopped && !stopped.noDuff().drill()) {
            return Conduct.refused("already-stopped");
        }
        Optional<Reason> bad = Words.check(c.reason(), "reason", Words.REASON, true);
        if (bad.isPresent()) {
            return bad;
        }
        if (in.play().member(c.by()).filter(Member::present).isEmpty()) {
            return Conduct.refused("not-admitted");
        }
        u.by(c.by(), Audience.EVERYONE, new NoDuffCalled(in.play().clock().elapsedAt(u.now()), c.reason()));
        return Optional.empty();
    }

    static Optional<Reason> drill(Unfolding u, InPlay in, ExerciseCommand.DrillNoDuff c) {
        if (in instanceof Exercise.Stopped) {
            return Conduct.refused("already-stopped");
        }
        if (!(in instanceof Exercise.Planned)) {
            return Conduct.refused(in instanceof Exercise.Sealed ? "sealed" : "drill-before-startex");
        }
        Optional<Reason> bad = Words.check(c.reason(), "reason", Words.REASON, false);
        if (bad.isEmpty()) {
            u.by(c.by(), Audience.EVERYONE, new NoDuffDrilled(c.reason()));
        }
        return bad;
    }

    static Optional<Reason> clear(Unfolding u, InPlay in, ExerciseCommand.ClearRealIncident c) {
        if (!(in instanceof Exercise.Stopped stopped)) {
            return Conduct.refused("not-stopped");
        }
        boolean inPlay = stopped.before() == Before.PLAY;
        Optional<Reason> bad = Words.check(
                        c.reason(), "reason", Words.REASON, !stopped.noDuff().drill())
                .or(() -> inPlay ? StandingStill.check(in.play(), c.waited(), c.laterMicros()) : Optional.empty());
        if (bad.isPresent()) {
            return bad;
        }
        if (stopped.noDuff().drill()) {
            u.by(c.by(), Audience.EVERYONE, new NoDuffDrillEnded(c.reason()));
            return Optional.empty();
        }
        Optional<StandingStill> still = StandingStill.of(in, u.now());
        u.by(c.by(), Audience.EVERYONE, new NoDuffCleared(inPlay ? c.waited() : null, c.reason()));
        still.ifPresent(lost -> lost.apply(u, in.play(), c.by(), c.waited(), c.laterMicros()));
        Discussing.giveBack(u, in.play(), stopped.noDuff(), c.by());
        return Optional.empty();
    }

    static Exercise called(InPlay in, LedgerEntry entry, NoDuffCalled f) {
        return stopped(in, entry, f.at(), f.reason(), false);
    }

    static Exercise drilled(InPlay in, LedgerEntry entry, NoDuffDrilled f) {
        return stopped(in, entry, in.play().clock().elapsedAt(entry.occurredAt()), f.reason(), true);
    }

    private static Exercise stopped(InPlay in, LedgerEntry entry, ExerciseTime at, String reason, boolean drill) {
        Play play = in.play();
        NoDuff noDuff = entry.actor()
                .participant()
                .map(by -> new NoDuff(entry.seq(), by, reason, entry.occurredAt(), drill))
                .orElseThrow(() -> new IllegalStateException("a no-duff call without a caller"));
        return switch (in) {
            case Exercise.Planned s -> new Exercise.Stopped(play, noDuff, Before.PLANNED);
            case Exercise.Closing s -> new Exercise.Stopped(play, noDuff, Before.CLOSING);
            case Exercise.Running s ->
                new Exercise.Stopped(
                        play.with(new ExerciseClock(
                                entry.occurredAt(), at, play.clock().pace(), false)),
                        noDuff,
                        Before.PLAY);
            case Exercise.Paused s -> new Exercise.Stopped(play, noDuff, Before.PLAY);
            case Exercise.Stopped s ->
                s.noDuff().drill() && !drill ? new Exercise.Stopped(play, noDuff, s.before()) : s;
            case Exercise.Sealed s -> s;
        };
    }

    static Exercise cleared(InPlay in) {
        if (!(in instanceof Exercise.Stopped stopped)) {
            return in;
        }
        return switch (stopped.before()) {
            case PLANNED -> new Exercise.Planned(in.play());
            case CLOSING -> new Exercise.Closing(in.play());
            case PLAY -> new Exercise.Paused(in.play(), PauseCause.NO_DUFF, "");
        };
    }
}
