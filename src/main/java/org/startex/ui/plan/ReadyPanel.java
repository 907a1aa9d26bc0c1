package org.startex.ui.plan;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.kernel.Texts;
import org.startex.ui.Html;
import org.startex.ui.Scene;
import org.startex.ui.StateChip;
import org.startex.ui.plan.ReadyCheck.State;

/** Ready to start? One line for each thing that must be right, the worst said above. It follows by itself as people come in, and looks at the machine again when asked. */
final class ReadyPanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-ready");

    private final transient ReadyChecks checks;
    private final Div verdict = Html.div("");
    private final UnorderedList list = new UnorderedList();
    private transient @Nullable Scene scene;
    private transient @Nullable ReadyCheck clock;
    private transient List<ReadyCheck> shown = List.of();

    ReadyPanel(ReadyChecks checks) {
        this.checks = checks;
        addClassName("panel");
        H2 heading = new H2(TEXTS.get("title"));
        heading.setId("ready-heading");
        getElement().setAttribute("role", "region").setAttribute("aria-labelledby", "ready-heading");
        verdict.getElement().setAttribute("role", "status");
        list.addClassNames("rows", "ready");
        add(Html.div("ph", heading, verdict, Html.spring(), new Button(TEXTS.get("again"), click -> again())), list);
    }

    /** Shown until STARTEX, to whoever can give it. */
    void show(Scene now) {
        scene = now;
        setVisible(now.exercise() instanceof Exercise.Planned && now.controls());
        draw();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        askBrowser();
    }

    private void again() {
        shown = List.of();
        checks.again();
        askBrowser();
    }

    /** Its time is that of the answer, so a slow line makes it look late by as long as the answer took. */
    private void askBrowser() {
        getElement().executeJs("return Date.now()").then(Double.class, millis -> {
            clock = checks.clock(Instant.ofEpochMilli(millis.longValue()));
            draw();
        });
    }

    private void draw() {
        Scene now = scene;
        UI ui = UI.getCurrent();
        if (now == null || ui == null || !isVisible()) {
            return;
        }
        List<ReadyCheck> found = Stream.concat(checks.of(now, ui).stream(), Stream.ofNullable(clock))
                .toList();
        if (found.equals(shown)) {
            return;
        }
        shown = found;
        list.removeAll();
        found.forEach(check -> list.add(line(check)));
        verdict.removeAll();
        verdict.add(chip(worst(found), verdict(worst(found))));
    }

    private static State worst(List<ReadyCheck> found) {
        return found.stream().map(ReadyCheck::state).max(State::compareTo).orElse(State.READY);
    }

    private static String verdict(State worst) {
        return switch (worst) {
            case READY -> TEXTS.get("verdict.ready");
            case CAUTION -> TEXTS.get("verdict.caution");
            case NOT_READY -> TEXTS.get("verdict.not-ready");
        };
    }

    private static String word(State state) {
        return switch (state) {
            case READY -> TEXTS.get("state.ready");
            case CAUTION -> TEXTS.get("state.caution");
            case NOT_READY -> TEXTS.get("state.not-ready");
        };
    }

    private static ListItem line(ReadyCheck check) {
        ListItem line = new ListItem(
                chip(check.state(), word(check.state())), Html.span("b", check.name()), Html.span("m", check.detail()));
        line.addClassName("person-line");
        return line;
    }

    private static StateChip chip(State state, String words) {
        return switch (state) {
            case READY -> new StateChip("ack", "check", words);
            case CAUTION -> new StateChip("due", "info", words);
            case NOT_READY -> new StateChip("late", "late", words);
        };
    }
}
