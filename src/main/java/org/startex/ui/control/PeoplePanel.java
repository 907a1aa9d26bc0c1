package org.startex.ui.control;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.CellPeople;
import org.startex.conduct.Exercise;
import org.startex.conduct.Member;
import org.startex.conduct.Place;
import org.startex.ui.Calm;
import org.startex.ui.EmptyState;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Scene;
import org.startex.ui.Since;
import org.startex.ui.Words;

/** The people by cell: who waits to be admitted, who is here, who has dropped out. Controllers admit, move and eject. Lines stay where they are while somebody points at them or has a menu open. */
final class PeoplePanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient ExerciseTools tools;
    private final transient PersonActs acts;
    private final Span count = Html.span("n", "");
    private final Div list = Html.div("pe");
    private final Calm calm = new Calm(this::settle, list);
    private final Set<String> opened = new HashSet<>();
    private transient List<CellPeople> wanted = List.of();
    private transient List<CellPeople> shown = List.of();
    private transient @Nullable Scene scene;
    private boolean mayAct;
    private boolean known;
    private boolean acted;

    PeoplePanel(ExerciseTools tools, SavedLine saved) {
        this.tools = tools;
        acts = new PersonActs(tools, seq -> {
            acted = true;
            saved.saved(seq);
        });
        addClassNames("panel", "page-people");
        H2 heading = new H2(Words.say("people.title"));
        heading.setId("people-heading");
        getElement().setAttribute("aria-labelledby", "people-heading");
        add(Html.div("ph", heading, count), calm);
    }

    void show(Scene now, List<CellPeople> people) {
        boolean may = now.controls() && !(now.exercise() instanceof Exercise.Sealed);
        scene = now;
        wanted = people;
        count(people);
        if (!known || acted || may != mayAct || (!calm.busy() && !people.equals(shown))) {
            known = true;
            acted = false;
            mayAct = may;
            draw(now);
        }
    }

    private void settle() {
        Scene now = scene;
        if (now != null && !wanted.equals(shown)) {
            draw(now);
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

    private void draw(Scene now) {
        shown = wanted;
        list.removeAll();
        shown.forEach(group -> list.add(group(now, group)));
        if (players(shown) == 0 && shown.stream().noneMatch(CellPeople::waiting)) {
            list.add(new EmptyState(Words.say("people.none")));
        }
    }

    private Div group(Scene scene, CellPeople group) {
        String title = group.waiting()
                ? Words.say("people.waiting")
                : group.cell().map(Place::title).orElse(Words.say("people.staff"));
        Div summary = Html.div("row group", Html.span("ell", title), Html.spring());
        int gone = group.people().size() - group.here();
        if (group.waiting()) {
            summary.add(Html.span(
                    "st due mini",
                    new Icon("due"),
                    Html.span("", Words.say("people.to-admit", group.people().size()))));
        } else if (group.cell().isPresent()) {
            if (gone > 0) {
                summary.add(Html.span("st late mini", new Icon("off"), Html.span("", Words.say("people.gone", gone))));
            }
            summary.add(Html.span(
                    "c", Words.say("inject.of", group.here(), group.people().size())));
        } else {
            summary.add(Html.span("c", Integer.toString(group.people().size())));
        }
        Div persons = Html.div("persons");
        group.people().forEach(person -> persons.add(person(scene, group, person)));
        if (group.people().isEmpty()) {
            persons.add(Html.span("m s", Words.say("people.nobody")));
        }
        Details details = new Details(summary, persons);
        details.setWidthFull();
        details.setOpened(group.waiting() || opened.contains(title));
        details.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                opened.add(title);
            } else {
                opened.remove(title);
            }
        });
        return Html.div("", details);
    }

    private Div person(Scene scene, CellPeople group, CellPeople.Person person) {
        Member member = person.member();
        String name = scene.name(member.participant());
        Div line = Html.div("person-line");
        if (group.cell().isPresent()) {
            Icon state = new Icon(person.here() ? "ack" : "off");
            line.add(
                    Html.span("mkc " + (person.here() ? "ack" : "late"), state),
                    Html.span("vh", Words.say(person.here() ? "people.is-here" : "people.is-gone")));
        }
        String beneath =
                group.waiting() || group.cell().isEmpty() || member.post().isEmpty()
                        ? scene.organisation(member.participant())
                        : scene.post(group.cell().orElseThrow().code(), member.post());
        if (group.cell().isEmpty() && !group.waiting()) {
            beneath = Words.say("role." + member.role());
        }
        line.add(Html.div("tx", Html.span("ell", name), Html.span("ell m xs", beneath)));
        if (group.cell().isPresent() && !person.here()) {
            tools.lastSeen(scene.id(), member.participant()).ifPresent(seen -> line.add(gone(seen.toEpochMilli())));
        }
        if (mayAct && group.waiting()) {
            Button admit = new Button(Words.say("admit.open"), click -> acts.admit(scene, member));
            admit.addThemeVariants(ButtonVariant.LUMO_SMALL);
            admit.setAriaLabel(Words.say("admit.of", name));
            line.add(admit);
        }
        if (mayAct && member.role() != org.startex.kernel.ExerciseRole.DIRECTOR) {
            line.add(menu(scene, member, name, group.cell().isPresent()));
        }
        return line;
    }

    private static Since gone(long millis) {
        Since gone = Since.length(millis).within(Words.say("people.gone-for"));
        gone.addClassNames("m", "xs", "nw");
        return gone;
    }

    private MenuBar menu(Scene scene, Member member, String name, boolean player) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL, MenuBarVariant.LUMO_ICON);
        bar.getElement().setAttribute("aria-label", Words.say("people.acts", name));
        var more = bar.addItem(new Icon("more"));
        more.setAriaLabel(Words.say("people.acts", name));
        if (player) {
            more.getSubMenu().addItem(Words.say("move.open"), click -> acts.move(scene, member));
            if (!member.post().isEmpty()) {
                more.getSubMenu().addItem(Words.say("hand-over.open"), click -> acts.handOver(scene, member));
            }
        }
        more.getSubMenu().addItem(Words.say("eject.open"), click -> acts.eject(scene, member));
        return bar;
    }
}
