package org.startex.logbook;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;
import org.startex.conduct.ExerciseDesk;
import org.startex.conduct.Standing;
import org.startex.conduct.Tables;
import org.startex.conduct.Words;
import org.startex.conduct.WrittenAt;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.ledger.Answer;
import org.startex.ledger.Ruling;
import org.startex.people.Caller;

/** What tables answer to the questions of a facilitated exercise: one answer for each table and question, written together. */
@Service
public class AnswerService {
    private final ExerciseDesk desk;

    AnswerService(ExerciseDesk desk) {
        this.desk = desk;
    }

    /**
     * Records the next version of the answer of the caller's table. For players in a cell that has the question. Refused without a text, when somebody of
     * the table has saved a version since the caller's, before STARTEX, while play is stopped, and after ENDEX; marked late when it was written after
     * the discussion.
     *
     * @param occurredAt when it was written
     */
    public CompletableFuture<Answer> answer(
            Caller caller, ExerciseId exercise, ClientId id, AnswerDraft draft, Instant occurredAt) {
        return answer(caller, exercise, id, draft, WrittenAt.online(occurredAt));
    }

    /** Answers as {@link #answer(Caller, ExerciseId, ClientId, AnswerDraft, Instant)} does; what comes late without a network says so. */
    public CompletableFuture<Answer> answer(
            Caller caller, ExerciseId exercise, ClientId id, AnswerDraft draft, WrittenAt written) {
        Standing by = desk.require(caller, exercise, "answer for a table", role -> role == ExerciseRole.PLAYER);
        return desk.submit(
                exercise,
                by.participant(),
                id,
                draft.toString(),
                (state, now, lastAlive) -> Words.check(draft.answer(), "answer", Words.TEXT, true)
                        .map(Ruling::refuse)
                        .orElseGet(() -> Tables.answer(
                                state,
                                by.participant(),
                                draft.question(),
                                draft.base(),
                                (cell, version, late) -> new AnswerRecorded(
                                        draft.question(),
                                        cell,
                                        version,
                                        late,
                                        written.told(now),
                                        draft.answer().strip()),
                                written.at(),
                                now,
                                lastAlive)));
    }
}
