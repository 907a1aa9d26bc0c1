package org.startex.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.stream.Collectors;
import org.startex.conduct.PlannedInject;
import org.startex.conduct.StandingStill;
import org.startex.conduct.WaitedInjects;
import org.startex.kernel.Lengths;
import org.startex.kernel.Texts;

/** Asks what becomes of the injects that waited while exercise time stood, and says which they are. */
final class WaitedChoice extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-safety");
    private static final long MINUTE = 60_000_000L;

    private final RadioButtonGroup<WaitedInjects> choice = new RadioButtonGroup<>(TEXTS.get("waited.title"));
    private final IntegerField minutes = new IntegerField(TEXTS.get("waited.minutes"));

    WaitedChoice(Scene scene, StandingStill still) {
        addClassName("stack");
        choice.setItems(WaitedInjects.values());
        choice.setItemLabelGenerator(WaitedChoice::label);
        choice.setValue(WaitedInjects.AS_PLANNED);
        choice.addValueChangeListener(change -> minutes.setVisible(later()));
        choice.addThemeName("vertical");
        minutes.setMin(1);
        minutes.setMax(600);
        minutes.setStepButtonsVisible(true);
        minutes.setValue((int) Math.clamp(Math.ceilDiv(still.lost().micros(), MINUTE), 1, 600));
        minutes.setHelperText(
                TEXTS.get("waited.minutes.help", Lengths.of(still.lost().toDuration())));
        minutes.setVisible(false);
        add(Html.p("s", said(scene, still)), choice, minutes);
    }

    private boolean later() {
        return choice.getValue() == WaitedInjects.LATER;
    }

    private static String label(WaitedInjects choice) {
        return switch (choice) {
            case AS_PLANNED -> TEXTS.get("waited.as-planned");
            case LATER -> TEXTS.get("waited.later");
            case HELD -> TEXTS.get("waited.held");
        };
    }

    private static String said(Scene scene, StandingStill still) {
        String lost = Lengths.of(still.lost().toDuration());
        return still.waited().isEmpty()
                ? TEXTS.get("waited.none", lost)
                : TEXTS.get(
                        "waited.some",
                        lost,
                        still.waited().size(),
                        still.waited().stream()
                                .map(inject -> line(scene, inject))
                                .collect(Collectors.joining(", ")));
    }

    private static String line(Scene scene, PlannedInject inject) {
        return TEXTS.get("waited.inject", inject.number().value(), scene.clock().seconds(inject.due()));
    }

    WaitedInjects choice() {
        return choice.getValue() == null ? WaitedInjects.AS_PLANNED : choice.getValue();
    }

    /** How much later in microseconds; 0 where that is not chosen or not said. */
    long laterMicros() {
        Integer chosen = minutes.getValue();
        return later() && chosen != null && chosen > 0 ? chosen * MINUTE : 0;
    }
}
