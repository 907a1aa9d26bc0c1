package org.startex.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import org.startex.conduct.Pace;
import org.startex.kernel.ClientId;
import org.startex.ledger.Answer;
import org.startex.ledger.Reason;

/** Asks for another pace: some usual ones, or any whole percentage from 1 to 10,000. */
final class PaceDialog {
    private static final List<Integer> USUAL = List.of(50, 100, 200, 500, 1_000, 6_000);

    private final IntegerField field = new IntegerField(Words.say("pace.field"));

    PaceDialog(int now) {
        field.setMin(Pace.SLOWEST);
        field.setMax(Pace.FASTEST);
        field.setValue(now);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.setHelperText(Words.say("pace.help"));
        field.setSuffixComponent(Html.span("", "%"));
        field.setManualValidation(true);
    }

    void ask(BiFunction<ClientId, Pace, CompletableFuture<Answer>> change, LongConsumer saved) {
        Div presets = Html.div("row wrap");
        for (int percent : USUAL) {
            Button preset = new Button(Words.say("pace.preset", percent), click -> field.setValue(percent));
            preset.addThemeVariants(ButtonVariant.LUMO_SMALL);
            presets.add(preset);
        }
        new ActDialog(Words.say("pace.title"), Words.say("pace.act"))
                .explain(Words.say("pace.explain"))
                .with(presets, field)
                .primary()
                .ask((id, none) -> send(id, change), saved);
    }

    private CompletableFuture<Answer> send(ClientId id, BiFunction<ClientId, Pace, CompletableFuture<Answer>> change) {
        Integer percent = field.getValue();
        if (percent == null || !Pace.isOne(percent)) {
            field.setInvalid(true);
            field.setErrorMessage(Words.say("pace.help"));
            return CompletableFuture.completedFuture(new Answer.Refused(Reason.of("pace-out-of-range", "pace")));
        }
        field.setInvalid(false);
        return change.apply(id, new Pace(percent));
    }
}
