package org.startex.ui.debrief;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.startex.debrief.Tempo;
import org.startex.debrief.TempoAxis;
import org.startex.debrief.TempoService;
import org.startex.debrief.TempoWords;
import org.startex.kernel.CellCode;
import org.startex.kernel.Texts;
import org.startex.measures.Interval;
import org.startex.measures.SurvivalCurve;
import org.startex.measures.SurvivalStep;
import org.startex.ui.EmptyState;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Notice;
import org.startex.ui.Scene;

/** How soon cells acknowledged and answered: in numbers for each, and for one of them as curves with their tables. Too few are said to be too few. */
@StyleSheet("context://app/tempo.css")
final class TempoPanel extends DebriefPanel {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-tempo");

    private final transient TempoService tempos;
    private final transient ExerciseTools tools;
    private final Div overview = Html.div("stack");
    private final Div curves = Html.div("curves");
    private final Select<Tempo.OfCell> cell = new Select<>();
    private transient @Nullable Tempo shown;
    private transient @Nullable Scene scene;

    TempoPanel(TempoService tempos, ExerciseTools tools) {
        this.tempos = tempos;
        this.tools = tools;
        addClassName("tempo");
        cell.setLabel(TEXTS.get("tempo.cell"));
        cell.setItemLabelGenerator(this::name);
        cell.addValueChangeListener(change -> draw());
        add(overview, cell, curves);
    }

    @Override
    void show(Scene now) {
        scene = now;
        if (now.play().clock().started().isEmpty()) {
            overview.removeAll();
            overview.add(Html.div("panel", new EmptyState(TEXTS.get("tempo.before"))));
            cell.setVisible(false);
            return;
        }
        Tempo tempo = tempos.tempo(tools.caller(), now.id());
        if (!tempo.equals(shown)) {
            shown = tempo;
            overview(now, tempo);
            CellCode chosen = cell.getValue() == null ? null : cell.getValue().cell();
            List<Tempo.OfCell> all = new ArrayList<>(List.of(tempo.overall()));
            all.addAll(tempo.cells());
            cell.setVisible(tempo.overall().acknowledged().n() > 0);
            cell.setItems(all);
            cell.setValue(all.stream()
                    .filter(each -> Objects.equals(each.cell(), chosen))
                    .findFirst()
                    .orElse(tempo.overall()));
            draw();
        }
    }

    private String name(Tempo.@Nullable OfCell of) {
        CellCode code = of == null ? null : of.cell();
        return code == null || scene == null ? TEXTS.get("tempo.all-cells") : scene.cell(code);
    }

    private void overview(Scene now, Tempo tempo) {
        overview.removeAll();
        overview.add(
                new H2(TEXTS.get("tempo.heading")),
                Html.p(
                        "",
                        TEXTS.get(
                                tempo.ended() ? "tempo.explain" : "tempo.explain-live",
                                now.clock().seconds(tempo.until()))));
        if (tempo.overall().acknowledged().n() == 0) {
            overview.add(Html.div("panel", new EmptyState(TEXTS.get("tempo.none"))));
        } else {
            Table table = new Table(
                    TEXTS.get("tempo.caption"),
                    TEXTS.get("tempo.cell"),
                    TEXTS.get("tempo.injects"),
                    TEXTS.get("tempo.acknowledged"),
                    TEXTS.get("tempo.half-acknowledged"),
                    TEXTS.get("tempo.answered"),
                    TEXTS.get("tempo.half-answered"));
            row(table, tempo.overall());
            tempo.cells().forEach(each -> row(table, each));
            overview.add(Html.wide("panel", TEXTS.get("tempo.caption"), table), Html.p("m s", TempoWords.method()));
        }
        if (tempo.unattended() > 0) {
            overview.add(Notice.info(TempoWords.unattended(tempo)));
        }
    }

    private void row(Table table, Tempo.OfCell each) {
        table.row(
                name(each),
                Integer.toString(each.acknowledged().n()),
                TempoWords.done(each.acknowledged()),
                TempoWords.half(each, each.acknowledged()),
                TempoWords.done(each.decided()),
                TempoWords.half(each, each.decided()));
    }

    private void draw() {
        curves.removeAll();
        Tempo.OfCell of = cell.getValue();
        Tempo tempo = shown;
        if (of == null || tempo == null || of.acknowledged().n() == 0) {
            return;
        }
        TempoAxis axis = TempoAxis.of(tempo);
        curves.add(
                figure("tempo.to-acknowledgement", of, of.acknowledged(), axis),
                figure("tempo.to-decision", of, of.decided(), axis));
    }

    private Section figure(String key, Tempo.OfCell of, SurvivalCurve curve, TempoAxis axis) {
        String title = TEXTS.get(key);
        String half = TempoWords.half(of, curve);
        Section figure = new Section(
                new H3(TEXTS.get("tempo.figure", title, name(of))),
                new CurveChart(
                        curve,
                        TEXTS.get("curve.label", title, name(of), TempoWords.done(curve), half, curve.open()),
                        of.claims(),
                        axis),
                Html.p("s", TEXTS.get("tempo.figure-half", half)),
                Html.p("m s", TEXTS.get("tempo.figure-open", curve.open(), curve.n())));
        figure.addClassNames("panel", "pad", "figure");
        Table table = new Table(
                TEXTS.get("tempo.steps", title, name(of)),
                TEXTS.get("tempo.time"),
                TEXTS.get("tempo.waiting"),
                TEXTS.get("tempo.done"),
                TEXTS.get("tempo.still-open"),
                TEXTS.get("tempo.interval"));
        curve.steps().forEach(step -> step(table, of, step));
        if (curve.steps().isEmpty()) {
            figure.add(Html.p("m s", TEXTS.get("tempo.no-steps")));
        } else {
            figure.add(Html.wide("", TEXTS.get("tempo.steps", title, name(of)), table));
        }
        return figure;
    }

    private static void step(Table table, Tempo.OfCell of, SurvivalStep step) {
        Interval interval = step.interval();
        table.row(
                TempoWords.length(step.time()),
                Integer.toString(step.atRisk()),
                Integer.toString(step.events()),
                TEXTS.get("curve.percent", percent(step.survival())),
                !of.claims() || interval == null
                        ? TEXTS.get("tempo.no-interval")
                        : TEXTS.get("tempo.percents", percent(interval.low()), percent(interval.high())));
    }

    private static String percent(double share) {
        return String.format(Locale.UK, "%.0f", share * 100);
    }
}
