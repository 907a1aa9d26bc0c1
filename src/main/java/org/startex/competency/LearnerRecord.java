package org.startex.competency;

import java.time.Instant;
import java.util.List;
import org.startex.kernel.PersonId;

/**
 * A person's competency record: evidence and what assessors made of it.
 *
 * @param name the learner's name
 * @param assessors those who may read and judge it now
 * @param pieces the latest made first
 */
public record LearnerRecord(
        PersonId learner,
        String name,
        Instant enrolledAt,
        List<NamedAssessor> assessors,
        Matrix matrix,
        List<EvidencePiece> pieces) {
    public LearnerRecord {
        assessors = List.copyOf(assessors);
        pieces = List.copyOf(pieces);
    }

    /** Somebody whom the learner has named to judge their evidence. */
    public record NamedAssessor(PersonId person, String name, Instant since) {}
}
