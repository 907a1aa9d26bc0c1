package org.startex.ui.control;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.ControlBoard;
import org.startex.conduct.Exercise;
import org.startex.conduct.InjectRow;
import org.startex.conduct.InjectState;
import org.startex.kernel.Texts;
import org.startex.scenario.InjectKind;
import org.startex.ui.Calm;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/** What stands by until a controller sends it: injects that wait for their cue, each with what it waits for, and the stack of contingency injects. */
final class StandbyPanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-kinds");

    private final transient ExerciseTools tools;
    private final transient Consumer<String> open;
    private final transient SavedLine saved;
    private final Div lists = Html.div("");
    private final Calm calm = new Calm(this::settle, lists);
    private final Outcome outcome = new Outcome();
    private transient List<InjectRow> wanted = List.of();
    private transient List<InjectRow> shown = List.of();
    private transient @Nullable Scene scene;
    private boolean sendable;
    private boolean acted;

    StandbyPanel(ExerciseTools tools, Consumer<String> open, SavedLine saved) {
        this.tools = tools;
        this.open = open;
        this.saved = saved;
        addClassNames("panel", "page-next", "standby");
        H2 heading = new H2(TEXTS.get("standby.title"));
        heading.setId("standby-heading");
        getElement().setAttribute("aria-labelledby", "standby-heading");
        add(Html.div("ph", heading), outcome, calm);
        setVisible(false);
    }

    void show(Scene now, ControlBoard board) {
        boolean acts = now.controls()
                && (now.exercise() instanceof Exercise.Running || now.exercise() instanceof Exercise.Paused);
        boolean first = scene == null;
        scene = now;
        wanted = board.rows().stream()
                .filter(row -> row.state() == InjectState.CUE || row.state() == InjectState.CONTINGENCY)
                .toList();
        setVisible(!wanted.isEmpty() || outcome.getChildren().findAny().isPresent());
        if (first || acted || acts != sendable || (!calm.busy() && !wanted.equals(shown))) {
            sendable = acts;
            acted = false;
            settle();
        }
    }

    private void settle() {
        Scene now = scene;
        if (now == null) {
            return;
        }
        shown = wanted;
        lists.removeAll();
        list(InjectState.CUE);
        list(InjectState.CONTINGENCY);
    }

    private void list(InjectState state) {
        List<InjectRow> rows =
                wanted.stream().filter(row -> row.state() == state).toList();
        if (rows.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("by");
        list.getElement()
                .setAttribute(
                        "aria-label",
                        state == InjectState.CUE ? TEXTS.get("standby.cues") : TEXTS.get("standby.contingency"));
        rows.forEach(row -> list.add(line(row)));
        lists.add(list);
    }

    private ListItem line(InjectRow row) {
        String number = row.number().value();
        String look = InjectStates.look(row.state());
        Button title = new Button(row.title(), click -> open.accept(number));
        title.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        title.addClassName("link");
        title.setAriaLabel(Words.say("inject.open", number, row.title()));
        Div words = Html.div("tx", Html.div("row", Html.span("no", number), title));
        if (row.kind() instanceof InjectKind.Cued cued) {
            words.add(Html.span("m xs cue", cued.cue()));
        } else {
            words.add(Html.span("m xs", InjectStates.pattern(row)));
        }
        ListItem line = new ListItem(Html.span("mkc " + look, new Icon(look)), words);
        if (sendable) {
            Button send = new Button(Words.say("send"), click -> send(row));
            send.addThemeVariants(ButtonVariant.LUMO_SMALL);
            send.setAriaLabel(Words.say("send.of", number, row.title()));
            line.add(send);
        }
        line.addClassName(look);
        return line;
    }

    private void send(InjectRow row) {
        Scene now = scene;
        if (now != null) {
            outcome.explaining(reason -> ActMarks.refusal(tools, now.id(), row.number(), reason))
                    .perform(id -> tools.conduct().send(tools.caller(), now.id(), id, row.number()), seq -> {
                        outcome.clear();
                        acted = true;
                        saved.saved(seq);
                    });
        }
    }
}
