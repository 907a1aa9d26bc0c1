package org.startex.conduct;

import java.time.Instant;
import java.util.List;
import org.startex.scenario.Scenario;

/** Takes a scenario as it stands into the plan of one exercise. */
final class Plans {
    private Plans() {}

    static Plan of(Scenario s, String title, Instant plannedFor, Marking marking) {
        return new Plan(
                s.slug(),
                s.digest(),
                title,
                s.hazard(),
                s.kind().name(),
                s.aim(),
                marking.text(),
                marking.codeWord(),
                s.start(),
                s.zone(),
                s.length(),
                s.noDuffLines(),
                s.cells().stream()
                        .map(c -> new Place(
                                c.code(),
                                c.title(),
                                c.roles().stream()
                                        .map(r -> new Post(r.code(), r.title()))
                                        .toList()))
                        .toList(),
                s.objectives().stream()
                        .map(o -> new PlannedObjective(o.code(), o.title(), o.text()))
                        .toList(),
                s.phases().stream()
                        .map(p -> new PlannedPhase(
                                p.title(),
                                p.from(),
                                p.questions().stream()
                                        .map(q -> new PlannedQuestion(q.text(), q.cells()))
                                        .toList(),
                                (int) p.discussion().toMinutes()))
                        .toList(),
                injects(s),
                plannedFor,
                s.ratingScale(),
                s.templates(),
                s.messages(),
                s.conduct(),
                s.storylines());
    }

    private static List<PlannedInject> injects(Scenario s) {
        return s.injects().stream()
                .map(i -> new PlannedInject(
                        i.number(),
                        i.due(),
                        i.to(),
                        i.channel(),
                        i.objectives(),
                        i.ksbs(),
                        i.lrc(),
                        new InjectWords(
                                i.title(),
                                i.from(),
                                i.text(),
                                i.expected().stream()
                                        .map(e -> new ExpectedStep(e.by(), e.who(), e.text()))
                                        .toList(),
                                i.notes(),
                                i.attachments().stream()
                                        .map(a -> new FileRef(
                                                a.name(),
                                                a.mediaType(),
                                                a.bytes(),
                                                a.digest(),
                                                a.alt().isEmpty() ? null : a.alt()))
                                        .toList(),
                                i.voice().orElse(null)),
                        i.kind()))
                .toList();
    }
}
