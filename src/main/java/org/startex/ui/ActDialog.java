package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ClientId;
import org.startex.ledger.Answer;
import org.startex.ledger.Reason;

/**
 * Asks before an act, and repeats the act on its button. It stays open, with all that was written, until the act is saved; a refusal is shown
 * here. Ctrl+Enter sends.
 */
public final class ActDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final Div form = Html.div("form");
    private final Outcome outcome = new Outcome();
    private final Button act;
    private @Nullable TextArea reason;
    private boolean reasonNeeded;

    /**
     * @param title what is asked
     * @param act the words of the button
     */
    public ActDialog(String title, String act) {
        setHeaderTitle(title);
        this.act = new Button(act);
        this.act.getElement().setAttribute("data-submit", "");
        Button cancel = new Button(Words.say("cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel, this.act);
        add(form);
        setCloseOnOutsideClick(false);
        addOpenedChangeListener(change -> {
            UI ui = UI.getCurrent();
            if (ui != null) {
                ComponentUtil.fireEvent(ui, new ActUnderWay(ui, change.isOpened() ? title : ""));
            }
        });
    }

    /** A sentence that says what the act means. */
    public ActDialog explain(String text) {
        form.add(Html.p("", text));
        return this;
    }

    /** More to fill in or to read. */
    public ActDialog with(Component... components) {
        form.add(components);
        return this;
    }

    /** Asks why. */
    public ActDialog reason(String label, boolean needed) {
        TextArea area = new TextArea(label);
        area.setMaxLength(500);
        area.setMinRows(2);
        area.setRequiredIndicatorVisible(needed);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setAutofocus(true);
        reason = area;
        reasonNeeded = needed;
        form.add(area);
        return this;
    }

    /** Says refusals in these words, for instance with who was first. */
    public ActDialog explaining(Function<Reason, String> words) {
        outcome.explaining(words);
        return this;
    }

    /** The button is the screen's filled one. Ending play and no duff never are. */
    public ActDialog primary() {
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return this;
    }

    /** The button wears the frame of no duff. */
    public ActDialog danger() {
        act.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return this;
    }

    /** Opens, and acts when the button is pressed: for what leaves no entry in a record. */
    public void ask(SerializableRunnable done) {
        act.addClickListener(click -> {
            // A second press that was on its way when the first one closed it is not another act.
            if (isOpened()) {
                close();
                done.run();
            }
        });
        open();
    }

    /** Opens, and sends when the button is pressed: the act gets its id and the reason, which is empty where none was asked. */
    public void ask(BiFunction<ClientId, String, CompletableFuture<Answer>> send, LongConsumer saved) {
        form.add(outcome);
        act.addClickListener(click -> {
            String why = reason == null ? "" : reason.getValue().strip();
            if (reasonNeeded && why.isEmpty() && reason != null) {
                reason.setInvalid(true);
                reason.setErrorMessage(Words.say("reason.needed"));
                reason.focus();
                return;
            }
            outcome.perform(id -> send.apply(id, why), seq -> {
                close();
                saved.accept(seq);
            });
        });
        open();
    }
}
