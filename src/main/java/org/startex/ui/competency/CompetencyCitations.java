package org.startex.ui.competency;

import java.util.List;
import org.springframework.stereotype.Component;
import org.startex.competency.EvidenceService;
import org.startex.kernel.EntryRef;
import org.startex.kernel.Texts;
import org.startex.people.Caller;
import org.startex.ui.CitedBy;

/** Pieces of evidence made of an entry, for the learner and the learner's assessors alone. */
@Component
class CompetencyCitations implements CitedBy {
    private static final Texts TEXTS = Texts.of("ui-competency");

    private final EvidenceService evidence;

    CompetencyCitations(EvidenceService evidence) {
        this.evidence = evidence;
    }

    @Override
    public List<Link> of(Caller caller, EntryRef entry) {
        return evidence.citing(caller, entry).stream()
                .map(piece -> new Link(
                        TEXTS.get("cited", piece.context().name()),
                        piece.statement(),
                        CompetencyNavigation.evidence(piece.id())))
                .toList();
    }
}
