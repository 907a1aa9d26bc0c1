package org.startex.ui.lrc;

import com.vaadin.flow.component.html.Span;
import org.startex.kernel.Texts;
import org.startex.lrc.ReadinessScale;
import org.startex.ui.Html;

/** Where a rating stands on the scale: as many boxes as the scale has steps, the red line where there is one, and the label. */
final class ScaleBar extends Span {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");

    ScaleBar(ReadinessScale scale, int rank, String label) {
        addClassName("lrc-scale");
        Span boxes = Html.span("boxes");
        boxes.getElement()
                .setAttribute("role", "img")
                .setAttribute(
                        "aria-label", TEXTS.get("scale.of", rank, scale.steps().size()));
        scale.steps().forEach(step -> {
            String filled = step.rank() <= rank ? "f" : "";
            String line = scale.redAt() != null && scale.redAt() == step.rank() ? " th" : "";
            boxes.add(Html.span((filled + line).strip()));
        });
        if (scale.red(rank)) {
            addClassName("red");
        }
        add(boxes, Html.span("b", label));
    }
}
