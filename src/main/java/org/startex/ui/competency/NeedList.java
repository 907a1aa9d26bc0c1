package org.startex.ui.competency;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.startex.competency.Need;
import org.startex.competency.NeedState;
import org.startex.kernel.Texts;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.StateChip;

/** Development needs, those still to be met first, each with the lesson it comes from and its history. */
final class NeedList extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    private final transient CompetencyTools tools;
    private final transient Set<NeedState> allowed;
    private final transient Runnable changed;

    /**
     * @param allowed the states that whoever reads may set; none for readers
     */
    NeedList(CompetencyTools tools, List<Need> needs, String empty, Set<NeedState> allowed, Runnable changed) {
        this.tools = tools;
        this.allowed = allowed;
        this.changed = changed;
        addClassName("needs");
        if (needs.isEmpty()) {
            add(Html.div("panel", new EmptyState(empty)));
        }
        needs.stream()
                .sorted(Comparator.comparing((Need need) -> need.state() == NeedState.MET)
                        .thenComparing(need -> need.history().getFirst().at()))
                .forEach(need -> add(card(need)));
    }

    static String state(NeedState state) {
        return TEXTS.get("need." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static StateChip chip(NeedState state) {
        return switch (state) {
            case OPEN -> new StateChip("pending", "pending", state(state));
            case BEING_MET -> new StateChip("due", "due", state(state));
            case MET -> new StateChip("ack", "ack", state(state));
        };
    }

    private Article card(Need need) {
        Article card = new Article(
                Html.div("row wrap s", chip(need.state()), Html.span("b", PieceWords.codes(need.ksbs()))),
                new H3(need.text()),
                lesson(need),
                history(need));
        card.addClassNames("panel", "pad", "need");
        List<NeedState> next =
                allowed.stream().filter(state -> state != need.state()).sorted().toList();
        if (!next.isEmpty()) {
            Button step =
                    new Button(TEXTS.get("need.step"), click -> new NeedStepDialog(tools, need, next, changed).open());
            step.addThemeVariants(ButtonVariant.LUMO_SMALL);
            step.setAriaLabel(TEXTS.get("need.step.of", need.text()));
            card.add(Html.div("row", step));
        }
        return card;
    }

    private Component lesson(Need need) {
        return tools.lesson(need.lesson())
                .<Component>map(lesson -> Html.div(
                        "s",
                        new Anchor(
                                "lessons/" + lesson.number(),
                                TEXTS.get("need.lesson", String.valueOf(lesson.number()), lesson.title()))))
                .orElseGet(() -> Html.p("s m", TEXTS.get("need.lesson.gone")));
    }

    private static OrderedList history(Need need) {
        OrderedList list = new OrderedList();
        list.addClassName("history");
        for (Need.Step step : need.history()) {
            ListItem line = new ListItem(Html.div(
                    "row wrap s",
                    Html.span("b", step.number() == 1 ? TEXTS.get("need.raised") : state(step.state())),
                    Html.span("m", TEXTS.get("history.by", step.name(), PieceWords.day(step.at())))));
            if (!step.reason().isBlank()) {
                line.add(Html.p("pre s", step.reason()));
            }
            list.add(line);
        }
        return list;
    }
}
