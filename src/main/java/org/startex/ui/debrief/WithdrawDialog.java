package org.startex.ui.debrief;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import java.util.function.Function;
import org.startex.debrief.Finding;
import org.startex.debrief.FindingAnswer;
import org.startex.kernel.Texts;
import org.startex.ui.Html;

/** Asks why a finding no longer stands, and withdraws it. */
final class WithdrawDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-debrief");

    private final TextArea reason = new TextArea(TEXTS.get("withdraw.why"));

    WithdrawDialog(Finding finding, Function<String, FindingAnswer> withdraw, Consumer<Finding> saved) {
        setHeaderTitle(TEXTS.get("withdraw.heading", finding.number()));
        setCloseOnOutsideClick(false);
        reason.setMaxLength(500);
        reason.setMinRows(2);
        reason.setRequiredIndicatorVisible(true);
        reason.setAutofocus(true);
        Button send = new Button(TEXTS.get("withdraw.act"), click -> {
            switch (withdraw.apply(reason.getValue())) {
                case FindingAnswer.Done done -> {
                    close();
                    saved.accept(done.finding());
                }
                case FindingAnswer.Refused refused -> {
                    reason.setInvalid(true);
                    reason.setErrorMessage(refused.reason().message());
                    reason.focus();
                }
            }
        });
        send.getElement().setAttribute("data-submit", "");
        Button cancel = new Button(TEXTS.get("cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel, send);
        add(Html.div("form", Html.p("", TEXTS.get("withdraw.explain")), reason));
    }
}
