package org.startex.ui.lrc;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.startex.kernel.Texts;
import org.startex.lrc.Improvement;
import org.startex.lrc.ReadinessRating;
import org.startex.lrc.ReadinessScale;
import org.startex.standards.LrcStep;
import org.startex.ui.Html;
import org.startex.ui.StateChip;

/** One of the eight steps in a few words: how ready, where it is going, and what is open. */
final class StepCard extends ListItem {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");

    StepCard(LrcTools tools, LrcStep step, Readiness readiness, List<Improvement> records) {
        addClassName("lrc-step");
        Optional<ReadinessRating> present = readiness.present();
        boolean red = present.filter(ReadinessRating::red).isPresent();
        if (red) {
            addClassName("red");
        }
        Anchor link = new Anchor(LrcNavigation.step(step.number()));
        link.add(
                Html.span("nn", Integer.toString(step.number())),
                Html.span("vb", step.verb()),
                Html.span("tt", step.title()));
        add(link);
        readiness
                .scale()
                .ifPresent(scale -> present.ifPresentOrElse(
                        rating -> addReadiness(tools, scale, readiness, rating, red),
                        () -> add(Html.span("m s", TEXTS.get("step.not-rated")))));
        add(open(records, tools.today()));
    }

    private void addReadiness(
            LrcTools tools, ReadinessScale scale, Readiness readiness, ReadinessRating rating, boolean red) {
        add(
                readiness.onPresentScale()
                        ? new ScaleBar(scale, rating.rank(), rating.label())
                        : Html.span("s", TEXTS.get("step.earlier-scale", rating.label())));
        Span trend = Html.span("lrc-trend");
        if (red) {
            trend.add(new StateChip("late", "late", TEXTS.get("red")));
        }
        trend.add(Html.span("s m", trend(tools, readiness, rating)));
        add(trend);
        if (readiness.comparable().size() > 1) {
            add(new ReadinessChart(scale, readiness, tools.now(), tools.zone(), false));
        }
    }

    private static String trend(LrcTools tools, Readiness readiness, ReadinessRating rating) {
        String day = LrcDates.day(rating.at(), tools.zone());
        return readiness
                .before()
                .map(before -> TEXTS.get(
                        before.rank() < rating.rank()
                                ? "trend.up"
                                : before.rank() > rating.rank() ? "trend.down" : "trend.level",
                        before.label(),
                        day))
                .orElseGet(() -> TEXTS.get("trend.first", day));
    }

    private static Span open(List<Improvement> records, LocalDate today) {
        long open = records.stream().filter(record -> record.state().open()).count();
        long overdue = records.stream().filter(record -> record.overdue(today)).count();
        Span line = Html.span("lrc-open");
        line.add(Html.span("s", TEXTS.get("step.open", open)));
        if (overdue > 0) {
            line.add(new StateChip("late", "late", TEXTS.get("step.overdue", overdue)));
        }
        return line;
    }
}
