package org.startex.conduct;

import java.time.Instant;
import java.util.Optional;
import org.startex.conduct.Exercise.InPlay;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Reason;
import org.startex.ledger.Ruling;

/** The rules on what a table answers together: pure. Taken while running and paused; what is written when the discussion is over counts as late, until ENDEX. */
public final class Tables {
    private Tables() {}

    /** Makes the fact of an answer. */
    @FunctionalInterface
    public interface Answering {
        /**
         * The fact of an answer of this cell.
         *
         * @param version which it is, from 1
         * @param late whether it was written when the discussion was over
         */
        TableAnswer answer(CellCode cell, int version, boolean late);
    }

    /**
     * Records the next version of a table's answer, after what has fallen due. Refused if somebody of the table has saved one since, so that nothing is
     * written over unseen.
     *
     * @param base the version that the writer had before them, 0 for none
     * @param occurredAt when it was written, held between the question's opening and now
     * @param now never before the last entry
     * @param lastAlive when the program was last known to be alive
     */
    public static Ruling answer(
            Exercise state,
            ParticipantId by,
            QuestionNumber question,
            int base,
            Answering answering,
            Instant occurredAt,
            Instant now,
            Instant lastAlive) {
        Unfolding unfolding = Conduct.dueFirst(state, now, lastAlive);
        if (!(unfolding.state() instanceof InPlay in)) {
            return refuse(unfolding, Reason.of("not-planned"));
        }
        if (!(in instanceof Exercise.Running || in instanceof Exercise.Paused)) {
            return refuse(unfolding, Conduct.notRunning(in).orElseThrow());
        }
        Play play = in.play();
        Optional<CellCode> cell = play.member(by)
                .filter(member -> member.present() && member.role() == ExerciseRole.PLAYER)
                .flatMap(member -> Optional.ofNullable(member.cell()));
        if (cell.isEmpty()) {
            return refuse(unfolding, Reason.of("not-admitted"));
        }
        Moves moves = play.schedule().moves();
        Optional<OpenQuestion> open =
                moves.question(question).filter(q -> q.cells().contains(cell.get()));
        if (open.isEmpty()) {
            return refuse(unfolding, Reason.of("not-your-question"));
        }
        int version =
                moves.answer(question, cell.get()).map(AnswerMark::version).orElse(0);
        if (base != version) {
            return refuse(unfolding, Reason.of("answered-meanwhile"));
        }
        Instant when = Conduct.happened(occurredAt, open.get().at(), now);
        boolean late = moves.discussion(question.move())
                .filter(discussion -> discussion.overAt(when))
                .isPresent();
        unfolding.by(by, Audience.cell(cell.get()), when, answering.answer(cell.get(), version + 1, late));
        return Ruling.accept(unfolding.drafts());
    }

    private static Ruling refuse(Unfolding unfolding, Reason reason) {
        return new Ruling.Refused(reason, unfolding.drafts());
    }
}
