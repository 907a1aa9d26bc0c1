package org.startex.ui;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startex.conduct.Because;
import org.startex.conduct.ClockJumped;
import org.startex.conduct.CommsCheckConfirmed;
import org.startex.conduct.CommsCheckStarted;
import org.startex.conduct.DiscussionClosed;
import org.startex.conduct.DiscussionExtended;
import org.startex.conduct.DiscussionOpened;
import org.startex.conduct.ExerciseEnded;
import org.startex.conduct.ExercisePaused;
import org.startex.conduct.ExercisePlanned;
import org.startex.conduct.ExerciseResumed;
import org.startex.conduct.ExerciseSealed;
import org.startex.conduct.ExerciseStarted;
import org.startex.conduct.InjectAcknowledged;
import org.startex.conduct.InjectAmended;
import org.startex.conduct.InjectCorrected;
import org.startex.conduct.InjectDelivered;
import org.startex.conduct.InjectFellDue;
import org.startex.conduct.InjectHeld;
import org.startex.conduct.InjectMoved;
import org.startex.conduct.InjectPutBack;
import org.startex.conduct.InjectReaddressed;
import org.startex.conduct.InjectRecalled;
import org.startex.conduct.InjectReleased;
import org.startex.conduct.InjectSent;
import org.startex.conduct.InjectSkipped;
import org.startex.conduct.InjectSteered;
import org.startex.conduct.InjectVoiced;
import org.startex.conduct.MarkingChanged;
import org.startex.conduct.MoveBegun;
import org.startex.conduct.MoveEnded;
import org.startex.conduct.NoDuffCalled;
import org.startex.conduct.NoDuffCleared;
import org.startex.conduct.NoDuffDrillEnded;
import org.startex.conduct.NoDuffDrilled;
import org.startex.conduct.OutageFound;
import org.startex.conduct.PaceChanged;
import org.startex.conduct.ParticipantAdmitted;
import org.startex.conduct.ParticipantEjected;
import org.startex.conduct.ParticipantJoined;
import org.startex.conduct.ParticipantMoved;
import org.startex.conduct.PauseCause;
import org.startex.conduct.QuestionOpened;
import org.startex.conduct.ReplyLogged;
import org.startex.conduct.RestPostponed;
import org.startex.conduct.RoleHandedOver;
import org.startex.conduct.SentFromPage;
import org.startex.kernel.Addressee;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.Lengths;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.Texts;
import org.startex.ledger.Fact;
import org.startex.ledger.LedgerEntry;
import org.startex.logbook.AnswerRecorded;
import org.startex.logbook.DecisionConfirmed;
import org.startex.logbook.DecisionDisputed;
import org.startex.logbook.DecisionRecorded;
import org.startex.logbook.Message;
import org.startex.logbook.ObservationRecorded;
import org.startex.logbook.Rating;
import org.startex.logbook.RequestTaken;
import org.startex.logbook.SituationTold;

/** An entry of the record as people say it. */
public final class EntryWords {
    private static final Texts KINDS = Texts.of("ui-kinds");

    private EntryWords() {}

