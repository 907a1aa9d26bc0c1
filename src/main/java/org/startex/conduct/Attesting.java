package org.startex.conduct;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise.InPlay;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Reason;
import org.startex.ledger.Ruling;

/** The rules of what a loggist records for a decision maker, and of the maker's own word on it: pure. */
public final class Attesting {
    private Attesting() {}

    /** A number in the log and the mark of an answer, for an entry that a loggist records for somebody. */
    static Optional<Reason> logReply(Unfolding u, InPlay in, ExerciseCommand.LogReplyFor c) {
        Play play = in.play();
        Optional<Reason> closed = Conduct.takesEntries(in, c.lateReason());
        if (closed.isPresent()) {
            return closed;
        }
        if (play.member(c.by())
                .filter(member -> member.present() && member.role() == ExerciseRole.LOGGIST)
                .isEmpty()) {
            return Conduct.refused("not-a-loggist");
        }
        if (play.plan().place(c.cell()).isEmpty()) {
            return Optional.of(Reason.of("unknown-cell", "cell"));
        }
        Optional<Reason> nobody = maker(play, c);
        if (nobody.isPresent()) {
            return nobody;
        }
        Long answered = c.inject();
        if (answered != null
                && play.delivered(answered)
                        .filter(inject -> isFor(inject, c.cell()))
                        .isEmpty()) {
            return Optional.of(Reason.of("not-their-inject", "inReplyTo"));
        }
        Instant started = play.clock().started().orElse(u.now());
        u.by(
                c.by(),
                Audience.STAFF,
                Conduct.happened(c.occurredAt(), started, u.now()),
                new ReplyLogged(play.logNumbers() + 1, answered, c.actions(), c.maker(), c.cell()));
        return Optional.empty();
    }

    /** Whoever has not joined yet may be named: they find the entry waiting when they come. */
    private static Optional<Reason> maker(Play play, ExerciseCommand.LogReplyFor c) {
        if (c.maker().equals(c.by())) {
            return Optional.of(Reason.of("maker-is-loggist", "maker"));
        }
        Optional<Member> maker = play.member(c.maker());
        if (maker.filter(Member::ejected).isPresent()) {
            return Optional.of(Reason.of("unknown-maker", "maker"));
        }
        boolean elsewhere = maker.filter(member -> member.role() == ExerciseRole.PLAYER && member.cell() != null)
                .filter(member -> !c.cell().equals(member.cell()))
                .isPresent();
        return elsewhere ? Optional.of(Reason.of("maker-elsewhere", "maker")) : Optional.empty();
    }

    private static boolean isFor(Delivered inject, CellCode cell) {
        Predicate<CellCode> here = cell::equals;
        return inject.to().stream().map(to -> to.cell()).anyMatch(here);
    }

    /** Makes the fact of somebody's word, once it is known whether it comes after ENDEX. */
    public interface Saying {
        MakersWord of(boolean late);
    }

    /**
     * Takes a maker's word on an entry that was recorded for them, after what has fallen due. Taken while running and paused, and after ENDEX without a
     * reason: nobody can confirm what was written only then.
     *
     * @param entry sequence of the entry
     * @param audience who may read the word: those who may read the entry
     * @param why what speaks against the word itself, or null
     * @param occurredAt when it was said, held between STARTEX and now
     * @param now never before the last entry
     * @param lastAlive when the program was last known to be alive
     */
    public static Ruling say(
            Exercise state,
            ParticipantId by,
            long entry,
            Audience audience,
            Saying saying,
            @Nullable Reason why,
            Instant occurredAt,
            Instant now,
            Instant lastAlive) {
        Unfolding unfolding = Conduct.dueFirst(state, now, lastAlive);
        if (!(unfolding.state() instanceof InPlay in)) {
            return refuse(unfolding, Reason.of("not-planned"));
        }
        boolean late = in instanceof Exercise.Closing;
        Optional<Reason> refusal = (late ? Optional.<Reason>empty() : Conduct.takesEntries(in, ""))
                .or(() -> word(in.play(), by, entry, saying.of(late).confirms()))
                .or(() -> Optional.ofNullable(why));
        if (refusal.isPresent()) {
            return refuse(unfolding, refusal.get());
        }
        Instant started = in.play().clock().started().orElse(now);
        unfolding.by(by, audience, Conduct.happened(occurredAt, started, now), saying.of(late));
        return Ruling.accept(unfolding.drafts());
    }

    private static Optional<Reason> word(Play play, ParticipantId by, long entry, boolean confirms) {
        if (play.member(by).filter(Member::present).isEmpty()) {
            return Conduct.refused("not-admitted");
        }
        Optional<Attestation> asked =
                play.attestation(entry).filter(one -> one.maker().equals(by));
        if (asked.isEmpty()) {
            return Conduct.refused("not-your-decision");
        }
        return switch (asked.get().word()) {
            case AWAITED -> Optional.empty();
            case CONFIRMED -> Conduct.refused("already-stood-by");
            case DISPUTED -> confirms ? Optional.empty() : Conduct.refused("already-disputed");
        };
    }

    private static Ruling refuse(Unfolding unfolding, Reason reason) {
        return new Ruling.Refused(reason, unfolding.drafts());
    }

    /** Remembers whose word an entry waits for. */
    static Play fold(Play play, MadeForAnother fact, long entry) {
        ParticipantId maker = fact.madeBy();
        return maker == null ? play : play.with(entry, new Attestation(maker, Attestation.Word.AWAITED));
    }

    /** Remembers what the maker said. A disputed decision answers its inject no more from then on; what has been delivered because of it stays so. */
    static Play fold(Play play, LedgerEntry entry, MakersWord said) {
        return play.attestation(said.entry())
                .filter(one -> !one.confirmed())
                .map(one -> answers(play, entry, said)
                        .with(
                                said.entry(),
                                new Attestation(
                                        one.maker(),
                                        said.confirms() ? Attestation.Word.CONFIRMED : Attestation.Word.DISPUTED)))
                .orElse(play);
    }

    private static Play answers(Play play, LedgerEntry entry, MakersWord said) {
        return play.delivered().stream()
                .filter(inject -> inject.isAnsweredBy(said.number()))
                .findFirst()
                .map(inject -> Hearing.said(
                        play.with(inject.disputed(said.number(), !said.confirms())), entry, inject.number(), said))
                .orElse(play);
    }
}
