package org.startex.logbook;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;
import org.startex.conduct.ExerciseDesk;
import org.startex.conduct.ReceiptService;
import org.startex.conduct.RecordService;
import org.startex.conduct.Standing;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.ledger.Answer;
import org.startex.people.Caller;

/** The decision log of an exercise. */
@Service
public class LogbookService {
    private final ExerciseDesk desk;
    private final RecordService records;
    private final ReceiptService receipts;

    LogbookService(ExerciseDesk desk, RecordService records, ReceiptService receipts) {
        this.desk = desk;
        this.records = records;
        this.receipts = receipts;
    }

    /**
     * Logs a decision with its rationale. For players in a cell. Refused without a rationale, before STARTEX, while play is stopped, after ENDEX without
     * a reason for being late, and after the seal.
     *
     * @param occurredAt when it was written
     */
    public CompletableFuture<Answer> logDecision(
            Caller caller, ExerciseId exercise, ClientId id, DecisionDraft draft, Instant occurredAt) {
        Standing by = desk.require(caller, exercise, "log a decision", role -> role == ExerciseRole.PLAYER);
        Logbook.Had had = Logbook.Had.of(by.participant(), receipts.receipts(Caller.PROGRAM, exercise));
        return desk.submit(
                exercise,
                by.participant(),
                id,
                draft.toString(),
                (state, now, lastAlive) ->
                        Logbook.decide(state, by.participant(), draft, had, occurredAt, now, lastAlive));
    }

    /** All decisions in the order of the record. For its staff. */
    public List<Decision> decisions(Caller caller, ExerciseId exercise) {
        return records.read(caller, exercise, 0, Integer.MAX_VALUE).stream()
                .filter(entry -> entry.fact() instanceof DecisionRecorded)
                .map(entry -> new Decision(
                        entry.seq(),
                        entry.actor().participant().orElseThrow(),
                        entry.exerciseTime(),
                        entry.occurredAt(),
                        entry.recordedAt(),
                        (DecisionRecorded) entry.fact(),
                        entry.hash()))
                .toList();
    }
}
