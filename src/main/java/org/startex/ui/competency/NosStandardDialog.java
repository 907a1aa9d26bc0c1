package org.startex.ui.competency;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.startex.competency.Change;
import org.startex.competency.SelfAssessmentService;
import org.startex.kernel.Texts;
import org.startex.people.CurrentCaller;
import org.startex.standards.NosReference;
import org.startex.ui.Html;
import org.startex.ui.Notice;

/** Enters a standard from its own page; its elements follow at once. */
final class NosStandardDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    NosStandardDialog(SelfAssessmentService self, CurrentCaller caller, Runnable changed) {
        setHeaderTitle(TEXTS.get("nos.enter.heading"));
        addClassName("competency-dialog");
        TextField urn = new TextField(TEXTS.get("nos.enter.urn"));
        urn.setHelperText(TEXTS.get("nos.enter.urn.help"));
        urn.setAutofocus(true);
        IntegerField approved = new IntegerField(TEXTS.get("nos.enter.approved"));
        TextField title = new TextField(TEXTS.get("nos.enter.title"));
        Div answer = Html.div("outcome");
        answer.getElement().setAttribute("role", "status");
        add(Html.div("form", Html.p("", TEXTS.get("nos.enter.note")), urn, approved, title, answer));
        Button cancel = new Button(TEXTS.get("cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button enter = new Button(TEXTS.get("nos.enter.send"), click -> {
            answer.removeAll();
            int year = approved.getValue() == null ? 0 : approved.getValue();
            switch (self.enterStandard(caller.get(), urn.getValue(), year, title.getValue())) {
                case Change.Done<NosReference>(NosReference reference) -> {
                    close();
                    changed.run();
                    new NosElementsDialog(self, caller, reference, changed).open();
                }
                case Change.Refused<NosReference>(var refusal) -> answer.add(Notice.problem(refusal.message()));
            }
        });
        enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        enter.getElement().setAttribute("data-submit", "");
        getFooter().add(cancel, enter);
    }
}