    /** The name of the entry's icon. */
    public static String icon(Fact fact) {
        return switch (fact) {
            case DecisionRecorded d -> "decision";
            case DecisionConfirmed c -> "ack";
            case DecisionDisputed d -> "late";
            case ObservationRecorded o -> "observation";
            case SituationTold t -> "info";
            case InjectDelivered i -> "delivered";
            case RestPostponed r -> "move";
            case ClockJumped j -> "skipped";
            case MoveBegun m -> "play";
            case MoveEnded m -> "pause";
            case DiscussionOpened d -> "message";
            case DiscussionExtended d -> "message";
            case DiscussionClosed d -> "message";
            case QuestionOpened q -> "message";
            case AnswerRecorded a -> "decision";
            case InjectHeld h -> "held";
            case InjectVoiced v -> "phone";
            case InjectReleased r -> "play";
            case InjectSkipped s -> "skipped";
            case InjectPutBack b -> "undo";
            case InjectMoved m -> "move";
            case InjectReaddressed a -> "person";
            case InjectRecalled r -> "recalled";
            case InjectCorrected c -> "pencil";
            case InjectAcknowledged a -> "ack";
            case ExerciseStarted s -> "play";
            case ExerciseResumed r -> "play";
            case ExercisePaused p -> "pause";
            case PaceChanged p -> "real";
            case NoDuffCalled n -> "noduff";
            case NoDuffDrilled n -> "noduff";
            case NoDuffDrillEnded n -> "noduff";
            case MarkingChanged m -> "pencil";
            case CommsCheckStarted c -> "info";
            case CommsCheckConfirmed c -> "check";
            case NoDuffCleared n -> "noduff";
            case ExerciseEnded e -> "stop";
            case ExerciseSealed s -> "seal";
            case ParticipantEjected e -> "off";
            case ParticipantJoined j -> "person";
            case ParticipantAdmitted a -> "person";
            case ParticipantMoved m -> "move";
            case RoleHandedOver h -> "person";
            case OutageFound o -> "late";
            case ReplyLogged r -> r.number() == 0 ? "message" : "decision";
            case Message m -> "message";
            case RequestTaken t -> "message";
            default -> "pending";
        };
    }

    /** The colour class of the icon, or empty for none. */
    public static String look(Fact fact) {
        return switch (fact) {
            case InjectDelivered i -> "delivered";
            case InjectHeld h -> "held";
            case InjectSkipped s -> "skipped";
            case InjectAcknowledged a -> "ack";
            case DecisionConfirmed c -> "ack";
            case DecisionDisputed d -> "late";
            case NoDuffCalled n -> "noduff";
            case ParticipantEjected e -> "late";
            case OutageFound o -> "late";
            default -> "m";
        };
    }

    /** The kind's name, for lists and filters. */
    public static String kind(String kind) {
        return Words.say("kind-of." + kind);
    }

    /** One line that says what happened, and where it was entered late because the network was down, that too. */
    public static String summary(Scene scene, LedgerEntry entry) {
        String said = said(scene, entry);
        return entry.fact() instanceof SentFromPage sent && sent.enteredLate()
                ? Words.say("entry.offline", said)
                : said;
    }

