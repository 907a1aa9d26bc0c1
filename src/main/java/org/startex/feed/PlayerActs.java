package org.startex.feed;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.startex.conduct.ConductService;
import org.startex.conduct.QuestionNumber;
import org.startex.conduct.SafetyService;
import org.startex.conduct.Standing;
import org.startex.conduct.WrittenAt;
import org.startex.kernel.CellCode;
import org.startex.kernel.ClientId;
import org.startex.kernel.Texts;
import org.startex.ledger.Answer;
import org.startex.ledger.LedgerUnavailable;
import org.startex.ledger.Reason;
import org.startex.logbook.ActionWords;
import org.startex.logbook.AnswerDraft;
import org.startex.logbook.AnswerService;
import org.startex.logbook.DecisionDraft;
import org.startex.logbook.LogbookService;
import org.startex.logbook.LoggistService;
import org.startex.logbook.MessageDraft;
import org.startex.logbook.MessageService;
import org.startex.logbook.Party;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;

/** Hands what players do to the services, and answers after the commit. */
@Component
class PlayerActs {
    private static final Logger LOG = LoggerFactory.getLogger(PlayerActs.class);
    private static final int RETRY_AFTER_SECONDS = 3;

    private final ConductService conduct;
    private final SafetyService safety;
    private final LogbookService logbook;
    private final MessageService messages;
    private final AnswerService answers;
    private final LoggistService loggist;
    private final InstantSource time;
    private final Texts texts = Texts.of("feed");

    PlayerActs(
            ConductService conduct,
            SafetyService safety,
            LogbookService logbook,
            MessageService messages,
            AnswerService answers,
            LoggistService loggist,
            InstantSource time) {
        this.conduct = conduct;
        this.safety = safety;
        this.logbook = logbook;
        this.messages = messages;
        this.answers = answers;
        this.loggist = loggist;
        this.time = time;
    }

    /** Does it; the page is answered on a thread of its own once the record has it. */
    void take(FeedSocket socket, ClientMessage.Act act) {
        CompletableFuture<Answer> answer;
        try {
            answer = submit(socket.caller(), act);
        } catch (RuntimeException failure) {
            answer = CompletableFuture.failedFuture(failure);
        }
        var unused = answer.whenCompleteAsync(
                (given, failure) -> socket.send(reply(act.clientId(), given, failure)), Thread::startVirtualThread);
    }

    /** Tells the page that an act cannot be taken as it stands. */
    void refuse(FeedSocket socket, ClientId id, Reason reason) {
        socket.send(refused(id, reason));
    }

    private CompletableFuture<Answer> submit(Caller.Joined caller, ClientMessage.Act act) {
        Optional<Standing> standing = conduct.standing(caller, caller.exercise());
        if (standing.isEmpty()) {
            throw new NotAllowed("act in an exercise");
        }
        Instant occurredAt =
                OccurredAt.of(time.instant(), standing.get().member().since(), act.written(), act.sent());
        return switch (act) {
            case ClientMessage.Acknowledge acknowledge ->
                conduct.acknowledge(
                        caller,
                        caller.exercise(),
                        act.clientId(),
                        acknowledge.inject(),
                        new WrittenAt(occurredAt, acknowledge.offline()));
            case ClientMessage.Decision decision ->
                logbook.logDecision(
                        caller,
                        caller.exercise(),
                        act.clientId(),
                        draft(decision),
                        new WrittenAt(occurredAt, decision.offline()));
            case ClientMessage.Message message ->
                messages.send(
                        caller,
                        caller.exercise(),
                        act.clientId(),
                        draft(message),
                        new WrittenAt(occurredAt, message.offline()));
            case ClientMessage.Confirm confirm ->
                safety.confirmCommsCheck(caller, caller.exercise(), act.clientId(), confirm.check(), occurredAt);
            case ClientMessage.TableAnswer written ->
                answers.answer(
                        caller,
                        caller.exercise(),
                        act.clientId(),
                        new AnswerDraft(
                                new QuestionNumber(written.move(), written.number()), written.base(), written.answer()),
                        new WrittenAt(occurredAt, written.offline()));
            case ClientMessage.StandBy said ->
                loggist.confirm(caller, caller.exercise(), act.clientId(), said.decision(), occurredAt);
            case ClientMessage.Dispute dispute ->
                loggist.dispute(
                        caller, caller.exercise(), act.clientId(), dispute.decision(), dispute.reason(), occurredAt);
            case ClientMessage.HandOver handOver ->
                conduct.handOver(
                        caller,
                        caller.exercise(),
                        act.clientId(),
                        standing.get().participant(),
                        handOver.to());
            case ClientMessage.NoDuff noDuff ->
                conduct.stop(caller, caller.exercise(), act.clientId(), noDuff.reason(), occurredAt);
        };
    }

    private static MessageDraft draft(ClientMessage.Message message) {
        String body = message.body();
        String cell = message.cell();
        Party to = cell != null ? Party.of(new CellCode(cell)) : body != null ? Party.BODY : Party.CONTROL;
        return new MessageDraft(to, body == null ? "" : body, message.inReplyTo(), message.inject(), message.text());
    }

    private static DecisionDraft draft(ClientMessage.Decision decision) {
        String lateReason = decision.lateReason();
        List<ActionWords> actions = decision.actions().stream()
                .map(action -> new ActionWords(action.text(), action.owner(), action.due()))
                .toList();
        return new DecisionDraft(
                decision.inReplyTo(),
                decision.reliedOn(),
                decision.decision(),
                decision.rationale(),
                decision.options(),
                decision.expectedEffect(),
                actions,
                lateReason == null ? "" : lateReason);
    }

    private ServerMessage reply(ClientId id, @Nullable Answer answer, @Nullable Throwable failure) {
        return switch (answer) {
            case Answer.Done done -> new ServerMessage.Done(id, done.seq());
            case Answer.Refused refused -> refused(id, refused.reason());
            case null -> failed(id, failure);
        };
    }

    /** Whatever went wrong, the page keeps the act and sends it again with the same id: nothing is lost, and nothing happens twice. */
    private ServerMessage failed(ClientId id, @Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof NotAllowed) {
            return refused(id, Reason.of("not-admitted"));
        }
        if (cause == null || !LedgerUnavailable.isBehind(cause)) {
            LOG.error("an act could not be handed over", cause);
        }
        return new ServerMessage.Busy(id, RETRY_AFTER_SECONDS, texts.get("busy"));
    }

    private static ServerMessage refused(ClientId id, Reason reason) {
        return new ServerMessage.Refused(
                id, reason.code(), reason.field().isEmpty() ? null : reason.field(), reason.message());
    }
}
