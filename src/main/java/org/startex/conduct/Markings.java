package org.startex.conduct;

import java.util.Optional;
import org.startex.conduct.Exercise.InPlay;
import org.startex.kernel.Audience;
import org.startex.ledger.Reason;

/** The rules of how an exercise is marked: pure. */
final class Markings {
    private Markings() {}

    /** Why it cannot be marked so, if it cannot. */
    static Optional<Reason> check(Marking marking) {
        return Words.check(marking.text(), "marking", Marking.LONGEST_TEXT, true)
                .or(() -> Words.check(marking.codeWord(), "codeWord", Marking.LONGEST_CODE_WORD, true));
    }

    static Optional<Reason> change(Unfolding u, InPlay in, ExerciseCommand.ChangeMarking c) {
        if (!(in instanceof Exercise.Planned)) {
            return Conduct.refused(in instanceof Exercise.Stopped ? "stopped" : "marking-after-startex");
        }
        Marking marking =
                new Marking(c.marking().text().strip(), c.marking().codeWord().strip());
        Optional<Reason> bad = check(marking);
        if (bad.isPresent()) {
            return bad;
        }
        Marking now = in.play().plan().marked();
        if (marking.equals(now)) {
            return Conduct.refused("marked-as-before");
        }
        if (!c.seen().equals(now)) {
            return Conduct.refused("marked-meanwhile");
        }
        u.by(c.by(), Audience.STAFF, new MarkingChanged(marking));
        return Optional.empty();
    }

    static Play fold(Play play, MarkingChanged f) {
        return play.with(play.plan().marked(f.marking()));
    }
}
