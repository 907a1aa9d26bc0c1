package org.startex.ui.library;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.stream.Collectors;
import org.startex.kernel.Lengths;
import org.startex.kernel.Texts;
import org.startex.scenario.Phase;
import org.startex.scenario.Question;
import org.startex.scenario.Scenario;
import org.startex.ui.Html;
import org.startex.ui.Markdown;

/** The moves of a facilitated scenario, each with its questions and how long the tables have for them. */
final class MoveList extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-moves");

    MoveList(Scenario scenario) {
        addClassNames("panel", "pad", "stack");
        scenario.phases().forEach(move -> add(move(scenario, move)));
    }

    private static Div move(Scenario scenario, Phase move) {
        Div div = Html.div("stack tight", new H2(move.title()));
        if (move.questions().isEmpty()) {
            div.add(Html.p("m", TEXTS.get("scenario.no-questions")));
            return div;
        }
        if (!move.discussion().isZero()) {
            div.add(Html.p("m", TEXTS.get("scenario.discussion", Lengths.of(move.discussion()))));
        }
        OrderedList list = new OrderedList();
        move.questions().forEach(question -> list.add(new ListItem(Markdown.of(text(scenario, question)))));
        div.add(list);
        return div;
    }

    private static String text(Scenario scenario, Question question) {
        return question.cells().isEmpty()
                ? question.text()
                : TEXTS.get(
                        "scenario.question.for",
                        question.text(),
                        question.cells().stream()
                                .map(code -> scenario.cell(code)
                                        .map(cell -> cell.title())
                                        .orElse(code.value()))
                                .collect(Collectors.joining(", ")));
    }
}
