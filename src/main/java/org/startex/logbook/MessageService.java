package org.startex.logbook;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.startex.conduct.ExerciseDesk;
import org.startex.conduct.Rule;
import org.startex.conduct.Standing;
import org.startex.conduct.WrittenAt;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Answer;
import org.startex.people.Caller;

/** Messages between players, cells and control, and requests to bodies outside the exercise, which control plays. */
@Service
public class MessageService {
    private final ExerciseDesk desk;

    MessageService(ExerciseDesk desk) {
        this.desk = desk;
    }

    /**
     * Sends a message, or a request to an outside body. For players in a cell, and for controllers, who write to cells, to a player or to everybody. Refused
     * before STARTEX, after ENDEX unless a player wrote it before, and where the scenario does not let the two write to each other; a request also while
     * play is stopped.
     *
     * @param occurredAt when it was written
     */
    public CompletableFuture<Answer> send(
            Caller caller, ExerciseId exercise, ClientId id, MessageDraft draft, Instant occurredAt) {
        return send(caller, exercise, id, draft, WrittenAt.online(occurredAt));
    }

    /** Sends a message as {@link #send(Caller, ExerciseId, ClientId, MessageDraft, Instant)} does; one that comes late without a network says so. */
    public CompletableFuture<Answer> send(
            Caller caller, ExerciseId exercise, ClientId id, MessageDraft draft, WrittenAt written) {
        Standing by = desk.require(
                caller, exercise, "send a message", role -> role == ExerciseRole.PLAYER || role.controls());
        return desk.submit(
                exercise,
                by.participant(),
                id,
                draft.toString(),
                (state, now, lastAlive) -> Messages.send(state, by.participant(), draft, written, now, lastAlive));
    }

    /**
     * Says that the caller answers a request. For controllers. Refused when it is answered, or when somebody else has taken it than the caller saw.
     *
     * @param request its sequence
     * @param holder who held it as the caller saw it, or null for nobody
     */
    public CompletableFuture<Answer> take(
            Caller caller, ExerciseId exercise, ClientId id, long request, @Nullable ParticipantId holder) {
        ParticipantId by = control(caller, exercise, "take a request");
        return submit(
                exercise,
                by,
                id,
                "take " + request + " " + holder,
                (state, now, lastAlive) -> Requests.take(state, by, request, holder, now, lastAlive));
    }

    /** Answers a request as the body that was asked. For controllers. Refused when it is answered, or another controller has taken it. */
    public CompletableFuture<Answer> answer(
            Caller caller, ExerciseId exercise, ClientId id, long request, String text) {
        ParticipantId by = control(caller, exercise, "answer a request");
        return submit(
                exercise,
                by,
                id,
                "answer " + request + " " + text,
                (state, now, lastAlive) -> Requests.answer(state, by, request, text, now, lastAlive));
    }

    /** Says that the body that was asked gives no answer, and why; the cell reads it. For controllers. Refused as an answer is. */
    public CompletableFuture<Answer> decline(
            Caller caller, ExerciseId exercise, ClientId id, long request, String reason) {
        ParticipantId by = control(caller, exercise, "decline a request");
        return submit(
                exercise,
                by,
                id,
                "decline " + request + " " + reason,
                (state, now, lastAlive) -> Requests.decline(state, by, request, reason, now, lastAlive));
    }

    /** All threads, in the order in which they began. For its staff. */
    public List<MessageThread> threads(Caller caller, ExerciseId exercise) {
        if (!(caller instanceof Caller.Program)) {
            desk.require(caller, exercise, "read messages", ExerciseRole::seesAll);
        }
        return desk.exercise(exercise).content().map(MessageThread::of).orElse(List.of());
    }

    private ParticipantId control(Caller caller, ExerciseId exercise, String act) {
        return desk.require(caller, exercise, act, ExerciseRole::controls).participant();
    }

    private CompletableFuture<Answer> submit(
            ExerciseId exercise, ParticipantId by, ClientId id, String request, Rule rule) {
        return desk.submit(exercise, by, id, request, rule);
    }
}
