package org.startex.competency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.startex.conduct.Words;
import org.startex.kernel.KsbCode;

/**
 * The rules of claims: pure. A learner claims, adds what was asked for and takes back; an assessor judges and may correct a judgement; nobody judges their own; whoever judges has
 * read all that was done about the claim.
 */
final class Claims {
    /** The longest statement, reason or addition, in characters as Java counts them. */
    static final int LONGEST = 2000;

    private Claims() {}

    /** What a new piece needs before it is made. */
    static Optional<Refusal> check(String statement, Collection<KsbCode> ksbs, Predicate<KsbCode> known) {
        if (statement.isBlank()) {
            return Optional.of(Refusal.STATEMENT_MISSING);
        }
        if (ksbs.isEmpty()) {
            return Optional.of(Refusal.NO_KSB);
        }
        return text(statement)
                .or(() -> ksbs.stream().allMatch(known) ? Optional.empty() : Optional.of(Refusal.UNKNOWN_KSB));
    }

    /** The claims that a new piece begins with. */
    static List<EvidenceAct> begin(EvidencePiece piece, Set<KsbCode> ksbs, Moment now) {
        List<EvidenceAct> acts = new ArrayList<>();
        ksbs.forEach(ksb -> acts.add(now.act(piece.read() + acts.size() + 1, ActKind.CLAIMED, ksb, "")));
        return acts;
    }

    /** One more claim on a piece that exists, also one that was taken back. */
    static Change<EvidenceAct> claim(EvidencePiece piece, KsbCode ksb, Predicate<KsbCode> known, Moment now) {
        if (!now.by().equals(piece.learner())) {
            throw new IllegalArgumentException("only the learner claims");
        }
        if (!known.test(ksb)) {
            return Change.refuse(Refusal.UNKNOWN_KSB);
        }
        if (piece.claim(ksb)
                .map(Claim::state)
                .filter(s -> s != ClaimState.WITHDRAWN)
                .isPresent()) {
            return Change.refuse(Refusal.ALREADY_CLAIMED);
        }
        return Change.done(now.act(piece.read() + 1, ActKind.CLAIMED, ksb, ""));
    }

    /** The learner takes back what is not judged for good. */
    static Change<EvidenceAct> withdraw(EvidencePiece piece, KsbCode ksb, Moment now) {
        ClaimState state = piece.claim(ksb).map(Claim::state).orElse(ClaimState.WITHDRAWN);
        return switch (state) {
            case WAITING, MORE_WANTED -> Change.done(now.act(piece.read() + 1, ActKind.WITHDRAWN, ksb, ""));
            case ACCEPTED, DECLINED, WITHDRAWN -> Change.refuse(Refusal.NOT_CLAIMED);
        };
    }

    /** The learner adds what an assessor asked for. */
    static Change<EvidenceAct> resubmit(EvidencePiece piece, KsbCode ksb, String words, Moment now) {
        if (piece.claim(ksb)
                .map(Claim::state)
                .filter(s -> s == ClaimState.MORE_WANTED)
                .isEmpty()) {
            return Change.refuse(Refusal.NOTHING_ASKED_FOR);
        }
        if (words.isBlank()) {
            return Change.refuse(Refusal.STATEMENT_MISSING);
        }
        return text(words)
                .<Change<EvidenceAct>>map(Change::refuse)
                .orElseGet(() -> Change.done(now.act(piece.read() + 1, ActKind.RESUBMITTED, ksb, words.strip())));
    }

    /**
     * An assessor judges a claim, or corrects a judgement.
     *
     * @param read how many acts the assessor had read: what was done about this claim since then makes the judgement stale
     */
    static Change<EvidenceAct> judge(
            EvidencePiece piece, KsbCode ksb, Judgement judgement, String reason, int read, Moment now) {
        if (now.by().equals(piece.learner())) {
            return Change.refuse(Refusal.NOT_YOURSELF);
        }
        Optional<Claim> claim = piece.claim(ksb);
        if (claim.isEmpty()) {
            return Change.refuse(Refusal.NOT_CLAIMED);
        }
        if (claim.get().last().number() > read) {
            return Change.refuse(Refusal.CHANGED_MEANWHILE);
        }
        if (claim.get().state() == ClaimState.WITHDRAWN) {
            return Change.refuse(Refusal.WITHDRAWN);
        }
        if (claim.get().state() == ClaimState.after(judgement.act())) {
            return Change.refuse(Refusal.SAME_JUDGEMENT);
        }
        if (reason.isBlank()) {
            return Change.refuse(Refusal.REASON_MISSING);
        }
        return text(reason)
                .<Change<EvidenceAct>>map(Change::refuse)
                .orElseGet(() -> Change.done(now.act(piece.read() + 1, judgement.act(), ksb, reason.strip())));
    }

    static Optional<Refusal> text(String text) {
        if (text.length() > LONGEST) {
            return Optional.of(Refusal.TOO_LONG);
        }
        return Words.isClean(text) ? Optional.empty() : Optional.of(Refusal.BAD_TEXT);
    }
}
