package org.startex.ui.plan;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.ExerciseSummary;
import org.startex.ui.EmptyState;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.KeyMap;
import org.startex.ui.MainLayout;
import org.startex.ui.Notice;
import org.startex.ui.SearchField;
import org.startex.ui.Words;

/** Exercises: what is running now, what is planned, and what is past. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
class ExercisesView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient ExerciseTools tools;
    private final transient PlanExercise planning;
    private final Div lists = Html.div("stack wide-gap");
    private String search = "";
    private List<ExerciseSummary> known = List.of();
    private @Nullable Registration listening;

    ExercisesView(ExerciseTools tools, PlanExercise planning) {
        this.tools = tools;
        this.planning = planning;
        addClassName("page");
        SearchField field = new SearchField(Words.say("exercises.find"), text -> {
            search = text;
            refresh();
        });
        Button plan = planButton();
        plan.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                Html.div("pagehead", new H1(Words.say("exercises.title")), Html.spring(), field, plan),
                lists,
                new KeyMap().key("/", field));
        refresh();
    }

    private Button planButton() {
        Button plan = new Button(Words.say("plan.open"), click -> planning.open());
        plan.setVisible(planning.allowed());
        return plan;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        listening = tools.ear().listenToAll(event.getUI(), this::lookAgain);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.remove();
            listening = null;
        }
    }

    /** Draws again only if something is new, so that nothing moves under the pointer; or if the list cannot be read, to say so. */
    private void lookAgain() {
        boolean same;
        try {
            same = tools.conduct().exercises(tools.caller()).equals(known);
        } catch (RuntimeException away) {
            same = false;
        }
        if (!same) {
            refresh();
        }
    }

    private void refresh() {
        lists.removeAll();
        List<ExerciseSummary> all;
        try {
            all = tools.conduct().exercises(tools.caller());
            known = all;
        } catch (RuntimeException away) {
            Button again = new Button(Words.say("act.again"), click -> refresh());
            again.addThemeVariants(ButtonVariant.LUMO_SMALL);
            lists.add(Notice.problem(Words.say("exercises.away"), again));
            return;
        }
        if (all.isEmpty()) {
            lists.add(Html.div(
                    "panel",
                    planning.allowed()
                            ? new EmptyState(
                                    Words.say("exercises.empty"),
                                    new Anchor("library", Words.say("exercises.empty.library")))
                            : new EmptyState(Words.say("exercises.empty.staff"))));
            return;
        }
        List<ExerciseSummary> found = all.stream()
                .filter(e ->
                        (e.title() + " " + e.slug()).toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT)))
                .toList();
        for (Stage stage : Stage.values()) {
            List<ExerciseSummary> here = found.stream()
                    .filter(e -> stage == Stage.of(e.state()))
                    .sorted(stage.order())
                    .toList();
            if (!here.isEmpty()) {
                lists.add(section(stage, here));
            }
        }
        if (found.isEmpty()) {
            lists.add(Html.div("panel", new EmptyState(Words.say("exercises.none", search))));
        }
    }

    private static Section section(Stage stage, List<ExerciseSummary> exercises) {
        Section section =
                new Section(new H2(Words.say("exercises." + stage.name().toLowerCase(Locale.ROOT))));
        section.addClassName("section");
        Div panel = Html.div("panel rows");
        exercises.forEach(each -> panel.add(new ExerciseLine(each, UI.getCurrent())));
        section.add(panel);
        return section;
    }

    @Override
    public String getPageTitle() {
        return Words.say("title", Words.say("exercises.title"));
    }

    private enum Stage {
        NOW,
        PLANNED,
        PAST;

        static Stage of(String state) {
            return switch (state) {
                case "planned" -> PLANNED;
                case "sealed" -> PAST;
                default -> NOW;
            };
        }

        Comparator<ExerciseSummary> order() {
            Comparator<ExerciseSummary> byTime = Comparator.comparing(ExerciseSummary::plannedFor);
            return this == PAST ? byTime.reversed() : byTime;
        }
    }
}
