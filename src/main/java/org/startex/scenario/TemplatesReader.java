package org.startex.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.scenario.YamlMap.Located;

/** Reads {@code templates.yaml}: what controllers may begin an ad-hoc inject with. */
final class TemplatesReader {
    private static final String FILE = ScenarioFiles.TEMPLATES;
    static final List<String> KEYS = List.of("title", "from", "to", "channel", "text");

    private final DestinationReader destinations;
    private final Findings findings;

    TemplatesReader(PlanReader plan, Findings findings) {
        this.destinations = new DestinationReader(FILE, plan, findings);
        this.findings = findings;
    }

    /** The templates in the order of the file. Meaningless if the findings say that the scenario is broken. */
    List<AdHocTemplate> read(String text) {
        List<AdHocTemplate> templates = new ArrayList<>();
        YamlText.parse(FILE, text, findings)
                .flatMap(root -> YamlMap.list(FILE, FILE, root, findings))
                .ifPresent(items -> {
                    if (items.size() > Limits.TEMPLATES) {
                        findings.add(
                                Rule.TOO_MANY_TEMPLATES,
                                FILE,
                                YamlMap.lineOf(items.get(Limits.TEMPLATES)),
                                items.size(),
                                Limits.TEMPLATES);
                    }
                    items.forEach(item -> YamlMap.of(FILE, item, KEYS, findings)
                            .flatMap(this::template)
                            .ifPresent(templates::add));
                });
        return templates;
    }

    private Optional<AdHocTemplate> template(YamlMap map) {
        Optional<Located> title = map.text("title", Limits.TITLE);
        Optional<Located> from = map.text("from", Limits.TITLE);
        List<Addressee> to = destinations.suggested(map);
        Optional<Channel> channel = map.text("channel", Limits.LINE).flatMap(destinations::channel);
        Optional<Located> text = map.text("text", Limits.TEXT);
        return findings.broken()
                ? Optional.empty()
                : Optional.of(new AdHocTemplate(
                        title.orElseThrow().value(),
                        from.orElseThrow().value(),
                        to,
                        channel.orElseThrow(),
                        text.orElseThrow().value()));
    }
}
