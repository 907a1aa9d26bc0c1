package org.startex.ui.control;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.startex.kernel.Texts;
import org.startex.ui.Html;

/** By how many minutes: some usual ones, or any, with what it would mean beneath. */
final class MinutesField extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-steering");

    private final TextField field = new TextField(TEXTS.get("move.minutes"));

    /** @param meaning what so many microseconds would mean */
    MinutesField(List<String> usual, Function<Long, String> meaning) {
        addClassName("stack");
        field.setValue(usual.getFirst());
        field.setHelperText(TEXTS.get("move.help"));
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.setAutofocus(true);
        field.setAutoselect(true);
        field.setMaxLength(12);
        field.setWidthFull();
        Div preview = Html.div("s");
        preview.getElement().setAttribute("aria-live", "polite");
        Runnable show = () -> preview.setText(micros().map(meaning).orElse(TEXTS.get("move.form")));
        field.addValueChangeListener(change -> {
            field.setInvalid(false);
            show.run();
        });
        show.run();
        Div presets = Html.div("row wrap");
        usual.forEach(each -> {
            Button preset = new Button(each, click -> field.setValue(each));
            preset.addThemeVariants(ButtonVariant.LUMO_SMALL);
            preset.setAriaLabel(TEXTS.get("move.preset", each));
            presets.add(preset);
        });
        add(presets, field, preview);
    }

    /** The minutes as microseconds, if they are minutes. */
    Optional<Long> micros() {
        return Minutes.micros(field.getValue());
    }

    /** Says that what is written is not minutes. */
    void complain() {
        field.setInvalid(true);
        field.setErrorMessage(TEXTS.get("move.form"));
        field.focus();
    }
}
