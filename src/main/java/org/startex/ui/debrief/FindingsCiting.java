package org.startex.ui.debrief;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.startex.debrief.FindingService;
import org.startex.kernel.EntryRef;
import org.startex.kernel.Texts;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.ui.CitedBy;
import org.startex.ui.ExerciseNavigation;

/** The way from an entry to the findings that cite it. */
@Component
@Order(10)
class FindingsCiting implements CitedBy {
    private static final Texts TEXTS = Texts.of("ui-debrief");

    private final FindingService findings;

    FindingsCiting(FindingService findings) {
        this.findings = findings;
    }

    @Override
    public List<Link> of(Caller caller, EntryRef entry) {
        try {
            return findings.citing(caller, entry).stream()
                    .map(finding -> new Link(
                            TEXTS.get("finding.number", finding.number()),
                            finding.what(),
                            ExerciseNavigation.finding(finding.exercise(), finding.number())))
                    .toList();
        } catch (NotAllowed notForThem) {
            return List.of();
        }
    }
}
