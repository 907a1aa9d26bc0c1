package org.startex.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.CellPeople;
import org.startex.kernel.ParticipantId;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Words;

/** The people of one cell, of the staff, or those who wait to be admitted: a line that opens. Only what has changed is drawn anew. */
final class PeopleGroup extends Div {
    private static final long serialVersionUID = 1L;

    private final String title;
    private final Div summary = Html.div("row group");
    private final Div persons = Html.div("persons");
    private final transient Map<ParticipantId, Shown> shown = new HashMap<>();
    private transient @Nullable CellPeople summed;

    private record Shown(PeopleLines.Line line, Component drawn) {}

    /** @param opened whether it is open at first; later whoever looks decides */
    PeopleGroup(String title, boolean opened) {
        this.title = title;
        Details details = new Details(summary, persons);
        details.setWidthFull();
        details.setOpened(opened);
        add(details);
    }

    void show(CellPeople group, PeopleLines lines, boolean mayAct) {
        sum(group);
        Map<ParticipantId, Shown> before = Map.copyOf(shown);
        shown.clear();
        List<Component> order = new ArrayList<>();
        for (CellPeople.Person person : group.people()) {
            ParticipantId who = person.member().participant();
            PeopleLines.Line line = lines.of(group, person, mayAct);
            Shown old = before.get(who);
            Shown now = old != null && old.line().equals(line) ? old : new Shown(line, lines.draw(line));
            shown.put(who, now);
            order.add(now.drawn());
        }
        if (order.isEmpty()) {
            order.add(Html.span("m s", Words.say("people.nobody")));
        }
        InOrder.of(persons, order);
    }

    private void sum(CellPeople group) {
        CellPeople before = summed;
        summed = group;
        if (before != null
                && before.here() == group.here()
                && before.people().size() == group.people().size()) {
            return;
        }
        int all = group.people().size();
        int gone = all - group.here();
        summary.removeAll();
        summary.add(Html.span("ell", title), Html.spring());
        if (group.waiting()) {
            summary.add(Html.span("st due mini", new Icon("due"), Html.span("", Words.say("people.to-admit", all))));
        } else if (group.cell().isPresent()) {
            if (gone > 0) {
                summary.add(Html.span("st late mini", new Icon("off"), Html.span("", Words.say("people.gone", gone))));
            }
            summary.add(Html.span("c", Words.say("inject.of", group.here(), all)));
        } else {
            summary.add(Html.span("c", Integer.toString(all)));
        }
    }
}
