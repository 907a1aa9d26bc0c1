package org.startex.ui.evaluator;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.startex.conduct.ExpectedStep;
import org.startex.kernel.Texts;
import org.startex.logbook.CheckedAction;
import org.startex.logbook.Met;
import org.startex.ui.Html;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/** What the plan expects, each to be marked met, partly, not met or not observed. What is left unmarked is not recorded. */
final class ExpectedChecklist extends OrderedList {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-evaluator");

    private final transient List<Toggles<Met>> marks = new ArrayList<>();

    ExpectedChecklist(Scene scene, List<ExpectedStep> expected, Runnable changed) {
        addClassName("checklist");
        for (ExpectedStep step : expected) {
            Toggles<Met> met = new Toggles<>(
                    TEXTS.get("observe.met-label", step.text()), false, each -> Words.say("met." + each), changed);
            met.offer(List.of(Met.values()));
            met.addClassName("even");
            marks.add(met);
            String who = step.who().wholeCell()
                    ? scene.cell(step.who().cell())
                    : Words.say(
                            "place",
                            scene.cell(step.who().cell()),
                            scene.post(step.who().cell(), step.who().role()));
            add(new ListItem(
                    Html.p("", step.text()),
                    Html.p(
                            "m xs",
                            TEXTS.get("observe.expected-by", who, scene.clock().minutes(step.by()))),
                    met));
        }
    }

    void choose(List<CheckedAction> checked) {
        checked.stream()
                .filter(action -> action.index() < marks.size())
                .forEach(action -> marks.get(action.index()).choose(List.of(action.met())));
    }

    List<CheckedAction> checked() {
        return IntStream.range(0, marks.size())
                .boxed()
                .flatMap(index -> marks.get(index).chosen().stream().map(met -> new CheckedAction(index, met)))
                .toList();
    }
}
