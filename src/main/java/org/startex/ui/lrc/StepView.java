package org.startex.ui.lrc;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Texts;
import org.startex.lrc.Improvement;
import org.startex.lrc.ImprovementFilter;
import org.startex.lrc.ReadinessRating;
import org.startex.lrc.ReadinessScale;
import org.startex.standards.LrcStep;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.MainLayout;
import org.startex.ui.StateChip;
import org.startex.ui.Words;

/** One of the eight steps: how ready it was judged and when, what led to it, the manual's questions with the working group's answers, and what is to improve. */
@Route(value = "lrc/step/:number", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://app/lrc.css")
class StepView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private final transient LrcTools tools;
    private transient @Nullable LrcStep step;

    StepView(LrcTools tools) {
        this.tools = tools;
        addClassNames("page", "wide", "lrc");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        step = event.getRouteParameters()
                .getInteger("number")
                .flatMap(number -> tools.manual().step(number))
                .orElse(null);
        show();
    }

    private void show() {
        removeAll();
        LrcStep known = step;
        if (known == null) {
            add(
                    new LrcHead(LrcTab.STEPS, TEXTS.get("step.unknown")),
                    new EmptyState(
                            TEXTS.get("step.unknown.why"),
                            new Anchor(LrcNavigation.OVERVIEW, TEXTS.get("step.unknown.next"))));
            return;
        }
        Optional<ReadinessScale> scale = tools.readiness().scale(tools.caller());
        List<Improvement> records = tools.improvements().records(tools.caller(), ImprovementFilter.ALL);
        Readiness readiness = LrcFacts.readiness(
                known,
                scale,
                tools.readiness().ratings(tools.caller()),
                tools.improvements().turns(tools.caller()),
                records);
        List<Improvement> own = LrcFacts.of(known, records);
        add(
                new LrcHead(
                        LrcTab.STEPS,
                        TEXTS.get("step.title", LrcFacts.step(known), known.title()),
                        rate(known, scale, own)),
                Html.div(
                        "lrc-two",
                        Html.div("stack wide-gap", readiness(scale, readiness), records(known, own)),
                        new QuestionsPanel(tools, known, this::show)),
                Html.p("m xs", TEXTS.get("attribution", tools.manual().attribution())));
    }

    private Component rate(LrcStep known, Optional<ReadinessScale> scale, List<Improvement> own) {
        if (!tools.writes()) {
            return Html.span("");
        }
        return scale.<Component>map(agreed -> {
                    Button rate = new Button(
                            TEXTS.get("rate.open"),
                            click -> new RatingDialog(tools, known, agreed, own).open(this::show));
                    rate.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                    return rate;
                })
                .orElseGet(() -> new Anchor(LrcNavigation.SCALE, TEXTS.get("scale.set")));
    }

    private Section readiness(Optional<ReadinessScale> scale, Readiness readiness) {
        Section section = new Section(Html.div("ph", new H2(TEXTS.get("readiness"))));
        section.addClassName("panel");
        if (scale.isEmpty()) {
            section.add(new EmptyState(TEXTS.get(tools.writes() ? "scale.none" : "scale.none-reader")));
            return section;
        }
        Div body = Html.div("pad stack");
        readiness
                .present()
                .ifPresentOrElse(
                        rating -> body.add(present(scale.get(), readiness, rating)),
                        () -> body.add(new EmptyState(TEXTS.get("step.not-rated-yet"))));
        if (!readiness.comparable().isEmpty()) {
            body.add(
                    new ReadinessChart(scale.get(), readiness, tools.now(), tools.zone(), true),
                    Html.p("m xs", TEXTS.get(readiness.turns().isEmpty() ? "chart.key" : "chart.key-turns")));
        }
        section.add(body, new StepHistory(tools, readiness));
        return section;
    }

    private Div present(ReadinessScale scale, Readiness readiness, ReadinessRating rating) {
        Div line = Html.div(
                "row wrap",
                readiness.onPresentScale()
                        ? new ScaleBar(scale, rating.rank(), rating.label())
                        : Html.span("b", TEXTS.get("step.earlier-scale", rating.label())));
        if (rating.red()) {
            line.add(new StateChip("late", "late", TEXTS.get("red")));
        }
        line.add(Html.span("m s", TEXTS.get("rated.by", rating.by(), LrcDates.day(rating.at(), tools.zone()))));
        return Html.div("stack", line, Html.p("", rating.reason()));
    }

    private Section records(LrcStep known, List<Improvement> own) {
        List<Improvement> open =
                own.stream().filter(record -> record.state().open()).toList();
        Section section = new Section(Html.div(
                "ph",
                new H2(TEXTS.get("step.records", open.size())),
                Html.spring(),
                new Anchor(
                        LrcNavigation.RECORDS + "?step=" + known.number(), TEXTS.get("step.records.all", own.size()))));
        section.addClassNames("panel", "lrc-side");
        if (open.isEmpty()) {
            section.add(new EmptyState(TEXTS.get("step.records.none")));
            return section;
        }
        UnorderedList list = new UnorderedList();
        open.forEach(record -> list.add(new ListItem(
                ImprovementWords.chip(record, tools.today()),
                Html.div(
                        "stack tight",
                        new Anchor(LrcNavigation.record(record.number()), LrcFacts.numbered(record)),
                        Html.span(
                                "m s",
                                TEXTS.get(
                                        "record.owner-due",
                                        ImprovementWords.owner(record),
                                        LrcDates.day(record.due())))))));
        section.add(list);
        return section;
    }

    @Override
    public String getPageTitle() {
        return Words.say("title", step == null ? TEXTS.get("step.unknown") : LrcFacts.step(step));
    }
}
