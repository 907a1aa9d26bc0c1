package org.startex.ui.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.InvitationService;
import org.startex.conduct.Invited;
import org.startex.conduct.Marking;
import org.startex.conduct.PersonalLink;
import org.startex.conduct.Place;
import org.startex.conduct.PlannedPeopleService;
import org.startex.kernel.Addressee;
import org.startex.kernel.Texts;
import org.startex.ledger.Reason;
import org.startex.mail.Enclosure;
import org.startex.mail.Posted;
import org.startex.people.PlannedPerson;
import org.startex.ui.ActDialog;
import org.startex.ui.CopyLink;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.Scene;

/** Who is expected to play, cell by cell, with their personal links. For controllers. */
final class ExpectedPanel extends Section {
    private static final long serialVersionUID = 1L;
    static final Texts TEXTS = Texts.of("ui-people-planned");
    private static final Texts INVITATIONS = Texts.of("ui-invitations");

    /** What is shown of somebody. */
    private record Shown(Invited invited, @Nullable PersonalLink link, boolean open) {
        PlannedPerson person() {
            return invited.person();
        }
    }

    private final transient PlannedPeopleService people;
    private final transient InvitationService invitations;
    private final Div list = Html.div("");
    private final Span count = Html.span("m", "");
    private final Paragraph what = Html.p("m", "");
    private final Button removeAll = new Button(TEXTS.get("remove.all.open"), click -> askToRemoveAll());
    private final Span told = Html.span("m s", "");
    private final ExpectedForm form;
    private final ExpectedPaste paste;
    private final InvitingPart inviting;
    private final Div made = Html.div("");
    private final Div slips = Html.div("slips");
    /** Links made on this page; they can be shown only now, and as long as no newer one has ended them. */
    private final transient Map<UUID, PersonalLink> links = new HashMap<>();

    /** Those of them that were made for everybody at once. */
    private transient List<PersonalLink> table = List.of();

    /** What stands on their table and their slips. */
    private transient @Nullable Marking marked;

    private transient @Nullable List<Shown> shown;
    private transient @Nullable Scene scene;

    ExpectedPanel(PlannedPeopleService people, InvitationService invitations) {
        this.people = people;
        this.invitations = invitations;
        addClassNames("panel", "noprint", "expected");
        H2 heading = new H2(TEXTS.get("title"));
        heading.setId("expected-heading");
        getElement().setAttribute("aria-labelledby", "expected-heading");
        told.getElement().setAttribute("role", "status");
        form = new ExpectedForm(people, this::changed);
        paste = new ExpectedPaste(people, this::changed);
        inviting = new InvitingPart(invitations, this::madeForAll, this::changed);
        add(
                Html.div("ph", heading, Html.spring(), count),
                Html.div("bd", what),
                list,
                Html.div("bd", told, removeAll),
                form,
                paste,
                inviting,
                made);
    }

    /** A slip for each link that was made for everybody, seen in print alone. It stands in the page beside the panel. */
    Div slips() {
        return slips;
    }

