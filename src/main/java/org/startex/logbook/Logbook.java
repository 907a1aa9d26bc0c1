package org.startex.logbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.startex.conduct.Attesting;
import org.startex.conduct.Conduct;
import org.startex.conduct.Exercise;
import org.startex.conduct.ExerciseCommand;
import org.startex.conduct.InjectReceipt;
import org.startex.conduct.Member;
import org.startex.conduct.Play;
import org.startex.conduct.ReplyLogged;
import org.startex.conduct.Words;
import org.startex.conduct.WrittenAt;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.Texts;
import org.startex.ledger.Draft;
import org.startex.ledger.Reason;
import org.startex.ledger.Ruling;

/** The rules of the decision log: pure. A decision is logged with its rationale or not at all. */
final class Logbook {
    static final int ACTIONS = 20;
    static final int ACTION = 1000;
    static final int OWNER = 120;
    static final int DUE = 60;
    static final int RELIED_ON = 100;

    private static final Texts TEXTS = Texts.of("logbook");

    private Logbook() {}

    /** What its maker's page had when the decision was made. */
    record Had(List<Long> received, List<Long> seen) {
        static Had of(ParticipantId maker, Map<Long, Map<ParticipantId, InjectReceipt>> receipts) {
            return new Had(
                    receipts.entrySet().stream()
                            .filter(e -> e.getValue().containsKey(maker))
                            .map(Map.Entry::getKey)
                            .sorted()
                            .toList(),
                    receipts.entrySet().stream()
                            .filter(e -> Optional.ofNullable(e.getValue().get(maker))
                                    .flatMap(InjectReceipt::seenAt)
                                    .isPresent())
                            .map(Map.Entry::getKey)
                            .sorted()
                            .toList());
        }
    }

    /** The decision whose maker speaks: what of it never changes. */
    record Logged(long entry, int number, CellCode cell) {}

    static Ruling decide(
            Exercise state,
            ParticipantId maker,
            DecisionDraft draft,
            Had had,
            WrittenAt written,
            Instant now,
            Instant lastAlive) {
        return decide(
                state,
                new ExerciseCommand.LogReply(
                        maker, draft.inReplyTo(), draft.actions().size(), lateReason(draft, written), written.at()),
                () -> state.content().flatMap(play -> play.member(maker)).map(Member::cell),
                draft,
                had,
                written,
                now,
                lastAlive);
    }

    /** A decision that a loggist logs for its maker, who is then asked to confirm it. */
    static Ruling decideFor(
            Exercise state,
            ParticipantId loggist,
            DecisionForDraft draft,
            Had had,
            Instant occurredAt,
            Instant now,
            Instant lastAlive) {
        DecisionDraft decision = draft.decision();
        return decide(
                state,
                new ExerciseCommand.LogReplyFor(
                        loggist,
                        draft.maker(),
                        draft.cell(),
                        decision.inReplyTo(),
                        decision.actions().size(),
                        decision.lateReason(),
                        occurredAt),
                () -> Optional.of(draft.cell()),
                decision,
                had,
                WrittenAt.online(occurredAt),
                now,
                lastAlive);
    }

    /** The maker's word on a decision that was logged for them: they confirm it. */
    static Ruling confirm(
            Exercise state, ParticipantId by, Logged decision, Instant occurredAt, Instant now, Instant lastAlive) {
        return Attesting.say(
                state,
                by,
                decision.entry(),
                Audience.cell(decision.cell()),
                late -> new DecisionConfirmed(decision.entry(), decision.number(), late),
                null,
                occurredAt,
                now,
                lastAlive);
    }

    /** The maker's word on a decision that was logged for them: they did not decide so. */
    static Ruling dispute(
            Exercise state,
            ParticipantId by,
            Logged decision,
            String reason,
            Instant occurredAt,
            Instant now,
            Instant lastAlive) {
        return Attesting.say(
                state,
                by,
                decision.entry(),
                Audience.cell(decision.cell()),
                late -> new DecisionDisputed(decision.entry(), decision.number(), late, reason.strip()),
                Words.check(reason, "reason", Words.REASON, true).orElse(null),
                occurredAt,
                now,
                lastAlive);
    }

    private static Ruling decide(
            Exercise state,
            ExerciseCommand command,
            Supplier<Optional<CellCode>> cellOf,
            DecisionDraft draft,
            Had had,
            WrittenAt written,
            Instant now,
            Instant lastAlive) {
        Optional<Reason> bad = check(draft);
        if (bad.isPresent()) {
            return Ruling.refuse(bad.get());
        }
        long head = state.content().map(Play::seq).orElse(0L);
        if (!draft.reliedOn().stream().allMatch(seq -> seq > 0 && seq <= head)) {
            return Ruling.refuse(Reason.of("not-your-entry", "reliedOn"));
        }
        boolean late = state instanceof Exercise.Closing;
        String lateReason = lateReason(draft, written);
        Ruling reply = Conduct.decide(state, command, now, lastAlive);
        if (!(reply instanceof Ruling.Accepted accepted)) {
            return reply;
        }
        Draft logged = accepted.drafts().getLast();
        ReplyLogged numbered = (ReplyLogged) logged.fact();
        CellCode cell = cellOf.get().orElseThrow();
        List<Draft> drafts = new ArrayList<>(accepted.drafts());
        drafts.add(new Draft(
                logged.actor(),
                Audience.cell(cell),
                logged.occurredAt(),
                logged.exerciseTime(),
                new DecisionRecorded(
                        numbered.number(),
                        cell,
                        draft.inReplyTo(),
                        draft.reliedOn(),
                        late,
                        had.received(),
                        had.seen(),
                        written.enteredLate(now),
                        new DecisionWords(
                                draft.decision().strip(),
                                draft.rationale().strip(),
                                draft.options().strip(),
                                draft.expectedEffect().strip(),
                                draft.actions(),
                                late ? lateReason.strip() : ""),
                        numbered.madeBy())));
        return Ruling.accept(drafts);
    }

    /** Who wrote without a network could not know that the exercise had ended, so is not asked why it comes late. */
    private static String lateReason(DecisionDraft draft, WrittenAt written) {
        return draft.lateReason().isBlank() && written.offline() ? TEXTS.get("late.offline") : draft.lateReason();
    }

    private static Optional<Reason> check(DecisionDraft draft) {
        if (draft.decision().isBlank()) {
            return Optional.of(Reason.of("decision-missing", "decision"));
        }
        if (draft.rationale().isBlank()) {
            return Optional.of(Reason.of("rationale-missing", "rationale"));
        }
        if (draft.actions().size() > ACTIONS) {
            return Optional.of(Reason.of("too-many-actions", "actions"));
        }
        if (draft.reliedOn().size() > RELIED_ON) {
            return Optional.of(Reason.of("too-long", "reliedOn"));
        }
        return Words.check(draft.decision(), "decision", Words.TEXT, true)
                .or(() -> Words.check(draft.rationale(), "rationale", Words.TEXT, true))
                .or(() -> Words.check(draft.options(), "options", Words.TEXT, false))
                .or(() -> Words.check(draft.expectedEffect(), "expectedEffect", Words.TEXT, false))
                .or(() -> draft.actions().stream()
                        .map(Logbook::check)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Optional<Reason> check(ActionWords action) {
        return Words.check(action.text(), "actions", ACTION, true)
                .or(() -> Words.check(action.owner(), "actions", OWNER, false))
                .or(() -> Words.check(action.due(), "actions", DUE, false));
    }
}
