package org.startex.scenario;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.startex.standards.StandardsCatalogue;

/** Puts a scenario together from its files. Whether what it says is also right, the findings tell. */
final class ScenarioReader {
    private final StandardsCatalogue catalogue;

    ScenarioReader(StandardsCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The scenario, unless a part of it cannot be read at all. */
    Optional<Scenario> read(ScenarioFiles files, Findings findings) {
        SortedMap<String, Attachment> attachments = new TreeMap<>();
        files.attachments().forEach((name, file) -> attachments.put(name, file.attachment()));
        return read(
                files.slug(),
                files.digest(),
                files.scenario(),
                files.injects(),
                files.templates(),
                attachments,
                findings);
    }

    /** The same from its parts; a text that is null was missing. Templates may be. */
    Optional<Scenario> read(
            String slug,
            String digest,
            @Nullable String scenario,
            @Nullable String injects,
            @Nullable String templates,
            SortedMap<String, Attachment> attachments,
            Findings findings) {
        PlanReader plan = new PlanReader(catalogue.ratingScales(), findings);
        if (scenario != null) {
            plan.read(scenario);
        }
        List<Inject> read =
                injects == null ? List.of() : new InjectsReader(plan, catalogue, attachments, findings).read(injects);
        List<AdHocTemplate> begun = templates == null ? List.of() : new TemplatesReader(plan, findings).read(templates);
        return findings.broken()
                ? Optional.empty()
                : plan.plan()
                        .map(p -> p.with(
                                slug, digest, read, begun, plan.storylines().storylines()));
    }
}