    /** Shown to whoever controls play; from ENDEX on only what was entered about people is, to be removed, since nobody joins any more. */
    void show(Scene now) {
        scene = now;
        setVisible(now.controls());
        if (!isVisible()) {
            return;
        }
        boolean open = now.exercise().endedAt().isEmpty();
        List<Invited> listed = invitations.invited(now.caller(), now.id());
        setVisible(open || !listed.isEmpty());
        endLinks(now, open ? listed : List.of());
        what.setText(TEXTS.get(open ? "what" : "what.over"));
        form.setVisible(open);
        form.show(now);
        paste.setVisible(open);
        paste.show(now);
        removeAll.setVisible(!open);
        inviting.show(now, open && !listed.isEmpty());
        List<Shown> everybody = listed.stream()
                .map(one -> new Shown(one, links.get(one.person().id()), open))
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

    /** Whoever was given a newer link meanwhile, here or by mail or by a colleague, or was removed, has no link here any more. What is left is marked as everything is now. */
    private void endLinks(Scene now, List<Invited> listed) {
        Map<UUID, Integer> given =
                listed.stream().map(Invited::person).collect(Collectors.toMap(PlannedPerson::id, PlannedPerson::links));
        links.values()
                .removeIf(link -> !Integer.valueOf(link.person().links())
                        .equals(given.get(link.person().id())));
        List<PersonalLink> left = table.stream().filter(links::containsValue).toList();
        if (!left.equals(table) || !now.plan().marked().equals(marked)) {
            tabulate(now, left);
        }
    }

    private void tabulate(Scene now, List<PersonalLink> all) {
        table = all;
        marked = now.plan().marked();
        made.removeAll();
        slips.removeAll();
        if (!all.isEmpty()) {
            LinkTable lines = new LinkTable(now.plan(), all);
            made.add(new LinksPanel(now, all));
            all.forEach(link -> slips.add(new PersonalSlip(lines, link)));
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
                Html.span("", state(one)));
        line.addClassName("person-line");
        InvitationState.chip(one.invited()).ifPresent(line::add);
        if (!one.open()) {
            line.add(remove);
            return line;
        }
        if (one.invited().state() == Invited.State.FAILED) {
            Button again = new Button(INVITATIONS.get("again"), click -> again(now, person));
            again.addThemeVariants(ButtonVariant.LUMO_SMALL);
            again.setAriaLabel(INVITATIONS.get("again.label", name));
            line.add(
                    Html.span(
                            "m xs", one.invited().lastMail().map(Posted::answer).orElse("")),
                    again);
        }
        line.add(link, remove);
        PersonalLink fresh = one.link();
        if (fresh != null) {
            line.add(Html.div(
                    "link-made",
                    Html.p("m s", TEXTS.get("link.once", name)),
                    new CopyLink(fresh.link().toString(), TEXTS.get("link.copy.label", name)),
                    calendar(now, fresh)));
        }
        return line;
    }

    /** Made when it is fetched: the marking, and what stands in every invitation, may have changed since. */
    private Anchor calendar(Scene now, PersonalLink fresh) {
        Anchor link = new Anchor(
                (DownloadHandler) event -> {
                    Enclosure.Whole file = invitations.calendar(now.caller(), now.id(), fresh);
                    event.setFileName(file.name());
                    event.setContentType(file.type());
                    event.getOutputStream().write(file.content());
                },
                INVITATIONS.get("calendar"));
        link.setAriaLabel(
                INVITATIONS.get("calendar.label", fresh.person().entry().name()));
        return link;
    }

    private void again(Scene now, PlannedPerson person) {
        changed(invitations
                .again(now.caller(), now.id(), person.id())
                .map(Reason::message)
                .orElse(INVITATIONS.get("again.done")));
    }

    private void madeForAll(List<PersonalLink> all) {
        Scene now = scene;
        if (now != null) {
            all.forEach(fresh -> links.put(fresh.person().id(), fresh));
            tabulate(now, all);
            show(now);
        }
    }

    private static String state(Shown one) {
        if (one.invited().state() == Invited.State.JOINED) {
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
        invitations
                .newLinks(now.caller(), now.id(), List.of(person.id()))
                .forEach(fresh -> links.put(person.id(), fresh));
        changed("");
    }

    private void askToRemove(Scene now, PlannedPerson person) {
        ask(TEXTS.get("remove.ask", person.entry().name()), TEXTS.get("remove.note"), TEXTS.get("remove"), () -> {
            changed(people.remove(now.caller(), now.id(), person.id())
                    .map(Reason::message)
                    .orElse(""));
        });
    }

    private void askToRemoveAll() {
        Scene now = scene;
        if (now != null) {
            ask(TEXTS.get("remove.all.ask"), TEXTS.get("remove.all.note"), TEXTS.get("remove.all"), () -> {
                people.people(now.caller(), now.id())
                        .forEach(person -> people.remove(now.caller(), now.id(), person.id()));
                changed("");
            });
        }
    }

    private static void ask(String heading, String note, String send, Runnable act) {
        new ActDialog(heading, send).explain(note).primary().ask(act::run);
    }
}
