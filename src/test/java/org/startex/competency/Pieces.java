package org.startex.competency;

import java.time.Instant;
import java.util.List;
import org.startex.kernel.EntryRef;
import org.startex.kernel.EvidenceId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.KsbCode;
import org.startex.kernel.PersonId;

/** Pieces of evidence for rules to work on. */
final class Pieces {
    static final Instant AT = Instant.parse("2026-05-14T09:30:00Z");

    private Pieces() {}

    static EvidencePiece of(PersonId learner) {
        return of(learner, ExerciseId.random(), AT);
    }

    static EvidencePiece of(PersonId learner, ExerciseId exercise, Instant occurredAt) {
        EvidenceContext context = new EvidenceContext(
                "Caravan site",
                "caravan-site",
                "M. Okafor",
                "Tactical",
                "",
                occurredAt,
                occurredAt,
                "T+00:30:00",
                "ab".repeat(32),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                new EvidenceContext.Sealed(40, occurredAt, "cd".repeat(32), "ef".repeat(16)));
        return new EvidencePiece(
                EvidenceId.random(),
                learner,
                new EntryRef(exercise, 12),
                0,
                EvidenceKind.DECISION,
                "It shows records",
                context,
                occurredAt,
                List.of());
    }

    /** The same with claims that stand so. */
    static EvidencePiece standing(EvidencePiece piece, KsbCode ksb, ActKind... acts) {
        EvidencePiece with = piece;
        for (ActKind act : acts) {
            with = with.with(new EvidenceAct(with.read() + 1, AT, piece.learner(), act, ksb, "Because", false, null));
        }
        return with;
    }
}
