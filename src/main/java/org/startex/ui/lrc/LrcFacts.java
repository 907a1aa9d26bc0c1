package org.startex.ui.lrc;

import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.startex.kernel.Texts;
import org.startex.lrc.Improvement;
import org.startex.lrc.ImprovementEntry;
import org.startex.lrc.ReadinessRating;
import org.startex.lrc.ReadinessScale;
import org.startex.standards.LrcStep;
import org.startex.ui.Html;

/** Picks out what belongs to one step, and small pieces that several screens show. */
final class LrcFacts {
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private LrcFacts() {}

    static List<Improvement> of(LrcStep step, List<Improvement> records) {
        return records.stream()
                .filter(record -> record.draft().step().equals(step.code()))
                .toList();
    }

    static Readiness readiness(
            LrcStep step,
            Optional<ReadinessScale> scale,
            List<ReadinessRating> ratings,
            List<ImprovementEntry> turns,
            List<Improvement> records) {
        Set<Integer> own = of(step, records).stream().map(Improvement::number).collect(Collectors.toSet());
        return new Readiness(
                scale,
                ratings.stream()
                        .filter(rating -> rating.step() == step.number())
                        .toList(),
                turns.stream().filter(turn -> own.contains(turn.number())).toList());
    }

    /** {@code 12 Transport for people on oxygen}. */
    static String numbered(Improvement record) {
        return TEXTS.get("record.numbered", Integer.toString(record.number()), record.title());
    }

    /** What wears this comes from an exercise. */
    static Span exerciseTag(String title) {
        return Html.span("extag", TEXTS.get("ex", title));
    }

    /** {@code 7 DO}. */
    static String step(LrcStep step) {
        return TEXTS.get("step.short", Integer.toString(step.number()), step.verb());
    }
}
