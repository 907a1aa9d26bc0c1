package org.startex.feed;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Attestation;
import org.startex.conduct.ClockJumped;
import org.startex.conduct.CommsCheckConfirmed;
import org.startex.conduct.CommsCheckStarted;
import org.startex.conduct.DiscussionClosed;
import org.startex.conduct.DiscussionExtended;
import org.startex.conduct.DiscussionOpened;
import org.startex.conduct.ExerciseEnded;
import org.startex.conduct.ExercisePaused;
import org.startex.conduct.ExerciseResumed;
import org.startex.conduct.ExerciseSealed;
import org.startex.conduct.ExerciseStarted;
import org.startex.conduct.InjectAcknowledged;
import org.startex.conduct.InjectCorrected;
import org.startex.conduct.InjectDelivered;
import org.startex.conduct.InjectFellDue;
import org.startex.conduct.InjectRecalled;
import org.startex.conduct.MadeForAnother;
import org.startex.conduct.MakersWord;
import org.startex.conduct.MoveBegun;
import org.startex.conduct.MoveEnded;
import org.startex.conduct.NoDuffCalled;
import org.startex.conduct.NoDuffCleared;
import org.startex.conduct.NoDuffDrillEnded;
import org.startex.conduct.NoDuffDrilled;
import org.startex.conduct.PaceChanged;
import org.startex.conduct.Place;
import org.startex.conduct.Plan;
import org.startex.conduct.PlannedPhase;
import org.startex.conduct.Play;
import org.startex.conduct.QuestionOpened;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;
import org.startex.logbook.AnswerRecorded;
import org.startex.logbook.DecisionConfirmed;
import org.startex.logbook.DecisionDisputed;
import org.startex.logbook.DecisionRecorded;
import org.startex.logbook.DecisionWords;
import org.startex.logbook.Message;
import org.startex.scenario.ChannelForm;

/** What a player's page is told of an entry of the record. Pure. Kinds that are nothing to players give nothing. */
final class PlayersEntry {
    private PlayersEntry() {}

    /**
     * The entry as a page reads it.
     *
     * @param play the exercise after the entry
     * @param nameOf the name to show for a participant
     */
    static Optional<EncodedEntry> of(LedgerEntry entry, Play play, Function<ParticipantId, String> nameOf) {
        return body(entry, play, nameOf).map(body -> {
            ParticipantId actor = entry.actor().participant().orElse(null);
            return EncodedEntry.of(
                    new ServerMessage.Entry(
                            entry.seq(),
                            entry.seq(),
                            micros(entry.exerciseTime()),
                            entry.recordedAt(),
                            actor == null || MessageBodies.unnamed(entry.fact()) ? null : nameOf.apply(actor),
                            false,
                            body),
                    entry.audience(),
                    actor,
                    maker(entry, play));
        });
    }

    private static @Nullable ParticipantId maker(LedgerEntry entry, Play play) {
        return switch (entry.fact()) {
            case MadeForAnother made -> made.madeBy();
            case MakersWord said ->
                play.attestation(said.entry()).map(Attestation::maker).orElse(null);
            default -> null;
        };
    }

    private static @Nullable Long micros(@Nullable ExerciseTime time) {
        return time == null ? null : time.micros();
    }

