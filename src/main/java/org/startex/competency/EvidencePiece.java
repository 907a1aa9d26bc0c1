package org.startex.competency;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.startex.kernel.EntryRef;
import org.startex.kernel.EvidenceId;
import org.startex.kernel.KsbCode;
import org.startex.kernel.PersonId;

/**
 * A piece of evidence: an act in a sealed exercise, what the learner says it shows, and what assessors made of each claim.
 *
 * @param part 0 for the entry itself, else which of its decision's actions
 * @param statement what it shows, in the learner's words
 * @param history all acts about its claims, in order
 */
public record EvidencePiece(
        EvidenceId id,
        PersonId learner,
        EntryRef entry,
        int part,
        EvidenceKind kind,
        String statement,
        EvidenceContext context,
        Instant madeAt,
        List<EvidenceAct> history) {
    public EvidencePiece {
        history = List.copyOf(history);
    }

    /** The claims in the order in which they were made. */
    public List<Claim> claims() {
        Map<KsbCode, List<EvidenceAct>> byKsb = history.stream()
                .collect(Collectors.groupingBy(EvidenceAct::ksb, LinkedHashMap::new, Collectors.toList()));
        return byKsb.entrySet().stream()
                .map(e -> new Claim(e.getKey(), e.getValue()))
                .toList();
    }

    /** The claim of a KSB, if it was ever made. */
    public Optional<Claim> claim(KsbCode ksb) {
        return claims().stream().filter(claim -> claim.ksb().equals(ksb)).findFirst();
    }

    /** How many acts there are: what somebody who acts on this piece has read. */
    public int read() {
        return history.size();
    }

    EvidencePiece with(EvidenceAct act) {
        List<EvidenceAct> more = new java.util.ArrayList<>(history);
        more.add(act);
        return new EvidencePiece(id, learner, entry, part, kind, statement, context, madeAt, more);
    }
}
