package org.startex.ui.library;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import java.util.stream.Collectors;
import org.startex.kernel.Lengths;
import org.startex.kernel.Texts;
import org.startex.scenario.Cell;
import org.startex.scenario.Scenario;
import org.startex.ui.Html;
import org.startex.ui.StoryClock;
import org.startex.ui.Words;

/** What a scenario is, at a glance. */
final class ScenarioFacts extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts MOVES = Texts.of("ui-moves");

    ScenarioFacts(Scenario scenario) {
        addClassNames("panel", "pad");
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "scenario.hazard", scenario.hazard());
        fact(facts, "scenario.kind", Words.say("kind." + scenario.kind()));
        facts.add(
                new DescriptionList.Term(MOVES.get("conduct")),
                new DescriptionList.Description(
                        switch (scenario.conduct()) {
                            case TIMED -> MOVES.get("conduct.timed");
                            case FACILITATED -> MOVES.get("conduct.facilitated");
                        }));
        fact(
                facts,
                "scenario.time",
                Words.say(
                        "scenario.time.value",
                        StoryClock.dateTime(scenario.start()),
                        scenario.zone().getId(),
                        Lengths.of(scenario.length().toDuration())));
        fact(facts, "scenario.cells", scenario.cells().stream().map(Cell::title).collect(Collectors.joining(", ")));
        fact(facts, "scenario.marking", scenario.marking() + " · " + scenario.codeWord());
        add(Html.p("", scenario.aim()), facts);
    }

    private static void fact(DescriptionList facts, String key, String value) {
        facts.add(new DescriptionList.Term(Words.say(key)), new DescriptionList.Description(value));
    }
}
