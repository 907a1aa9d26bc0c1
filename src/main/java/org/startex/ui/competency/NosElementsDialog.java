package org.startex.ui.competency;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.startex.competency.Change;
import org.startex.competency.NosSheet;
import org.startex.competency.SelfAssessmentService;
import org.startex.kernel.Texts;
import org.startex.people.Caller;
import org.startex.people.CurrentCaller;
import org.startex.standards.NosKind;
import org.startex.standards.NosReference;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.Notice;

/** The elements of a standard: read them, enter the standard's own words, take back what one entered. */
final class NosElementsDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    private final transient SelfAssessmentService self;
    private final transient CurrentCaller caller;
    private final transient NosReference reference;
    private final transient Runnable changed;
    private final Div lines = Html.div("stack");
    private final Select<NosKind> kind = new Select<>();
    private final IntegerField number = new IntegerField(TEXTS.get("nos.element.number"));
    private final TextArea text = new TextArea(TEXTS.get("nos.element.text"));
    private final Div answer = Html.div("outcome");

    NosElementsDialog(SelfAssessmentService self, CurrentCaller caller, NosReference reference, Runnable changed) {
        this.self = self;
        this.caller = caller;
        this.reference = reference;
        this.changed = changed;
        addClassName("competency-dialog");
        setHeaderTitle(sheet().map(NosSheet::title).orElse(reference.toString()));
        setWidth("46rem");
        kind.setLabel(TEXTS.get("nos.element.kind"));
        kind.setItems(NosKind.values());
        kind.setItemLabelGenerator(NosElementsDialog::kind);
        kind.setValue(NosKind.SKILLS_AND_BEHAVIOURS);
        text.setMinRows(2);
        text.setMaxLength(1000);
        answer.getElement().setAttribute("role", "status");
        Button save = new Button(TEXTS.get("nos.element.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.getElement().setAttribute("data-submit", "");
        add(Html.div(
                "form nos-elements",
                lines,
                new H3(TEXTS.get("nos.element.heading")),
                Html.p("s m", TEXTS.get("nos.element.note")),
                Html.div("two", kind, number),
                text,
                answer));
        Button close = new Button(TEXTS.get("close"), click -> close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(close, save);
        show();
    }

    static String kind(NosKind kind) {
        return TEXTS.get("nos.kind." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private Optional<NosSheet> sheet() {
        return self.standards(caller.get()).stream()
                .filter(one -> one.reference().equals(reference))
                .findFirst();
    }

    private void show() {
        lines.removeAll();
        List<NosSheet.Line> all = sheet().map(NosSheet::lines).orElse(List.of());
        if (all.isEmpty()) {
            lines.add(new EmptyState(TEXTS.get("nos.element.none")));
        }
        for (NosKind one : NosKind.values()) {
            List<NosSheet.Line> here =
                    all.stream().filter(line -> line.element().kind() == one).toList();
            if (!here.isEmpty()) {
                OrderedList list = new OrderedList();
                here.forEach(line -> list.add(line(line)));
                lines.add(new H3(kind(one)), list);
            }
        }
        number.setValue((int) all.stream()
                        .filter(line -> line.element().kind() == kind.getValue())
                        .count()
                + 1);
    }

    private ListItem line(NosSheet.Line line) {
        ListItem item = new ListItem(
                Html.span("no", String.valueOf(line.element().number())),
                Html.span("s sp", line.element().text()),
                Html.span(
                        "m xs",
                        line.element().summary()
                                ? TEXTS.get("nos.summary")
                                : TEXTS.get("nos.element.by", line.name())));
        if (caller.get() instanceof Caller.SignedIn me && line.isOf(me.person())) {
            Button remove = new Button(
                    TEXTS.get("nos.element.remove"),
                    click -> told(self.removeElement(
                            caller.get(),
                            reference,
                            line.element().kind(),
                            line.element().number())));
            remove.addThemeVariants(ButtonVariant.LUMO_SMALL);
            remove.setAriaLabel(
                    TEXTS.get("nos.element.remove.of", line.element().number()));
            item.add(remove);
        }
        item.addClassName("nos-element");
        return item;
    }

    private void save() {
        int wanted = number.getValue() == null ? 0 : number.getValue();
        Change<NosReference> change =
                self.enterElement(caller.get(), reference, kind.getValue(), wanted, text.getValue());
        if (change instanceof Change.Done<NosReference>) {
            text.clear();
            text.focus();
        }
        told(change);
    }

    private void told(Change<NosReference> change) {
        answer.removeAll();
        switch (change) {
            case Change.Done<NosReference> done -> {
                show();
                changed.run();
            }
            case Change.Refused<NosReference>(var refusal) -> answer.add(Notice.problem(refusal.message()));
        }
    }
}
