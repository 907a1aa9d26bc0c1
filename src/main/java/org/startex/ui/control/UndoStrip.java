package org.startex.ui.control;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Texts;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Key;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/** Says at the foot of the list that an act is saved, until the next one, and takes it back while that is possible. */
final class UndoStrip extends Div implements SavedLine {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-steering");

    private final transient Runnable refresh;
    private final Outcome outcome = new Outcome();
    private final Button button = new Button(TEXTS.get("undo"), new Icon("undo"));
    private transient @Nullable Undo undo;

    UndoStrip(Runnable refresh) {
        this.refresh = refresh;
        addClassName("undo");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setSuffixComponent(new Key("Ctrl Z"));
        button.addClickListener(click -> undo());
        button.setVisible(false);
        add(outcome, button);
    }

    /** What takes the last act back. */
    Button button() {
        return button;
    }

    @Override
    public void saved(long seq) {
        offer(null);
        outcome.say(Words.say("act.saved", seq));
        refresh.run();
    }

    @Override
    public void saved(long seq, Undo taking) {
        offer(taking);
        outcome.removeAll();
        outcome.add(Html.span("", taking.done()), Html.span("m", " " + Words.say("act.saved", seq)));
        refresh.run();
    }

    /** Offers to take back only what still can be. */
    void show(Scene scene) {
        Undo known = undo;
        button.setVisible(known != null && scene.controls() && known.possible().test(scene));
    }

    private void offer(@Nullable Undo taking) {
        undo = taking;
        button.setVisible(false);
        if (taking != null) {
            button.setAriaLabel(TEXTS.get("undo.how", taking.how()));
            button.setTooltipText(taking.how());
        }
    }

    private void undo() {
        Undo known = undo;
        if (known != null) {
            outcome.perform(known.act(), this::saved);
        }
    }
}