    static String said(Scene scene, LedgerEntry entry) {
        String who = who(scene, entry);
        return switch (entry.fact()) {
            case DecisionRecorded d -> decided(scene, d) + LoggedFor.tail(scene, entry.seq(), d);
            case DecisionConfirmed c -> Words.say("entry.decision-confirmed", who, c.number());
            case DecisionDisputed d -> Words.say("entry.decision-disputed", who, d.number(), d.reason());
            case ObservationRecorded o -> observed(scene, o, who);
            case SituationTold t -> told(t, who);
            case InjectFellDue i -> due(scene, i);
            case InjectSent i ->
                Words.say("entry.sent", who, i.number(), i.words().title(), scene.cells(i.to()));
            case RestPostponed r -> SteeringWords.postponed(r, who);
            case ClockJumped j -> SteeringWords.jumped(scene, j, who);
            case MoveBegun m -> MoveWords.begun(scene, m, who);
            case MoveEnded m -> MoveWords.ended(scene, m);
            case DiscussionOpened d -> MoveWords.opened(scene, entry, d, who);
            case DiscussionExtended d -> MoveWords.extended(entry, d, who);
            case DiscussionClosed d -> MoveWords.closed(d, who);
            case QuestionOpened q -> MoveWords.put(q);
            case AnswerRecorded a -> MoveWords.answered(scene, a, who);
            case InjectRecalled r -> Words.say("entry.recalled", who, r.number(), r.reason());
            case InjectCorrected c ->
                c.words().reason().isEmpty()
                        ? Words.say(
                                "entry.corrected", who, c.number(), c.words().text())
                        : Words.say(
                                "entry.corrected.because",
                                who,
                                c.number(),
                                c.words().text(),
                                c.words().reason());
            case InjectVoiced v -> VoiceText.summary(v, who);
            case InjectSteered s -> SteeringWords.summary(scene, s, who);
            case InjectAcknowledged a -> Words.say("entry.acknowledged", who, a.number());
            case ExercisePlanned p -> Words.say("entry.planned", who, p.plan().title());
            case ExerciseStarted s -> Words.say("entry.started", who);
            case ExercisePaused p -> paused(p, who);
            case ExerciseResumed r -> Words.say("entry.resumed", who);
            case PaceChanged p -> Words.say("entry.pace", who, p.percent());
            case OutageFound o ->
                Words.say(
                        o.carriedOn() ? "entry.outage.carried-on" : "entry.outage",
                        Lengths.of(java.time.Duration.ofNanos(o.gapMicros() * 1000)),
                        o.waiting());
            case ParticipantJoined j -> joined(scene, j, entry.exerciseTime() != null);
            case ParticipantAdmitted a ->
                Words.say("entry.admitted", who, scene.name(a.participant()), seat(scene, a.cell(), a.post()));
            case RoleHandedOver h ->
                Words.say(
                        "entry.handed-over",
                        who,
                        scene.post(h.cell(), h.post()),
                        scene.cell(h.cell()),
                        scene.name(h.from()),
                        scene.name(h.to()));
            case ParticipantMoved m ->
                Words.say("entry.moved", who, scene.name(m.participant()), seat(scene, m.cell(), m.post()));
            case ParticipantEjected e -> Words.say("entry.ejected", who, scene.name(e.participant()), e.reason());
            case NoDuffCalled n -> Words.say("entry.no-duff", who, n.reason());
            case NoDuffCleared n -> SafetyWords.cleared(n, who);
            case NoDuffDrilled n -> SafetyWords.drilled(n, who);
            case NoDuffDrillEnded n -> SafetyWords.drillEnded(n, who);
            case MarkingChanged m -> SafetyWords.marked(m.marking(), who);
            case CommsCheckStarted c -> SafetyWords.started(c, who);
            case CommsCheckConfirmed c -> SafetyWords.confirmed(who);
            case ExerciseEnded e ->
                e.reason().isEmpty()
                        ? Words.say("entry.ended", who)
                        : Words.say("entry.ended.because", who, e.reason());
            case ExerciseSealed s -> Words.say("entry.sealed", who);
            case ReplyLogged r ->
                r.number() == 0 ? Words.say("entry.reply.message", who) : Words.say("entry.reply", who, r.number());
            case Message m -> MessageText.summary(scene, m, who);
            case RequestTaken t -> MessageText.taken(scene, t, who);
            default -> entry.kind();
        };
    }

    private static String due(Scene scene, InjectFellDue inject) {
        Because because = inject.because();
        return because == null
                ? Words.say("entry.due", inject.number(), inject.words().title(), scene.cells(inject.to()))
                : KINDS.get(
                        "entry.due.because",
                        inject.number(),
                        inject.words().title(),
                        scene.cells(inject.to()),
                        scene.conditions().because(because.held()));
    }

    private static String decided(Scene scene, DecisionRecorded decision) {
        return Words.say(
                decision.late() ? "entry.decision.late" : "entry.decision",
                decision.number(),
                decision.words().decision(),
                scene.cell(decision.cell()));
    }

    private static String told(SituationTold told, String who) {
        String situation = told.words().situation();
        String briefing = told.words().nextBriefing();
        if (situation.isEmpty() && briefing.isEmpty()) {
            return Words.say("entry.situation.cleared", who);
        }
        return briefing.isEmpty()
                ? Words.say("entry.situation", who, situation)
                : Words.say("entry.situation.briefing", who, situation, briefing);
    }

