package org.startex.logbook;

import java.time.Instant;
import java.util.Optional;
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
import org.startex.ledger.Reason;
import org.startex.people.Caller;
import org.startex.people.ParticipantRegister;

/** What loggists log for decision makers, and what those say of it. A decision logged for somebody is theirs only once they have confirmed it. */
@Service
public class LoggistService {
    private final ExerciseDesk desk;
    private final RecordService records;
    private final ReceiptService receipts;
    private final ParticipantRegister register;

    LoggistService(ExerciseDesk desk, RecordService records, ReceiptService receipts, ParticipantRegister register) {
        this.desk = desk;
        this.records = records;
        this.receipts = receipts;
        this.register = register;
    }

    /**
     * Logs a decision for somebody. For loggists. Refused as a player's own decision is, and when the maker is not of the exercise, is in another cell or is
     * the loggist.
     *
     * @param occurredAt when the loggist began to write
     */
    public CompletableFuture<Answer> logFor(
            Caller caller, ExerciseId exercise, ClientId id, DecisionForDraft draft, Instant occurredAt) {
        Standing by =
                desk.require(caller, exercise, "log a decision for somebody", role -> role == ExerciseRole.LOGGIST);
        if (register.name(exercise, draft.maker()).isEmpty()) {
            return refused("unknown-maker");
        }
        Logbook.Had had = Logbook.Had.of(draft.maker(), receipts.receipts(Caller.PROGRAM, exercise));
        return desk.submit(
                exercise,
                by.participant(),
                id,
                draft.toString(),
                (state, now, lastAlive) ->
                        Logbook.decideFor(state, by.participant(), draft, had, occurredAt, now, lastAlive));
    }

    /**
     * Confirms a decision that was logged for the caller; from then on it counts as theirs. For its maker, in play and after ENDEX until the seal.
     *
     * @param decision sequence of its entry
     * @param occurredAt when they said so
     */
    public CompletableFuture<Answer> confirm(
            Caller caller, ExerciseId exercise, ClientId id, long decision, Instant occurredAt) {
        Standing by = desk.require(caller, exercise, "confirm a decision", role -> true);
        return logged(exercise, decision)
                .map(known -> desk.submit(
                        exercise,
                        by.participant(),
                        id,
                        "confirm " + decision,
                        (state, now, lastAlive) ->
                                Logbook.confirm(state, by.participant(), known, occurredAt, now, lastAlive)))
                .orElseGet(() -> refused("not-your-decision"));
    }

    /**
     * Says that the caller did not decide so. For its maker, as {@link #confirm}; what is disputed may still be confirmed.
     *
     * @param decision sequence of its entry
     * @param reason 1 to 500 characters
     * @param occurredAt when they said so
     */
    public CompletableFuture<Answer> dispute(
            Caller caller, ExerciseId exercise, ClientId id, long decision, String reason, Instant occurredAt) {
        Standing by = desk.require(caller, exercise, "dispute a decision", role -> true);
        return logged(exercise, decision)
                .map(known -> desk.submit(
                        exercise,
                        by.participant(),
                        id,
                        "dispute " + decision + " " + reason,
                        (state, now, lastAlive) ->
                                Logbook.dispute(state, by.participant(), known, reason, occurredAt, now, lastAlive)))
                .orElseGet(() -> refused("not-your-decision"));
    }

    private Optional<Logbook.Logged> logged(ExerciseId exercise, long decision) {
        return decision < 1
                ? Optional.empty()
                : records.read(Caller.PROGRAM, exercise, decision - 1, 1).stream()
                        .filter(entry -> entry.seq() == decision)
                        .map(entry -> entry.fact())
                        .filter(DecisionRecorded.class::isInstance)
                        .map(DecisionRecorded.class::cast)
                        .map(fact -> new Logbook.Logged(decision, fact.number(), fact.cell()))
                        .findFirst();
    }

    private static CompletableFuture<Answer> refused(String code) {
        return CompletableFuture.completedFuture(new Answer.Refused(Reason.of(code)));
    }
}
