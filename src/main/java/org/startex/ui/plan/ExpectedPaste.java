package org.startex.ui.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.PeopleList;
import org.startex.conduct.PlannedPeopleService;
import org.startex.kernel.Addressee;
import org.startex.kernel.Texts;
import org.startex.ui.Html;
import org.startex.ui.Scene;

/** Adds a pasted list of people who are expected, once it has been looked at. */
final class ExpectedPaste extends Details {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-people-planned");

    private final transient PlannedPeopleService people;
    private final SerializableConsumer<String> added;
    private final TextArea text = new TextArea(TEXTS.get("paste.label"));
    private final Div seen = Html.div("seen");
    private transient @Nullable Scene scene;

    ExpectedPaste(PlannedPeopleService people, SerializableConsumer<String> added) {
        super(TEXTS.get("paste"));
        this.people = people;
        this.added = added;
        text.setHelperText(TEXTS.get("paste.hint"));
        text.setWidthFull();
        text.setMinRows(4);
        text.setMaxRows(12);
        text.addValueChangeListener(change -> seen.removeAll());
        seen.getElement().setAttribute("role", "status");
        add(text, new Button(TEXTS.get("paste.look"), click -> look()), seen);
    }

    void show(Scene now) {
        scene = now;
    }

    private void look() {
        Scene now = scene;
        if (now != null) {
            show(now, people.preview(now.caller(), now.id(), text.getValue()));
        }
    }

    private void show(Scene now, PeopleList read) {
        seen.removeAll();
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        if (!read.whole()) {
            seen.add(Html.p("b", TEXTS.get("paste.wrong", read.wrong().size())));
            read.wrong().forEach(fault -> rows.add(line(fault)));
            seen.add(rows);
            return;
        }
        seen.add(Html.p("", TEXTS.get("paste.good")));
        read.good().forEach(line -> rows.add(line(now, line)));
        Button add = new Button(TEXTS.get("paste.add", read.good().size()), click -> addAll());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        seen.add(rows, add);
    }

    private static ListItem line(PeopleList.Fault fault) {
        ListItem line = new ListItem(
                Html.span("b", TEXTS.get("paste.line", String.valueOf(fault.line()))),
                Html.span("b", field(fault.reason().field())),
                Html.span("m", fault.written().isBlank() ? "" : TEXTS.get("written", fault.written())),
                Html.span("", fault.reason().message()));
        line.addClassName("person-line");
        return line;
    }

    private static String field(String field) {
        return switch (field) {
            case "name" -> TEXTS.get("field.name");
            case "organisation" -> TEXTS.get("field.organisation");
            case "cell" -> TEXTS.get("field.cell");
            case "role" -> TEXTS.get("field.role");
            case "mail" -> TEXTS.get("field.mail");
            default -> TEXTS.get("field.list");
        };
    }

    private static ListItem line(Scene now, PeopleList.Line line) {
        ListItem item = new ListItem(
                Html.span("b", line.person().name()),
                Html.span("m", line.person().organisation()),
                Html.span(
                        "",
                        now.addressee(new Addressee(
                                line.person().cell(), line.person().post()))),
                Html.span("m ell", line.person().mail()));
        item.addClassName("person-line");
        return item;
    }

    private void addAll() {
        Scene now = scene;
        if (now == null) {
            return;
        }
        PeopleList read = people.addAll(now.caller(), now.id(), text.getValue());
        if (!read.whole()) {
            show(now, read);
            return;
        }
        text.clear();
        seen.removeAll();
        setOpened(false);
        added.accept(TEXTS.get("paste.added", read.good().size()));
    }
}
