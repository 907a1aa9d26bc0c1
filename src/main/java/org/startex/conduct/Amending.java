package org.startex.conduct;

import java.util.Optional;
import org.startex.conduct.Exercise.InPlay;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Reason;

/** The rules of what has left and cannot be taken back: it is recalled, or corrected, and whoever had it is told in the same place. */
final class Amending {
    private Amending() {}

    static Play fold(Play play, InjectAmended act, LedgerEntry entry) {
        Play heard = act instanceof InjectRecalled recalled ? Hearing.recalled(play, recalled) : play;
        return play.delivered(act.inject())
                .map(inject -> heard.with(
                        switch (act) {
                            case InjectRecalled f -> inject.recalledBy(ActMark.of(entry, f.reason()));
                            case InjectCorrected f ->
                                inject.correctedBy(new Correction(
                                        entry.seq(),
                                        f.words().text(),
                                        ActMark.of(entry, f.words().reason())));
                        }))
                .orElse(play);
    }

    static Optional<Reason> amend(Unfolding u, InPlay in, ExerciseCommand.Amend command) {
        if (!(in instanceof Exercise.Running || in instanceof Exercise.Paused)) {
            return Conduct.notRunning(in);
        }
        Optional<Delivered> known = in.play().delivered(command.inject());
        if (known.isEmpty()) {
            return Conduct.refused("not-delivered");
        }
        Delivered inject = known.get();
        if (inject.recalled().isPresent()) {
            return Conduct.refused("already-recalled");
        }
        return switch (command) {
            case ExerciseCommand.RecallInject c -> recall(u, c, inject);
            case ExerciseCommand.CorrectInject c -> correct(u, c, inject);
        };
    }

    private static Optional<Reason> recall(Unfolding u, ExerciseCommand.RecallInject c, Delivered inject) {
        Optional<Reason> bad = Words.check(c.reason(), "reason", Words.REASON, true);
        if (bad.isEmpty()) {
            u.by(c.by(), inject.audience(), new InjectRecalled(inject.seq(), inject.number(), c.reason()));
        }
        return bad;
    }

    private static Optional<Reason> correct(Unfolding u, ExerciseCommand.CorrectInject c, Delivered inject) {
        Optional<Reason> bad = Words.check(c.text(), "text", Words.TEXT, true)
                .or(() -> Words.check(c.reason(), "reason", Words.REASON, false));
        if (bad.isPresent()) {
            return bad;
        }
        if (c.corrections() != inject.corrections().size()) {
            return Conduct.refused("corrected-meanwhile");
        }
        if (c.text().equals(inject.text())) {
            return Optional.of(Reason.of("corrected-by-nothing", "text"));
        }
        u.by(
                c.by(),
                inject.audience(),
                new InjectCorrected(inject.seq(), inject.number(), new CorrectionWords(c.text(), c.reason())));
        return Optional.empty();
    }
}
