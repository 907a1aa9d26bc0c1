package org.startex.exchange;

import java.time.Duration;
import java.util.Optional;
import org.startex.conduct.Because;
import org.startex.conduct.ClockJumped;
import org.startex.conduct.CommsCheckStarted;
import org.startex.conduct.DiscussionOpened;
import org.startex.conduct.ExerciseEnded;
import org.startex.conduct.ExercisePaused;
import org.startex.conduct.ExerciseResumed;
import org.startex.conduct.ExerciseSealed;
import org.startex.conduct.ExerciseStarted;
import org.startex.conduct.InjectCorrected;
import org.startex.conduct.InjectDelivered;
import org.startex.conduct.InjectFellDue;
import org.startex.conduct.InjectMoved;
import org.startex.conduct.InjectPutBack;
import org.startex.conduct.InjectReaddressed;
import org.startex.conduct.InjectRecalled;
import org.startex.conduct.InjectSkipped;
import org.startex.conduct.InjectSpoken;
import org.startex.conduct.InjectSpokenUndone;
import org.startex.conduct.MoveBegun;
import org.startex.conduct.MoveEnded;
import org.startex.conduct.NoDuffCalled;
import org.startex.conduct.NoDuffCleared;
import org.startex.conduct.NoDuffDrillEnded;
import org.startex.conduct.NoDuffDrilled;
import org.startex.conduct.OutageFound;
import org.startex.conduct.PaceChanged;
import org.startex.conduct.QuestionOpened;
import org.startex.conduct.RestPostponed;
import org.startex.conduct.RoleHandedOver;
import org.startex.conduct.SentFromPage;
import org.startex.conduct.VoiceReplyNoted;
import org.startex.kernel.Lengths;
import org.startex.kernel.Texts;
import org.startex.ledger.LedgerEntry;
import org.startex.logbook.AnswerRecorded;
import org.startex.logbook.DecisionConfirmed;
import org.startex.logbook.DecisionDisputed;
import org.startex.logbook.DecisionRecorded;
import org.startex.logbook.Message;
import org.startex.logbook.ObservationRecorded;
import org.startex.logbook.Party;
import org.startex.logbook.SituationTold;
import org.startex.scenario.ConditionWords;

/** What an entry says, on one line of a document. */
final class Happenings {
    private static final Texts TEXTS = Texts.of("exchange");

    private Happenings() {}

    /** The line of an entry that belongs into a timeline; empty for what is bookkeeping, such as joining or an acknowledgement. */
    static Optional<String> line(Source source, LedgerEntry entry) {
        return said(source, entry)
                .map(said -> entry.fact() instanceof SentFromPage sent && sent.enteredLate()
                        ? TEXTS.get("happened.offline", said)
                        : said);
    }