    private static Optional<ServerMessage.Body> body(
            LedgerEntry entry, Play play, Function<ParticipantId, String> nameOf) {
        return Optional.ofNullable(
                switch (entry.fact()) {
                    case InjectDelivered inject -> inject(inject, play.plan());
                    case InjectRecalled recalled -> new ServerMessage.Recalled(recalled.inject());
                    case InjectCorrected corrected ->
                        new ServerMessage.Corrected(
                                corrected.inject(),
                                play.delivered(corrected.inject())
                                        .map(inject -> html(
                                                inject.channel(),
                                                corrected.words().text()))
                                        .orElseGet(() ->
                                                SafeHtml.of(corrected.words().text())));
                    case InjectAcknowledged acknowledged ->
                        new ServerMessage.Acknowledgement(
                                acknowledged.inject(), acknowledged.enteredLate() ? entry.occurredAt() : null);
                    case DecisionRecorded decision -> decision(decision, entry, nameOf);
                    case Message message -> MessageBodies.of(message, entry, play.plan(), nameOf);
                    case DecisionConfirmed said -> new ServerMessage.Confirmed(said.entry());
                    case DecisionDisputed said -> new ServerMessage.Disputed(said.entry(), said.reason());
                    case NoDuffCalled called -> new ServerMessage.NoDuff(called.reason(), role(entry, play), false);
                    case NoDuffDrilled drilled -> new ServerMessage.NoDuff(drilled.reason(), role(entry, play), true);
                    case CommsCheckStarted check -> new ServerMessage.CommsCheck(check.number());
                    case CommsCheckConfirmed confirmed -> new ServerMessage.CommsConfirmed(confirmed.check());
                    case NoDuffCleared cleared -> new ServerMessage.Cleared(cleared.reason());
                    case NoDuffDrillEnded ended -> new ServerMessage.Cleared(ended.reason());
                    case ExerciseStarted started -> new ServerMessage.Started("");
                    case ExercisePaused paused -> new ServerMessage.Paused(paused.reason());
                    case ExerciseResumed resumed -> new ServerMessage.Resumed("");
                    case PaceChanged changed -> new ServerMessage.Pace("");
                    case ClockJumped jumped ->
                        new ServerMessage.Jumped(jumped.to().micros());
                    case MoveBegun begun -> new ServerMessage.MoveBegun(begun.move(), title(begun.move(), play));
                    case MoveEnded over -> new ServerMessage.MoveEnded(over.move(), title(over.move(), play));
                    case DiscussionOpened opened -> discussion(opened.move(), play);
                    case DiscussionExtended extended -> discussion(extended.move(), play);
                    case DiscussionClosed closed -> discussion(closed.move(), play);
                    case QuestionOpened question ->
                        new ServerMessage.Question(
                                question.question().move(), question.question().number(), SafeHtml.of(question.text()));
                    case AnswerRecorded answer ->
                        new ServerMessage.TableAnswer(
                                answer.question().move(),
                                answer.question().number(),
                                answer.version(),
                                answer.said(),
                                entry.occurredAt(),
                                answer.late(),
                                answer.enteredLate());
                    case ExerciseEnded ended -> new ServerMessage.Ended(ended.reason());
                    case ExerciseSealed sealed -> new ServerMessage.Sealed("");
                    default -> null;
                });
    }

    private static ServerMessage.Inject inject(InjectDelivered inject, Plan plan) {
        return new ServerMessage.Inject(
                inject.number().value(),
                inject.words().title(),
                inject.words().from(),
                inject.to().stream().map(to -> title(to, plan)).toList(),
                inject.channel().code(),
                html(inject.channel(), inject.words().text()),
                inject.words().files().stream()
                        .map(file -> new ServerMessage.Attachment(
                                file.name(),
                                file.mediaType(),
                                file.bytes(),
                                Objects.requireNonNullElse(file.alt(), "")))
                        .toList(),
                inject instanceof InjectFellDue fell ? fell.latenessMicros() : 0,
                null);
    }

    private static String title(int move, Play play) {
        return play.schedule().phases().stream()
                .skip(Math.max(0, move - 1L))
                .findFirst()
                .map(PlannedPhase::title)
                .orElse("");
    }

    private static ServerMessage.@Nullable Discussion discussion(int move, Play play) {
        return play.schedule()
                .moves()
                .discussion(move)
                .map(now -> new ServerMessage.Discussion(move, now.until(), now.closed()))
                .orElse(null);
    }

    private static String html(Channel channel, String text) {
        return ChannelForm.of(channel, text).html(SafeHtml::of);
    }

    private static String title(Addressee to, Plan plan) {
        Optional<Place> place = plan.place(to.cell());
        Optional<String> post = place.flatMap(p -> p.posts().stream()
                .filter(each -> each.code().equals(to.role()))
                .map(each -> each.title())
                .findFirst());
        return post.or(() -> place.map(Place::title)).orElse(to.toString());
    }

    private static ServerMessage.Decision decision(
            DecisionRecorded decision, LedgerEntry entry, Function<ParticipantId, String> nameOf) {
        DecisionWords words = decision.words();
        ParticipantId maker = decision.madeBy();
        List<ServerMessage.Action> actions = words.actions().stream()
                .map(action -> new ServerMessage.Action(action.text(), action.owner(), action.due()))
                .toList();
        return new ServerMessage.Decision(
                decision.number(),
                decision.inReplyTo(),
                words.decision(),
                words.rationale(),
                decision.reliedOn(),
                words.options(),
                words.expectedEffect(),
                actions,
                entry.occurredAt(),
                decision.late() ? words.lateReason() : null,
                decision.enteredLate(),
                maker == null ? null : new ServerMessage.Maker(maker, nameOf.apply(maker)));
    }

    private static @Nullable String role(LedgerEntry entry, Play play) {
        return entry.actor()
                .participant()
                .flatMap(play::member)
                .map(member -> member.role().code())
                .orElse(null);
    }
}
