package org.startex.ui.lrc;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Texts;
import org.startex.lrc.ReadinessScale;
import org.startex.lrc.ScaleDraft;
import org.startex.lrc.ScaleStep;
import org.startex.ui.Html;

/** A scale being written: steps from the lowest readiness up, the red threshold, and why. Empty fields at first: nothing is suggested. */
final class ScaleForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");
    private static final int MOST = 10;

    private final Div place = Html.div("stack");
    private final List<Line> lines = new ArrayList<>();
    private final Button add = new Button(TEXTS.get("scale.add-step"), click -> {
        line("", "");
        number();
        lines().getLast().label.focus();
    });
    private final Select<Integer> red = new Select<>();
    private final TextArea reason = new TextArea(TEXTS.get("scale.reason"));

    ScaleForm(@Nullable ReadinessScale before) {
        addClassNames("form", "lrc-scale-form");
        red.setLabel(TEXTS.get("scale.red"));
        red.setHelperText(TEXTS.get("scale.red.help"));
        red.setEmptySelectionAllowed(true);
        red.setEmptySelectionCaption(TEXTS.get("scale.red.none"));
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText(TEXTS.get("scale.reason.help"));
        if (before == null) {
            line("", "");
            line("", "");
        } else {
            before.steps().forEach((ScaleStep step) -> line(step.label(), step.meaning()));
        }
        number();
        if (before != null) {
            red.setValue(before.redAt());
        }
        add(place, Html.div("row", add), red, reason);
    }

    private List<Line> lines() {
        return lines;
    }

    private void line(String label, String meaning) {
        lines.add(new Line(label, meaning));
    }

    /** Puts the steps in their order. */
    private void number() {
        place.removeAll();
        IntStream.range(0, lines.size()).forEach(i -> {
            lines.get(i).number(i + 1, lines.size());
            place.add(lines.get(i));
        });
        add.setEnabled(lines.size() < MOST);
        threshold();
    }

    /** Offers each step but the highest. */
    private void threshold() {
        Integer chosen = red.getValue();
        List<Integer> ranks = IntStream.rangeClosed(1, lines.size() - 1).boxed().toList();
        red.setItems(ranks);
        red.setItemLabelGenerator(rank -> rank == null
                ? TEXTS.get("scale.red.none")
                : TEXTS.get("scale.red.at", rank, lines.get(rank - 1).label.getValue()));
        red.setValue(chosen != null && ranks.contains(chosen) ? chosen : null);
    }

    ScaleDraft draft() {
        return new ScaleDraft(
                lines.stream()
                        .map(line -> new ScaleDraft.Step(line.label.getValue(), line.meaning.getValue()))
                        .toList(),
                red.getValue(),
                reason.getValue());
    }

    private final class Line extends Div {
        private static final long serialVersionUID = 1L;

        private final TextField label = new TextField();
        private final TextField meaning = new TextField();
        private final Button remove = new Button(TEXTS.get("scale.remove-step"), click -> {
            lines.remove(this);
            ScaleForm.this.number();
        });

        Line(String said, String meant) {
            addClassName("lrc-scale-line");
            label.setMaxLength(120);
            label.setRequiredIndicatorVisible(true);
            label.setValue(said);
            label.addValueChangeListener(change -> threshold());
            meaning.setMaxLength(500);
            meaning.setValue(meant);
            remove.addThemeVariants(ButtonVariant.LUMO_SMALL);
            add(label, meaning, remove);
        }

        void number(int rank, int of) {
            label.setLabel(TEXTS.get("scale.label", rank));
            label.setHelperText(rank == 1 ? TEXTS.get("scale.lowest") : rank == of ? TEXTS.get("scale.highest") : "");
            meaning.setLabel(TEXTS.get("scale.meaning", rank));
            remove.setAriaLabel(TEXTS.get("scale.remove-label", rank));
            remove.setEnabled(of > 2);
        }
    }
}