    private static Optional<String> said(Source source, LedgerEntry entry) {
        String who = source.who(entry);
        return switch (entry.fact()) {
            case InjectFellDue i when i.because() != null -> Optional.of(because(source, i, i.because()));
            case InjectDelivered i ->
                Optional.of(TEXTS.get("happened.inject", i.number(), i.words().title(), source.cells(i.to())));
            case InjectSkipped s -> Optional.of(TEXTS.get("happened.skipped", s.number(), who, s.reason()));
            case InjectSpoken v ->
                Optional.of(TEXTS.get("happened.spoken", v.number(), v.speaker().isEmpty() ? who : v.speaker()));
            case InjectSpokenUndone v -> Optional.of(TEXTS.get("happened.spoken-undone", v.number(), who));
            case VoiceReplyNoted v ->
                Optional.of(TEXTS.get(
                        "happened.voice-reply",
                        v.number(),
                        v.words().heardBy().isEmpty() ? who : v.words().heardBy(),
                        v.words().text()));
            case InjectPutBack b -> Optional.of(TEXTS.get("happened.put-back", b.number(), who));
            case InjectMoved m ->
                Optional.of(TEXTS.get(
                        "happened.moved", m.number(), who, source.storyTime(m.from()), source.storyTime(m.to())));
            case InjectRecalled r -> Optional.of(TEXTS.get("happened.recalled", r.number(), who, r.reason()));
            case InjectCorrected c ->
                Optional.of(TEXTS.get(
                        "happened.corrected", c.number(), who, c.words().text()));
            case InjectReaddressed a ->
                Optional.of(TEXTS.get("happened.readdressed", a.number(), who, source.cells(a.to())));
            case RestPostponed r ->
                Optional.of(TEXTS.get(
                        r.byMicros() < 0 ? "happened.brought-forward" : "happened.postponed",
                        who,
                        Lengths.of(Duration.ofNanos(Math.abs(r.byMicros()) * 1000))));
            case ClockJumped j ->
                Optional.of(TEXTS.get("happened.jumped", source.storyTime(j.from()), source.storyTime(j.to()), who));
            case MoveBegun m -> Optional.of(TEXTS.get("happened.move", source.move(m.move()), who));
            case MoveEnded m -> Optional.of(TEXTS.get("happened.move-ended", source.move(m.move())));
            case DiscussionOpened d -> Optional.of(TEXTS.get("happened.discussion", source.move(d.move())));
            case QuestionOpened q -> Optional.of(TEXTS.get("happened.question", q.question(), q.text()));
            case AnswerRecorded a ->
                Optional.of(TEXTS.get(
                        a.late() ? "happened.answer.late" : "happened.answer",
                        source.cell(a.cell()),
                        a.question(),
                        a.said(),
                        who));
            case DecisionRecorded d ->
                Optional.of(TEXTS.get(
                                d.late() ? "happened.decision.late" : "happened.decision",
                                d.number(),
                                source.cell(d.cell()),
                                d.madeBy() == null ? who : source.name(d.madeBy()),
                                d.words().decision()))
                        .map(said -> said + confirmed(source, entry));
            case RoleHandedOver h ->
                Optional.of(TEXTS.get(
                        "happened.handed-over",
                        h.post(),
                        source.cell(h.cell()),
                        source.name(h.from()),
                        source.name(h.to())));
            case DecisionConfirmed c -> Optional.of(TEXTS.get("happened.confirmed", c.number(), who));
            case DecisionDisputed d -> Optional.of(TEXTS.get("happened.disputed", d.number(), who, d.reason()));
            case ObservationRecorded o ->
                Optional.of(TEXTS.get(
                        "happened.observation", o.number(), who, o.words().note()));
            case Message m -> Optional.of(message(source, m, who));
            case SituationTold t
            when !t.words().situation().isEmpty() ->
                Optional.of(TEXTS.get("happened.situation", t.words().situation()));
            case ExerciseStarted s -> Optional.of(TEXTS.get("happened.started"));
            case ExercisePaused p ->
                Optional.of(
                        p.reason().isBlank()
                                ? TEXTS.get("happened.paused")
                                : TEXTS.get("happened.paused.because", p.reason()));
            case ExerciseResumed r -> Optional.of(TEXTS.get("happened.resumed"));
            case PaceChanged p -> Optional.of(TEXTS.get("happened.pace", p.percent()));
            case OutageFound o -> Optional.of(TEXTS.get("happened.outage"));
            case NoDuffCalled n -> Optional.of(TEXTS.get("happened.no-duff", who, n.reason()));
            case NoDuffDrilled n -> Optional.of(TEXTS.get("happened.no-duff-drill", who));
            case CommsCheckStarted c -> Optional.of(TEXTS.get("happened.comms-check", c.number(), who));
            case NoDuffDrillEnded n -> Optional.of(TEXTS.get("happened.drill-over", who));
            case NoDuffCleared n -> Optional.of(TEXTS.get("happened.cleared", who, n.reason()));
            case ExerciseEnded e -> Optional.of(TEXTS.get("happened.ended"));
            case ExerciseSealed s -> Optional.of(TEXTS.get("happened.sealed"));
            default -> Optional.empty();
        };
    }

    private static String message(Source source, Message message, String who) {
        String from = party(source, message.from(), message);
        String to = party(source, message.to(), message);
        String text = message.words().text();
        return switch (message) {
            case Message.Sent s -> TEXTS.get("happened.message", who, from, to, text);
            case Message.Requested r -> TEXTS.get("happened.request", who, from, to, text);
            case Message.Answered a -> TEXTS.get("happened.answer", who, from, to, text);
            case Message.Declined d -> TEXTS.get("happened.declined", who, from, to, text);
        };
    }

    /** Who writes, or is written to. */
    static String party(Source source, Party party, Message message) {
        return switch (party.kind()) {
            case CONTROL -> TEXTS.get("party.control");
            case EVERYBODY -> TEXTS.get("party.everybody");
            case BODY -> message.words().body();
            case CELL -> source.cell(party.theCell().orElseThrow());
            case PERSON -> source.name(party.thePerson().orElseThrow());
        };
    }

    /** Whether the maker of a decision that a loggist logged has confirmed it; empty for what its maker logged. */
    private static String confirmed(Source source, LedgerEntry entry) {
        return source.play()
                .attestation(entry.seq())
                .map(one -> switch (one.word()) {
                    case AWAITED -> TEXTS.get("happened.for.awaited", source.who(entry));
                    case CONFIRMED -> TEXTS.get("happened.for.confirmed", source.who(entry));
                    case DISPUTED -> TEXTS.get("happened.for.disputed", source.who(entry));
                })
                .orElse("");
    }

    private static String because(Source source, InjectFellDue inject, Because because) {
        return TEXTS.get(
                "happened.inject.because",
                inject.number(),
                inject.words().title(),
                source.cells(inject.to()),
                new ConditionWords(source::cell, source::storyTime).because(because.held()));
    }

    /** The line of any entry. */
    static String any(Source source, LedgerEntry entry) {
        return line(source, entry).orElseGet(() -> TEXTS.get("happened.other", source.who(entry), entry.kind()));
    }
}
