package org.startex.ui.competency;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.startex.competency.Change;
import org.startex.competency.Need;
import org.startex.competency.NeedId;
import org.startex.competency.NeedState;
import org.startex.kernel.Texts;
import org.startex.ui.Html;
import org.startex.ui.Notice;

/** Says where a development need stands, and why. */
final class NeedStepDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    NeedStepDialog(CompetencyTools tools, Need need, List<NeedState> next, Runnable changed) {
        setHeaderTitle(TEXTS.get("need.step.heading"));
        addClassName("competency-dialog");
        RadioButtonGroup<NeedState> state = new RadioButtonGroup<>(TEXTS.get("need.state"));
        state.setItems(next);
        state.setItemLabelGenerator(NeedList::state);
        state.setValue(next.getFirst());
        TextArea reason = new TextArea(TEXTS.get("need.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMinRows(2);
        reason.setMaxLength(2000);
        reason.setAutofocus(true);
        Div answer = Html.div("outcome");
        answer.getElement().setAttribute("role", "status");
        add(Html.div("form", Html.p("b", need.text()), state, reason, answer));
        Button cancel = new Button(TEXTS.get("cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button save = new Button(TEXTS.get("need.save"), click -> {
            answer.removeAll();
            Change<NeedId> change = tools.needs()
                    .step(
                            tools.caller(),
                            need.id(),
                            state.getValue(),
                            reason.getValue(),
                            need.history().size());
            switch (change) {
                case Change.Done<NeedId> done -> {
                    close();
                    changed.run();
                }
                case Change.Refused<NeedId>(var refusal) -> answer.add(Notice.problem(refusal.message()));
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.getElement().setAttribute("data-submit", "");
        getFooter().add(cancel, save);
    }
}
