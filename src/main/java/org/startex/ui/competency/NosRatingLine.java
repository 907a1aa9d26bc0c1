package org.startex.ui.competency;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.startex.competency.SelfAssessmentService;
import org.startex.competency.SelfRound;
import org.startex.kernel.Texts;
import org.startex.ui.Html;

/** One element with its ten steps; saved at the press. Beside it the rating before, as a bar and in words. */
final class NosRatingLine extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    private final transient SelfRound.Line line;
    private final transient IntFunction<String> save;
    private final List<NativeButton> steps = new ArrayList<>();
    private final Span said = Html.span("m xs", "");
    private final Div compared = Html.div("compared");

    /**
     * @param open whether it can be rated
     * @param save saves a rating and says what went wrong, or nothing
     */
    NosRatingLine(SelfRound.Line line, boolean open, IntFunction<String> save) {
        this.line = line;
        this.save = save;
        addClassName("nos-rating");
        said.getElement().setAttribute("role", "status");
        Div text = Html.div(
                "row top",
                Html.span("no", String.valueOf(line.element().number())),
                Html.span("sp", line.element().text()));
        if (line.element().summary()) {
            text.add(Html.span("m xs nw", TEXTS.get("nos.summary")));
        }
        add(text);
        if (open) {
            add(steps(), said);
        }
        add(compared);
        compare(line.rating());
    }

    private Div steps() {
        Div row = Html.div("steps-ten");
        row.getElement().setAttribute("role", "group");
        row.getElement()
                .setAttribute("aria-label", TEXTS.get("nos.rate", line.element().number()));
        IntStream.rangeClosed(SelfAssessmentService.LOWEST, SelfAssessmentService.HIGHEST)
                .forEach(step -> {
                    NativeButton button = new NativeButton(String.valueOf(step), click -> rate(step));
                    button.addClassName("step");
                    steps.add(button);
                    row.add(button);
                });
        press(line.rating());
        return row;
    }

    private void rate(int rating) {
        String wrong = save.apply(rating);
        if (wrong.isEmpty()) {
            press(rating);
            compare(rating);
            said.setText(TEXTS.get("nos.saved", rating));
        } else {
            said.setText(wrong);
        }
    }

    private void press(@Nullable Integer rating) {
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).getElement().setAttribute("aria-pressed", String.valueOf(rating != null && rating == i + 1));
        }
    }

    private void compare(@Nullable Integer now) {
        compared.removeAll();
        if (now != null) {
            compared.add(bar("now", now), Html.span("s nw", TEXTS.get("nos.now", now)));
        }
        if (line.before() != null) {
            compared.add(bar("before", line.before()), Html.span("s m nw", before(now, line.before())));
        }
    }

    private static String before(@Nullable Integer now, int before) {
        if (now == null) {
            return TEXTS.get("nos.before", before);
        }
        int change = now - before;
        return change == 0
                ? TEXTS.get("nos.before.same", before)
                : TEXTS.get(change > 0 ? "nos.before.up" : "nos.before.down", before, Math.abs(change));
    }

    private static Div bar(String look, int rating) {
        Div fill = Html.div("fill");
        fill.getStyle().set("width", rating * 10 + "%");
        Div bar = Html.div("ten " + look, fill);
        bar.getElement().setAttribute("aria-hidden", "true");
        return bar;
    }
}
