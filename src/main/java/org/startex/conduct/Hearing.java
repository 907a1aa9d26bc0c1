package org.startex.conduct;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.LedgerEntry;

/** How entries fold into what injects with conditions wait for. Ad-hoc injects are not heard of: no plan can wait for them. */
final class Hearing {
    private Hearing() {}

    static Play delivered(Play play, LedgerEntry entry, InjectDelivered inject) {
        if (inject instanceof InjectSent sent && sent.adHoc()) {
            return play;
        }
        ExerciseTime now = play.clock().elapsedAt(entry.occurredAt());
        ExerciseTime when = inject instanceof InjectFellDue due
                ? Optional.ofNullable(due.because())
                        .map(Because::due)
                        .or(() -> play.planned(inject.number()).map(PlannedInject::due))
                        .orElse(now)
                : now;
        return play.with(play.schedule().heard(inject.number(), Response.deliveredAt(when)));
    }

    static Play recalled(Play play, InjectRecalled recalled) {
        return changed(play, recalled.number(), Response::recall);
    }

    static Play acknowledged(Play play, LedgerEntry entry, InjectAcknowledged f) {
        return cell(play, entry)
                .map(cell -> changed(play, f.number(), response -> response.acknowledgedBy(cell, learnt(play, entry))))
                .orElse(play);
    }

    static Play replied(Play play, LedgerEntry entry, long inject, ReplyLogged f) {
        return Optional.ofNullable(f.madeIn())
                .or(() -> cell(play, entry))
                .flatMap(cell -> play.delivered(inject)
                        .map(answered -> changed(
                                play,
                                answered.number(),
                                response -> response.decided(new Response.Decided(
                                        f.number(), cell, learnt(play, entry), f.actions() > 0, false)))))
                .orElse(play);
    }

    /** What its maker disputes is waited for again; what they then confirm counts from then on. */
    static Play said(Play play, LedgerEntry entry, InjectNumber answered, MakersWord said) {
        return changed(play, answered, response -> response.said(said.number(), !said.confirms(), learnt(play, entry)));
    }

    private static Play changed(Play play, InjectNumber number, UnaryOperator<Response> change) {
        Response before = play.schedule().responses().get(number);
        if (before == null) {
            return play;
        }
        Response after = change.apply(before);
        return after.equals(before) ? play : play.with(play.schedule().heard(number, after));
    }

    private static ExerciseTime learnt(Play play, LedgerEntry entry) {
        return play.clock().elapsedAt(entry.recordedAt());
    }

    private static Optional<CellCode> cell(Play play, LedgerEntry entry) {
        return entry.actor().participant().flatMap(play::member).flatMap(member -> Optional.ofNullable(member.cell()));
    }
}
