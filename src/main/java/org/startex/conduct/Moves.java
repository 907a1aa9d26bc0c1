package org.startex.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.startex.kernel.CellCode;
import org.startex.ledger.LedgerEntry;

/**
 * How far a facilitated exercise has come, and what its tables discuss. Empty in timed conduct.
 *
 * @param begun how many moves have begun
 * @param discussions of each move that has had one, as it was opened last
 * @param questions that the tables have, in the order in which they were put
 * @param answers of each table to each question the last
 */
public record Moves(int begun, List<Discussion> discussions, List<OpenQuestion> questions, List<AnswerMark> answers) {
    static final Moves NONE = new Moves(0, List.of(), List.of(), List.of());

    public Moves {
        discussions = List.copyOf(discussions);
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
    }

    /** The discussion of a move, if there was one. */
    public Optional<Discussion> discussion(int move) {
        return discussions.stream().filter(d -> d.move() == move).findFirst();
    }

    /** The discussion of the move that is played now, if there is one. */
    public Optional<Discussion> discussion() {
        return discussion(begun);
    }

    /** The questions of a move that the tables have. */
    public List<OpenQuestion> questions(int move) {
        return questions.stream().filter(q -> q.question().move() == move).toList();
    }

    /** A question that the tables have. */
    public Optional<OpenQuestion> question(QuestionNumber number) {
        return questions.stream().filter(q -> q.question().equals(number)).findFirst();
    }

    /** What a table has answered last, if it has. */
    public Optional<AnswerMark> answer(QuestionNumber question, CellCode cell) {
        return answers.stream()
                .filter(a -> a.question().equals(question) && a.cell().equals(cell))
                .findFirst();
    }

    Moves begun(int move) {
        return new Moves(move, discussions, questions, answers);
    }

    Moves with(Discussion changed) {
        List<Discussion> all = new ArrayList<>(discussions);
        all.removeIf(d -> d.move() == changed.move());
        all.add(changed);
        return new Moves(begun, all, questions, answers);
    }

    Moves with(OpenQuestion put) {
        List<OpenQuestion> all = new ArrayList<>(questions);
        all.add(put);
        return new Moves(begun, discussions, all, answers);
    }

    Moves answered(TableAnswer answer, LedgerEntry entry) {
        List<AnswerMark> all = new ArrayList<>(answers);
        all.removeIf(a -> a.question().equals(answer.question()) && a.cell().equals(answer.cell()));
        entry.actor()
                .participant()
                .ifPresent(by -> all.add(new AnswerMark(
                        answer.question(),
                        answer.cell(),
                        answer.version(),
                        answer.late(),
                        answer.said(),
                        entry.seq(),
                        by,
                        entry.occurredAt(),
                        answer instanceof SentFromPage sent && sent.enteredLate(),
                        entry.recordedAt())));
        return new Moves(begun, discussions, questions, all);
    }
}
