package org.startex.ui.competency;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.startex.competency.Change;
import org.startex.competency.LearnerRecord;
import org.startex.competency.LearnerRecord.NamedAssessor;
import org.startex.kernel.PersonId;
import org.startex.kernel.Texts;
import org.startex.people.PersonName;
import org.startex.ui.ActDialog;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.Notice;

/** Who may read and judge one's record: name an assessor, end one. */
final class AssessorsPanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    private final transient CompetencyTools tools;
    private final transient Runnable changed;
    private final Div answer = Html.div("outcome");

    AssessorsPanel(CompetencyTools tools, LearnerRecord record, Runnable changed) {
        this.tools = tools;
        this.changed = changed;
        addClassNames("panel", "pad", "assessors");
        answer.getElement().setAttribute("role", "status");
        add(Html.p("", TEXTS.get("assessors.note")));
        if (record.assessors().isEmpty()) {
            add(Notice.caution(TEXTS.get("assessors.none")));
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("rows");
            record.assessors().forEach(one -> list.add(line(one)));
            add(list);
        }
        add(name(record), answer);
    }

    private ListItem line(NamedAssessor one) {
        Button end = new Button(TEXTS.get("assessors.end"), click -> confirm(one));
        end.addThemeVariants(ButtonVariant.LUMO_SMALL);
        end.setAriaLabel(TEXTS.get("assessors.end.of", one.name()));
        ListItem line = new ListItem(
                Html.span("b", one.name()),
                Html.span("m s", TEXTS.get("assessors.since", PieceWords.day(one.since()))),
                Html.spring(),
                end);
        line.addClassName("person-line");
        return line;
    }

    private void confirm(NamedAssessor one) {
        new ActDialog(TEXTS.get("assessors.end.heading", one.name()), TEXTS.get("assessors.end.send"))
                .explain(TEXTS.get("assessors.end.note"))
                .primary()
                .ask(() -> told(tools.learners().endAssessor(tools.caller(), one.person())));
    }

    private Div name(LearnerRecord record) {
        List<PersonName> free = tools.learners().assessors(tools.caller()).stream()
                .filter(one -> record.assessors().stream()
                        .noneMatch(named -> named.person().equals(one.person())))
                .toList();
        if (free.isEmpty()) {
            return Html.div("", new EmptyState(TEXTS.get("assessors.no-more")));
        }
        ComboBox<PersonName> choose = new ComboBox<>(TEXTS.get("assessors.choose"));
        choose.setItems(free);
        choose.setItemLabelGenerator(one -> TEXTS.get("assessors.person", one.name(), one.organisation()));
        choose.addClassName("sp");
        Button name = new Button(TEXTS.get("assessors.name"), click -> {
            if (choose.getValue() == null) {
                choose.focus();
            } else {
                told(tools.learners()
                        .nameAssessor(tools.caller(), choose.getValue().person()));
            }
        });
        return Html.div("row wrap bottom", choose, name);
    }

    private void told(Change<PersonId> change) {
        answer.removeAll();
        switch (change) {
            case Change.Done<PersonId> done -> changed.run();
            case Change.Refused<PersonId>(var refusal) -> answer.add(Notice.problem(refusal.message()));
        }
    }
}