    private static String observed(Scene scene, ObservationRecorded observation, String who) {
        Rating rating = observation.rating();
        String said = Stream.of(
                        rating == null ? "" : ObservationText.rating(scene, rating),
                        observation.words().note())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(". "));
        return Words.say(
                observation.late() ? "entry.observation.late" : "entry.observation",
                observation.number(),
                said.isEmpty() ? Words.say("entry.observation.checked") : said,
                who);
    }

    private static String paused(ExercisePaused paused, String who) {
        if (paused.cause() == PauseCause.OUTAGE) {
            return Words.say("entry.paused.outage");
        }
        if (paused.cause() == PauseCause.NO_DUFF) {
            return Words.say("entry.paused.no-duff");
        }
        return paused.reason().isEmpty()
                ? Words.say("entry.paused", who)
                : Words.say("entry.paused.because", who, paused.reason());
    }

    /** @param late whether play had begun: who joins then has what their cell has */
    private static String joined(Scene scene, ParticipantJoined joined, boolean late) {
        CellCode cell = joined.cell();
        if (joined.role() != ExerciseRole.PLAYER) {
            return Words.say("entry.joined.staff", joined.name(), Words.say("role." + joined.role()));
        }
        return cell == null
                ? Words.say("entry.joined.waiting", joined.name())
                : Words.say(
                        late ? "entry.joined.late" : "entry.joined", joined.name(), seat(scene, cell, joined.post()));
    }

    private static String seat(Scene scene, CellCode cell, String post) {
        return post.isEmpty() ? scene.cell(cell) : Words.say("place", scene.cell(cell), scene.post(cell, post));
    }

    /** Exercise time of the entry, or that it was before STARTEX. */
    public static String time(Scene scene, LedgerEntry entry) {
        ExerciseTime time = entry.fact() instanceof ExerciseStarted ? ExerciseTime.ZERO : entry.exerciseTime();
        return time == null ? Words.say("log.before") : scene.clock().seconds(time);
    }

    /** Who acted. */
    public static String who(Scene scene, LedgerEntry entry) {
        return scene.name(entry.actor().participant().orElse(null));
    }

    /** Which cell it belongs to: the actor's, or those it is for; empty for none. */
    public static String cell(Scene scene, LedgerEntry entry) {
        return switch (entry.fact()) {
            case DecisionRecorded d -> scene.cell(d.cell());
            case AnswerRecorded a -> scene.cell(a.cell());
            case QuestionOpened q -> audience(scene, entry.audience());
            case InjectDelivered i -> scene.cells(i.to());
            case InjectAmended a -> audience(scene, entry.audience());
            case Message m -> audience(scene, entry.audience());
            case ObservationRecorded o ->
                cellsOf(scene, o).stream().map(scene::cell).collect(Collectors.joining(", "));
            default ->
                entry.actor()
                        .participant()
                        .flatMap(scene.play()::member)
                        .map(member -> member.cell())
                        .map(scene::cell)
                        .orElse("");
        };
    }

    /** Whether the entry concerns a cell: it is for it, or somebody of it acted. */
    public static boolean concerns(Scene scene, LedgerEntry entry, CellCode cell) {
        boolean acted = entry.actor()
                .participant()
                .flatMap(scene.play()::member)
                .filter(member -> cell.equals(member.cell()))
                .isPresent();
        return acted
                || (entry.audience() instanceof Audience.Addressees to
                        && to.addressees().stream().map(Addressee::cell).anyMatch(cell::equals))
                || (entry.fact() instanceof DecisionRecorded d && d.cell().equals(cell))
                || (entry.fact() instanceof ObservationRecorded o
                        && cellsOf(scene, o).contains(cell));
    }

    /** Where those sit whom an observation names. */
    private static List<CellCode> cellsOf(Scene scene, ObservationRecorded observation) {
        return observation.observed().stream()
                .flatMap(one -> scene.play().member(one).stream())
                .flatMap(member -> Stream.ofNullable(member.cell()))
                .distinct()
                .toList();
    }

    /** Who may read it, in words. */
    public static String audience(Scene scene, Audience audience) {
        return switch (audience) {
            case Audience.Everyone e -> Words.say("audience.all");
            case Audience.Staff s -> Words.say("audience.staff");
            case Audience.Addressees a -> scene.cells(a.addressees());
            case Audience.Participants p ->
                p.participants().stream()
                        .map((ParticipantId id) -> scene.name(id))
                        .sorted()
                        .collect(Collectors.joining(", "));
        };
    }
}
