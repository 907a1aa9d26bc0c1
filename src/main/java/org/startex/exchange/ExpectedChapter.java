package org.startex.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Delivered;
import org.startex.conduct.ExpectedStep;
import org.startex.conduct.PlannedInject;
import org.startex.exchange.Report.Block;
import org.startex.exchange.Report.Run;
import org.startex.exchange.Report.Words;
import org.startex.kernel.Texts;
import org.startex.logbook.CheckedAction;
import org.startex.logbook.DecisionRecorded;
import org.startex.logbook.Met;
import org.startex.logbook.Observation;

/** The chapter on expected actions: what the plan expected of whom by when, and what evaluators saw of it. What nobody looked at is counted. */
final class ExpectedChapter {
    private static final Texts TEXTS = Texts.of("exchange");

    private final Source source;
    private final List<Observation> observations;

    ExpectedChapter(Source source, List<Observation> observations) {
        this.source = source;
        this.observations = List.copyOf(observations);
    }

    /** What one observation says of one expected action. */
    private record Seen(Observation in, Met met) {}

    List<Block> compose() {
        List<List<Words>> rows = new ArrayList<>();
        Map<Met, Integer> counts = new EnumMap<>(Met.class);
        int unlooked = 0;
        for (Delivered inject : source.play().delivered()) {
            List<ExpectedStep> expected = source.play()
                    .planned(inject.number())
                    .map(PlannedInject::words)
                    .map(words -> words.expected())
                    .orElse(List.of());
            for (int i = 0; i < expected.size(); i++) {
                List<Seen> seen = seen(inject.seq(), i);
                seen.forEach(each -> counts.merge(each.met(), 1, Integer::sum));
                if (seen.isEmpty()) {
                    unlooked++;
                } else {
                    rows.add(row(inject, expected.get(i), seen));
                }
            }
        }
        if (rows.isEmpty()) {
            return List.of(
                    paragraph(unlooked == 0 ? TEXTS.get("expected.none") : TEXTS.get("expected.unlooked", unlooked)));
        }
        return List.of(
                paragraph(TEXTS.get(
                        "expected.count",
                        rows.size() + unlooked,
                        rows.size(),
                        counts.getOrDefault(Met.MET, 0),
                        counts.getOrDefault(Met.PARTLY, 0),
                        counts.getOrDefault(Met.NOT_MET, 0),
                        counts.getOrDefault(Met.NOT_OBSERVED, 0))),
                new Block.Table(
                        Stream.of("measures.inject", "expected.what", "expected.by", "expected.seen")
                                .map(TEXTS::get)
                                .toList(),
                        List.of(24, 38, 14, 24),
                        rows));
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph(Words.of(text));
    }

    private List<Seen> seen(long inject, int index) {
        return observations.stream()
                .filter(observation -> Objects.equals(about(observation), inject))
                .flatMap(observation -> observation.fact().checked().stream()
                        .filter(checked -> checked.index() == index)
                        .map((CheckedAction checked) -> new Seen(observation, checked.met())))
                .toList();
    }

    /** The inject that an observation is about, by itself or by the decision that answers it. */
    private @Nullable Long about(Observation observation) {
        Long about = observation.fact().about();
        return about == null
                ? null
                : source.entry(about)
                        .map(entry -> entry.fact() instanceof DecisionRecorded decision ? decision.inReplyTo() : about)
                        .orElse(null);
    }

    private List<Words> row(Delivered inject, ExpectedStep step, List<Seen> seen) {
        List<Run> results = IntStream.range(0, seen.size())
                .boxed()
                .flatMap(i -> result(seen.get(i), i > 0).stream())
                .toList();
        return List.of(
                Words.of(
                        Run.link(inject.number().value(), source.log(inject.seq())),
                        Run.plain(" " + inject.words().title())),
                Words.of(Run.strong(source.cells(List.of(step.who())) + ": "), Run.plain(step.text())),
                Words.of(source.storyTime(step.by())),
                new Words(results));
    }

    private List<Run> result(Seen seen, boolean another) {
        return List.of(
                Run.plain((another ? "\n" : "") + word(seen.met()) + ", "
                        + source.name(seen.in().by()) + ", "),
                Run.link(
                        TEXTS.get("entry", seen.in().seq()),
                        source.log(seen.in().seq())));
    }

    private static String word(Met met) {
        return switch (met) {
            case MET -> TEXTS.get("met.met");
            case PARTLY -> TEXTS.get("met.partly");
            case NOT_MET -> TEXTS.get("met.not-met");
            case NOT_OBSERVED -> TEXTS.get("met.not-observed");
        };
    }
}
