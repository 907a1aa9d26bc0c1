package org.startex.competency;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.KsbCode;
import org.startex.standards.Duty;
import org.startex.standards.Ksb;
import org.startex.standards.StandardsCatalogue;

/**
 * How far a person's evidence covers the standard. Counts and dates; no grade.
 *
 * @param ksbs all 62 in the standard's order
 * @param duties all eleven in the standard's order
 */
public record Matrix(List<KsbLine> ksbs, List<DutyLine> duties) {
    public Matrix {
        ksbs = List.copyOf(ksbs);
        duties = List.copyOf(duties);
    }

    /**
     * What there is for one KSB.
     *
     * @param accepted pieces accepted for it
     * @param exercises from how many exercises those are
     * @param waiting claims for an assessor to judge
     * @param moreWanted claims for the learner to add to
     * @param declined claims that were declined
     * @param lastShown when the latest accepted act happened, or null
     * @param rarely whether exercises rarely show it
     */
    public record KsbLine(
            Ksb ksb,
            int accepted,
            int exercises,
            int waiting,
            int moreWanted,
            int declined,
            @Nullable Instant lastShown,
            boolean rarely) {
        /** Whether anything was ever claimed that stands. */
        public boolean claimed() {
            return waiting + moreWanted > 0;
        }

        /** Whether a piece was accepted for it. */
        public boolean shown() {
            return accepted > 0;
        }
    }

    /**
     * How far the KSBs of a duty are covered.
     *
     * @param accepted KSBs with a piece accepted
     * @param claimed further KSBs with a claim that is not judged yet
     * @param open the rest
     */
    public record DutyLine(Duty duty, int accepted, int claimed, List<KsbCode> open) {
        public DutyLine {
            open = List.copyOf(open);
        }
    }

    /** KSBs with a piece accepted. */
    public long shown() {
        return ksbs.stream().filter(KsbLine::shown).count();
    }

    /** KSBs without a piece accepted that exercises do show. */
    public List<KsbLine> gaps() {
        return ksbs.stream().filter(line -> !line.shown() && !line.rarely()).toList();
    }

    /** The line of a KSB. */
    public Optional<KsbLine> line(KsbCode code) {
        return ksbs.stream().filter(line -> line.ksb().code().equals(code)).findFirst();
    }

    static Matrix of(StandardsCatalogue standard, List<EvidencePiece> pieces) {
        List<KsbLine> lines =
                standard.ksbs().stream().map(ksb -> line(standard, ksb, pieces)).toList();
        return new Matrix(
                lines, standard.duties().stream().map(duty -> duty(duty, lines)).toList());
    }

    private static KsbLine line(StandardsCatalogue standard, Ksb ksb, List<EvidencePiece> pieces) {
        List<EvidencePiece> accepted =
                in(pieces, ksb.code(), ClaimState.ACCEPTED).toList();
        return new KsbLine(
                ksb,
                accepted.size(),
                (int) accepted.stream()
                        .map(piece -> piece.entry().exercise())
                        .distinct()
                        .count(),
                (int) in(pieces, ksb.code(), ClaimState.WAITING).count(),
                (int) in(pieces, ksb.code(), ClaimState.MORE_WANTED).count(),
                (int) in(pieces, ksb.code(), ClaimState.DECLINED).count(),
                accepted.stream()
                        .map(piece -> piece.context().occurredAt())
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null),
                standard.rarelyShownByExercises(ksb.code()));
    }

    private static Stream<EvidencePiece> in(List<EvidencePiece> pieces, KsbCode ksb, ClaimState state) {
        return pieces.stream()
                .filter(piece -> piece.claim(ksb).map(Claim::state).stream().anyMatch(s -> s == state));
    }

    private static DutyLine duty(Duty duty, List<KsbLine> lines) {
        List<KsbLine> own = lines.stream()
                .filter(line -> duty.ksbs().contains(line.ksb().code()))
                .toList();
        Predicate<KsbLine> claimed = line -> !line.shown() && line.claimed();
        return new DutyLine(
                duty,
                (int) own.stream().filter(KsbLine::shown).count(),
                (int) own.stream().filter(claimed).count(),
                own.stream()
                        .filter(line -> !line.shown() && !line.claimed())
                        .map(line -> line.ksb().code())
                        .toList());
    }
}
