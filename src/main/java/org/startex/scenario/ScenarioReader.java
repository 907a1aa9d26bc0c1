package org.startex.scenario;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.startex.standards.StandardsCatalogue;

/** Puts a scenario together from its files. Whether what it says is also right, the findings tell. */
final class ScenarioReader {
    private final StandardsCatalogue catalogue;

    ScenarioReader(StandardsCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The scenario, unless a part of it cannot be read at all. */
    Optional<Scenario> read(ScenarioFiles files, Findings findings) {
        PlanReader plan = new PlanReader(findings);
        if (files.scenario() != null) {
            plan.read(files.scenario());
        }
        SortedMap<String, Attachment> attachments = new TreeMap<>();
        files.attachments().forEach((name, file) -> attachments.put(name, file.attachment()));
        List<Inject> injects = files.injects() == null
                ? List.of()
                : new InjectsReader(plan, catalogue, attachments, findings).read(files.injects());
        return findings.broken()
                ? Optional.empty()
                : plan.plan().map(p -> p.with(files.slug(), files.digest(), injects));
    }
}
