package org.startex.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.CellPeople;
import org.startex.conduct.Exercise;
import org.startex.conduct.Place;
import org.startex.kernel.CellCode;
import org.startex.ui.Calm;
import org.startex.ui.EmptyState;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/**
 * The people by cell: who waits to be admitted, who is here, who has dropped out. Controllers admit, move and eject. A cell that was opened stays
 * open, and lines stay where they are while somebody points at them or has a menu open.
 */
final class PeoplePanel extends Section {
    private static final long serialVersionUID = 1L;

    /** Whose people they are: those who wait, one cell's, or the staff. Titles will not do, two cells may have the same. */
    private record Key(boolean waiting, @Nullable CellCode cell) {
        static Key of(CellPeople group) {
            return new Key(group.waiting(), group.cell().map(Place::code).orElse(null));
        }
    }

    private final transient PeopleLines lines;
    private final Span count = Html.span("n", "");
    private final Div list = Html.div("pe");
    private final Calm calm = new Calm(this::settle, list);
    private final EmptyState nobody = new EmptyState(Words.say("people.none"));
    private final transient Map<Key, PeopleGroup> groups = new HashMap<>();
    private transient List<CellPeople> wanted = List.of();
    private transient List<CellPeople> shown = List.of();
    private transient @Nullable Scene scene;
    private boolean mayAct;
    private boolean known;
    private boolean acted;

    PeoplePanel(ExerciseTools tools, SavedLine saved) {
        lines = new PeopleLines(tools, new PersonActs(tools, seq -> {
            acted = true;
            saved.saved(seq);
        }));
        addClassNames("panel", "page-people");
        H2 heading = new H2(Words.say("people.title"));
        heading.setId("people-heading");
        getElement().setAttribute("aria-labelledby", "people-heading");
        add(Html.div("ph", heading, count), calm);
    }

    void show(Scene now, List<CellPeople> people) {
        boolean may = now.controls() && !(now.exercise() instanceof Exercise.Sealed);
        scene = now;
        lines.scene(now);
        wanted = people;
        count(people);
        if (!known || acted || may != mayAct || (!calm.busy() && !people.equals(shown))) {
            known = true;
            acted = false;
            mayAct = may;
            draw();
        }
    }

    private void settle() {
        if (scene != null && !wanted.equals(shown)) {
            draw();
        }
    }

    private static int players(List<CellPeople> people) {
        return people.stream()
                .filter(group -> group.cell().isPresent())
                .mapToInt(group -> group.people().size())
                .sum();
    }

    private void count(List<CellPeople> people) {
        int here = people.stream()
                .filter(group -> group.cell().isPresent())
                .mapToInt(CellPeople::here)
                .sum();
        count.setText(Words.say("people.here", here, players(people)));
    }

    private void draw() {
        shown = wanted;
        List<Component> order = new ArrayList<>();
        groups.keySet().retainAll(shown.stream().map(Key::of).toList());
        for (CellPeople each : shown) {
            PeopleGroup group =
                    groups.computeIfAbsent(Key.of(each), key -> new PeopleGroup(titleOf(each), each.waiting()));
            group.show(each, lines, mayAct);
            order.add(group);
        }
        if (players(shown) == 0 && shown.stream().noneMatch(CellPeople::waiting)) {
            order.add(nobody);
        }
        InOrder.of(list, order);
    }

    private static String titleOf(CellPeople group) {
        return group.waiting()
                ? Words.say("people.waiting")
                : group.cell().map(Place::title).orElse(Words.say("people.staff"));
    }
}
