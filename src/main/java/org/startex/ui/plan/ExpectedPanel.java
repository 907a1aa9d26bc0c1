package org.startex.ui.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.conduct.Place;
import org.startex.conduct.PlannedPeopleService;
import org.startex.kernel.Addressee;
import org.startex.kernel.PublicAddress;
import org.startex.kernel.Texts;
import org.startex.ledger.Reason;
import org.startex.people.PlannedPerson;
import org.startex.ui.CopyLink;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.Scene;

/** Who is expected to play, cell by cell, with their personal links. For controllers. */
final class ExpectedPanel extends Section {
    private static final long serialVersionUID = 1L;
    static final Texts TEXTS = Texts.of("ui-people-planned");

    /** What is shown of somebody. */
    private record Shown(
            PlannedPerson person, boolean joined, @Nullable String link) {}

    private final transient PlannedPeopleService people;
    private final transient PublicAddress address;
    private final Div list = Html.div("");
    private final Span count = Html.span("m", "");
    private final Span told = Html.span("m s", "");
    private final ExpectedForm form;
    private final ExpectedPaste paste;
    /** Links made on this page; they can be shown only now. */
    private final transient Map<UUID, String> links = new HashMap<>();

    private transient @Nullable List<Shown> shown;
    private transient @Nullable Scene scene;

    ExpectedPanel(PlannedPeopleService people, PublicAddress address) {
        this.people = people;
        this.address = address;
        addClassNames("panel", "noprint", "expected");
        H2 heading = new H2(TEXTS.get("title"));
        heading.setId("expected-heading");
        getElement().setAttribute("aria-labelledby", "expected-heading");
        told.getElement().setAttribute("role", "status");
        form = new ExpectedForm(people, this::changed);
        paste = new ExpectedPaste(people, this::changed);
        add(
                Html.div("ph", heading, Html.spring(), count),
                Html.div("bd", Html.p("m", TEXTS.get("what"))),
                list,
                Html.div("bd", told),
                form,
                paste);
    }

    /** Shown to whoever controls play, until ENDEX: afterwards nobody joins. */
    void show(Scene now) {
        scene = now;
        setVisible(now.controls()
                && !(now.exercise() instanceof Exercise.Sealed || now.exercise() instanceof Exercise.Closing));
        if (!isVisible()) {
            return;
        }
        form.show(now);
        paste.show(now);
        List<Shown> everybody = people.people(now.caller(), now.id()).stream()
                .map(person -> new Shown(
                        person, person.joined().flatMap(now.play()::member).isPresent(), links.get(person.id())))
                .toList();
        if (everybody.equals(shown)) {
            return;
        }
        shown = everybody;
        count.setText(everybody.isEmpty() ? "" : TEXTS.get("count", everybody.size()));
        list.removeAll();
        if (everybody.isEmpty()) {
            list.add(new EmptyState(TEXTS.get("none")));
        }
        for (Place place : now.plan().places()) {
            List<Shown> its = everybody.stream()
                    .filter(one -> one.person().entry().cell().equals(place.code()))
                    .toList();
            if (!its.isEmpty()) {
                UnorderedList rows = new UnorderedList();
                rows.addClassName("rows");
                its.forEach(one -> rows.add(line(now, one)));
                list.add(Html.div("bd", new H3(place.title())), rows);
            }
        }
    }

    private void changed(String what) {
        told.setText(what);
        Scene now = scene;
        if (now != null) {
            show(now);
        }
    }

    private ListItem line(Scene now, Shown one) {
        PlannedPerson person = one.person();
        String name = person.entry().name();
        String post = person.entry().post();
        Button link = new Button(
                person.hasLink() ? TEXTS.get("link.new") : TEXTS.get("link.make"), click -> askForLink(now, person));
        link.addThemeVariants(ButtonVariant.LUMO_SMALL);
        link.setAriaLabel(person.hasLink() ? TEXTS.get("link.new.label", name) : TEXTS.get("link.make.label", name));
        Button remove = new Button(TEXTS.get("remove"), click -> askToRemove(now, person));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        remove.setAriaLabel(TEXTS.get("remove.label", name));
        ListItem line = new ListItem(
                Html.span("b", name),
                Html.span("m", person.entry().organisation()),
                Html.span(
                        "m",
                        post.isEmpty()
                                ? ""
                                : now.addressee(new Addressee(person.entry().cell(), post))),
                Html.span("m ell", person.entry().mail()),
                Html.spring(),
                Html.span("", state(one)),
                link,
                remove);
        line.addClassName("person-line");
        String made = one.link();
        if (made != null) {
            line.add(Html.div(
                    "link-made",
                    Html.p("m s", TEXTS.get("link.once", name)),
                    new CopyLink(made, TEXTS.get("link.copy.label", name))));
        }
        return line;
    }

    private static String state(Shown one) {
        if (one.joined()) {
            return TEXTS.get("state.joined");
        }
        return one.person().hasLink() ? TEXTS.get("state.linked") : TEXTS.get("state.planned");
    }

    private void askForLink(Scene now, PlannedPerson person) {
        if (!person.hasLink()) {
            makeLink(now, person);
            return;
        }
        String name = person.entry().name();
        ask(
                TEXTS.get("link.replace", name),
                TEXTS.get("link.replace.note", name),
                TEXTS.get("link.replace.send"),
                () -> makeLink(now, person));
    }

    private void makeLink(Scene now, PlannedPerson person) {
        people.newLink(now.caller(), now.id(), person.id())
                .ifPresent(token -> links.put(person.id(), address.of("/play/i") + "#" + token));
        changed("");
    }

    private void askToRemove(Scene now, PlannedPerson person) {
        ask(TEXTS.get("remove.ask", person.entry().name()), TEXTS.get("remove.note"), TEXTS.get("remove"), () -> {
            links.remove(person.id());
            changed(people.remove(now.caller(), now.id(), person.id())
                    .map(Reason::message)
                    .orElse(""));
        });
    }

    private static void ask(String heading, String note, String send, Runnable act) {
        ConfirmDialog dialog = new ConfirmDialog(heading, note, send, confirmed -> act.run());
        dialog.setCancelable(true);
        dialog.setCancelText(TEXTS.get("cancel"));
        dialog.open();
    }
}
