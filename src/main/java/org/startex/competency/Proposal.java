package org.startex.competency;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.EntryRef;
import org.startex.kernel.EvidenceId;
import org.startex.kernel.KsbCode;

/**
 * Something in a sealed record that a learner can make a piece of evidence of.
 *
 * @param part 0 for the entry itself, else which of its decision's actions
 * @param suggested KSBs that observations and the inject name, those first
 * @param piece the piece that was made of it already, or null
 */
public record Proposal(
        EntryRef entry,
        int part,
        EvidenceKind kind,
        List<KsbCode> suggested,
        EvidenceContext context,
        @Nullable EvidenceId piece) {
    public Proposal {
        suggested = List.copyOf(suggested);
    }

    /** The piece that was made of it already. */
    public Optional<EvidenceId> taken() {
        return Optional.ofNullable(piece);
    }

    boolean is(EntryRef wanted, int wantedPart) {
        return entry.equals(wanted) && part == wantedPart;
    }
}
