package org.startex.ui.lrc;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.function.Supplier;
import org.startex.kernel.Texts;
import org.startex.lrc.LrcAnswer;
import org.startex.people.NotAllowed;
import org.startex.ui.Html;
import org.startex.ui.Notice;
import org.startex.ui.Words;

/** Asks before an act and repeats the act on its button. It stays open, with all that was written, until the act is saved; a refusal is shown here. */
final class LrcDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private final Div form = Html.div("form");
    private final Div outcome = Html.div("outcome");
    private final Button act;

    /**
     * @param title what is asked
     * @param act the words of the button
     */
    LrcDialog(String title, String act) {
        setHeaderTitle(title);
        addClassName("lrc-dialog");
        this.act = new Button(act);
        this.act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        this.act.getElement().setAttribute("data-submit", "");
        Button cancel = new Button(TEXTS.get("cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel, this.act);
        outcome.getElement().setAttribute("role", "status");
        add(form);
        setCloseOnOutsideClick(false);
    }

    /** A sentence that says what the act means. */
    LrcDialog explain(String text) {
        form.add(Html.p("m", text));
        return this;
    }

    /** More to fill in or to read. */
    LrcDialog with(Component... components) {
        form.add(components);
        return this;
    }

    /** Opens, and acts when the button is pressed. */
    void ask(Supplier<LrcAnswer> send, Runnable saved) {
        form.add(outcome);
        act.addClickListener(click -> {
            outcome.removeAll();
            try {
                switch (send.get()) {
                    case LrcAnswer.Done done -> {
                        close();
                        saved.run();
                    }
                    case LrcAnswer.Refused(var refusal) -> outcome.add(Notice.problem(refusal.message()));
                }
            } catch (NotAllowed notAllowed) {
                outcome.add(Notice.problem(Words.say("act.not-allowed")));
            }
        });
        open();
    }
}
