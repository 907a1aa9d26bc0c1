package org.startex.ui.evaluator;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Texts;
import org.startex.logbook.Met;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Scene;
import org.startex.ui.StateChip;
import org.startex.ui.Words;

/** Objectives and expected actions, with how many observations each has. What has none stands out by its hollow circle. */
final class CoverageBoard extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-evaluator");

    private final transient LongConsumer open;
    private transient @Nullable Coverage shown;

    /** @param open opens an inject by its entry */
    CoverageBoard(LongConsumer open) {
        this.open = open;
        addClassNames("coverage", "stack", "pad");
        getElement().setAttribute("aria-label", TEXTS.get("coverage.label"));
    }

    void show(Scene scene, Witnessed witnessed) {
        Coverage now = Coverage.of(scene.play(), witnessed.observations(), witnessed::answeredBy);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        add(new H3(TEXTS.get("coverage.objectives")));
        UnorderedList objectives = new UnorderedList();
        objectives.addClassName("rows");
        now.objectives().forEach(each -> objectives.add(objective(each)));
        add(objectives, new H3(TEXTS.get("coverage.actions")));
        now.injects().forEach(each -> add(inject(scene, each)));
        if (now.injects().isEmpty()) {
            add(new EmptyState(TEXTS.get("coverage.none")));
        }
        if (now.toCome() > 0) {
            add(Html.p("m s", TEXTS.get("coverage.to-come", now.toCome())));
        }
    }

    private static ListItem objective(Coverage.OfObjective each) {
        String steps = each.steps().entrySet().stream()
                .map(step -> TEXTS.get("coverage.step", step.getKey(), step.getValue()))
                .collect(Collectors.joining(", "));
        return line(
                TEXTS.get(
                        "observe.objective",
                        each.objective().code().value(),
                        each.objective().title()),
                steps,
                each.observations());
    }

    private Section inject(Scene scene, Coverage.OfInject each) {
        NativeButton opens =
                new NativeButton("", click -> open.accept(each.inject().seq()));
        opens.add(
                Html.span("mkc delivered", new Icon("delivered")),
                Html.span(
                        "what",
                        Words.say(
                                "decision.inject",
                                each.inject().number(),
                                each.inject().words().title())));
        opens.addClassName("opens");
        UnorderedList actions = new UnorderedList();
        actions.addClassName("rows");
        each.actions()
                .forEach(action -> actions.add(line(
                        action.step().text(),
                        TEXTS.get(
                                "coverage.action",
                                scene.cell(action.step().who().cell()),
                                found(action.found())),
                        action.observations())));
        return new Section(opens, actions);
    }

    private static String found(Map<Met, Long> found) {
        return found.entrySet().stream()
                .map(each -> TEXTS.get("coverage.found", Words.say("met." + each.getKey()), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static ListItem line(String what, String beneath, long observations) {
        Span chip = observations == 0
                ? new StateChip("pending", "pending", TEXTS.get("coverage.nobody"))
                : new StateChip("seen", "observation", TEXTS.get("stream.observed", observations));
        chip.addClassName("mini");
        return new ListItem(Html.div("row", Html.div("tx", Html.span("", what), Html.span("m xs", beneath)), chip));
    }
}
