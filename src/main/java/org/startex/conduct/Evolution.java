package org.startex.conduct;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startex.conduct.Exercise.InPlay;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Story;

/** How the record of an exercise folds into its state. */
final class Evolution implements Story<Exercise> {
    @Override
    public Exercise beginning(ExerciseId exercise) {
        return new Exercise.Unplanned(exercise);
    }

    @Override
    public Exercise evolve(Exercise state, LedgerEntry entry) {
        return fold(state, entry);
    }

    static Exercise fold(Exercise state, LedgerEntry entry) {
        Exercise next = switch (state) {
            case Exercise.Unplanned blank ->
                entry.fact() instanceof ExercisePlanned planned
                        ? new Exercise.Planned(Play.begin(blank.id(), planned.plan(), planned.grace()))
                        : blank;
            case InPlay in -> happened(in, entry);
        };
        return next instanceof InPlay in ? in.with(in.play().at(entry.seq(), entry.recordedAt())) : next;
    }

    private static Exercise happened(InPlay in, LedgerEntry entry) {
        Play play = in.play();
        Instant when = entry.occurredAt();
        return switch (entry.fact()) {
            case ExerciseStarted f ->
                new Exercise.Running(
                        play.with(new ExerciseClock(when, ExerciseTime.ZERO, new Pace(f.pacePercent()), true)));
            case ExercisePaused f ->
                new Exercise.Paused(
                        play.with(new ExerciseClock(when, f.at(), play.clock().pace(), false)), f.cause(), f.reason());
            case ExerciseResumed f ->
                new Exercise.Running(play.with(new ExerciseClock(
                        when, play.clock().elapsedAt(when), play.clock().pace(), true)));
            case PaceChanged f ->
                in.with(play.with(new ExerciseClock(
                        when, f.at(), new Pace(f.percent()), play.clock().running())));
            case InjectDelivered f -> in.with(Hearing.delivered(play, entry, f).with(delivered(play, entry, f)));
            case RestPostponed f -> in.with(Rescheduling.fold(play, f, entry));
            case ClockJumped f -> in.with(Rescheduling.fold(play, f, entry));
            case MoveBegun f -> Facilitating.fold(play, f, entry);
            case MoveEnded f -> Facilitating.fold(play, f, entry);
            case DiscussionOpened f -> in.with(Discussing.fold(play, f, entry));
            case DiscussionExtended f -> in.with(Discussing.fold(play, f));
            case DiscussionClosed f -> in.with(Discussing.fold(play, f, entry));
            case QuestionOpened f -> in.with(Discussing.fold(play, f, entry));
            case TableAnswer f -> in.with(Discussing.fold(play, f, entry));
            case InjectAmended f -> in.with(Amending.fold(play, f, entry));
            case InjectSteered f -> in.with(Steering.fold(play, f, entry));
            case InjectAcknowledged f ->
                in.with(Hearing.acknowledged(changed(play, f.inject(), entry, Delivered::acknowledgedBy), entry, f));
            case ReplyLogged f -> {
                Long inject = f.inject();
                if (inject == null) {
                    yield in.with(play.withLogNumber(f.number()));
                }
                Play answered = changed(play, inject, entry, (one, by, at) -> one.answered(InjectReply.to(f, by, at)));
                yield in.with(
                        f.decides() ? Hearing.replied(answered.withLogNumber(f.number()), entry, inject, f) : answered);
            }
            case ParticipantJoined f ->
                in.with(play.with(
                        new Member(f.participant(), f.role(), f.cell(), f.post(), f.admitted(), false, when)));
            case ParticipantAdmitted f -> in.with(placed(play, f.participant(), f.cell(), f.post(), when));
            case ParticipantMoved f -> in.with(placed(play, f.participant(), f.cell(), f.post(), when));
            case RoleHandedOver f ->
                in.with(placed(placed(play, f.from(), f.cell(), "", when), f.to(), f.cell(), f.post(), when));
            case ParticipantEjected f ->
                in.with(play.member(f.participant())
                        .map(m -> play.with(
                                new Member(m.participant(), m.role(), m.cell(), m.post(), m.admitted(), true, when)))
                        .orElse(play));
            case NoDuffCalled f -> NoDuffs.called(in, entry, f);
            case NoDuffDrilled f -> NoDuffs.drilled(in, entry, f);
            case NoDuffCleared f -> NoDuffs.cleared(in);
            case NoDuffDrillEnded f -> NoDuffs.cleared(in);
            case MarkingChanged f -> in.with(Markings.fold(play, f));
            case CommsCheckStarted f -> in.with(CommsChecks.fold(play, f, entry));
            case CommsCheckConfirmed f -> in.with(CommsChecks.fold(play, f, entry));
            case ExerciseEnded f ->
                new Exercise.Closing(
                        play.with(new ExerciseClock(when, f.at(), play.clock().pace(), false)));
            case ExerciseSealed f -> new Exercise.Sealed(play);
            case Numbered f -> in.with(play.with(f));
            case Remembered f -> in.with(play.with(Memory.of(entry, f)));
            case MadeForAnother f -> in.with(Attesting.fold(play, f, entry.seq()));
            case MakersWord f -> in.with(Attesting.fold(play, entry, f));
            default -> in;
        };
    }

    private static Delivered delivered(Play play, LedgerEntry entry, InjectDelivered f) {
        return new Delivered(
                entry.seq(),
                f.number(),
                f instanceof InjectSent sent && sent.adHoc(),
                f instanceof InjectSent,
                entry.recordedAt(),
                play.clock().elapsedAt(entry.occurredAt()),
                f instanceof InjectFellDue due ? due.because() : null,
                f instanceof InjectFellDue due ? due.latenessMicros() : 0,
                entry.audience(),
                f.to(),
                f.channel(),
                f.words(),
                Map.of(),
                List.of(),
                null,
                List.of());
    }

    private interface Change {
        Delivered apply(Delivered inject, ParticipantId participant, Instant when);
    }

    private static Play changed(Play play, long inject, LedgerEntry entry, Change change) {
        Optional<Play> next = play.delivered(inject)
                .flatMap(d -> entry.actor().participant().map(p -> play.with(change.apply(d, p, entry.occurredAt()))));
        return next.orElse(play);
    }

    private static Play placed(
            Play play, ParticipantId participant, org.startex.kernel.CellCode cell, String post, Instant when) {
        return play.member(participant)
                .map(m -> play.with(new Member(participant, m.role(), cell, post, true, m.ejected(), when)))
                .orElse(play);
    }
}
