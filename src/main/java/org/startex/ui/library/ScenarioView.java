package org.startex.ui.library;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ConductKind;
import org.startex.people.CurrentCaller;
import org.startex.people.NotAllowed;
import org.startex.scenario.Inject;
import org.startex.scenario.Scenario;
import org.startex.scenario.ScenarioService;
import org.startex.standards.StandardsCatalogue;
import org.startex.ui.AttachmentLinks;
import org.startex.ui.EmptyState;
import org.startex.ui.Filters;
import org.startex.ui.Html;
import org.startex.ui.Lanes;
import org.startex.ui.MainLayout;
import org.startex.ui.Notice;
import org.startex.ui.Words;
import org.startex.ui.lessons.LessonMarks;
import org.startex.ui.plan.PlanExercise;

/** One scenario: its facts, its injects as list and timeline, its objectives with what tests them, and an inject with all its fields. */
@Route(value = "library/:slug", layout = MainLayout.class)
@PermitAll
class ScenarioView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient ScenarioService scenarios;
    private final transient StandardsCatalogue standards;
    private final transient CurrentCaller caller;
    private final transient PlanExercise planning;
    private final transient LessonMarks lessons;
    private final Div paper = Html.beside();
    private transient @Nullable Scenario scenario;
    private @Nullable Lanes lanes;
    private @Nullable ScenarioInjects list;

    ScenarioView(
            ScenarioService scenarios,
            StandardsCatalogue standards,
            CurrentCaller caller,
            PlanExercise planning,
            LessonMarks lessons) {
        this.scenarios = scenarios;
        this.standards = standards;
        this.caller = caller;
        this.planning = planning;
        this.lessons = lessons;
        addClassNames("page", "wide");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String slug = event.getRouteParameters().get("slug").orElse("");
        removeAll();
        try {
            Optional<Scenario> found = scenarios.scenario(caller.get(), slug);
            if (found.isPresent()) {
                show(found.get());
            } else {
                scenarios
                        .report(caller.get(), slug)
                        .ifPresentOrElse(
                                report -> add(
                                        new H1(slug),
                                        Notice.problem(Words.say("library.faulty", report.errors())),
                                        ScenarioCard.findings(report)),
                                () -> add(
                                        new H1(Words.say("scenario.none")),
                                        new EmptyState(
                                                Words.say("scenario.none.why", slug),
                                                new Anchor("library", Words.say("scenario.none.next")))));
            }
        } catch (NotAllowed notAllowed) {
            add(new H1(Words.say("library.title")), Notice.info(Words.say("library.not-allowed")));
        }
    }

    private void show(Scenario found) {
        scenario = found;
        Button plan = new Button(Words.say("plan.open"), click -> planning.open(found.slug(), found.title()));
        plan.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        plan.setVisible(planning.allowed());
        Div head = Html.div(
                "pagehead",
                Html.div(
                        "stack tight",
                        Html.div("row s", new Anchor("library", Words.say("library.title")), Html.span("m", "/")),
                        new H1(found.title())),
                Html.spring(),
                plan);
        ScenarioInjects injects = new ScenarioInjects(found, this::open);
        Lanes drawn = new Lanes(number -> open(number, false));
        drawn.show(ScenarioBoard.of(found));
        list = injects;
        lanes = drawn;
        Component timeline = Html.div("panel", drawn);
        Component objectives = new ObjectivesTable(found, number -> open(number, false));
        Component moves = new MoveList(found);
        Div shown = Html.div("stack", injects);
        Filters<Shown> choice = new Filters<>(Words.say("scenario.show"), Shown.class, Shown.LIST, chosen -> {
            shown.removeAll();
            shown.add(
                    switch (chosen) {
                        case LIST -> injects;
                        case TIMELINE -> timeline;
                        case OBJECTIVES -> objectives;
                        case MOVES -> moves;
                    });
        });
        choice.label(each -> Words.say(
                "scenario.show." + each,
                found.injects().size(),
                found.objectives().size()));
        choice.offer(each -> each != Shown.MOVES || found.conduct() == ConductKind.FACILITATED);
        paper.removeAll();
        paper.add(Html.div("panel", new EmptyState(Words.say("scenario.pick"))));
        add(head, new ScenarioFacts(found), choice, Html.div("split", shown, paper));
        found.injects().stream()
                .findFirst()
                .ifPresent(first -> open(first.number().value(), true));
    }

    private void open(String number, boolean fromList) {
        Scenario shown = scenario;
        if (shown == null) {
            return;
        }
        Optional<Inject> inject = shown.injects().stream()
                .filter(each -> each.number().value().equals(number))
                .findFirst();
        inject.ifPresent(found -> {
            paper.removeAll();
            paper.add(new InjectPaper(
                    shown,
                    found,
                    standards,
                    new AttachmentLinks(scenarios, caller::get),
                    lessons.of(shown.slug(), found.number())));
            if (lanes != null) {
                lanes.select(number);
            }
            if (!fromList && list != null) {
                list.choose(found);
            }
        });
    }

    private void open(Inject inject) {
        open(inject.number().value(), true);
    }

    @Override
    public String getPageTitle() {
        return Words.say("title", scenario == null ? Words.say("library.title") : scenario.title());
    }

    private enum Shown {
        LIST,
        TIMELINE,
        OBJECTIVES,
        MOVES
    }
}
