package org.startex.ui.control;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.ControlBoard;
import org.startex.conduct.Exercise;
import org.startex.conduct.InjectRow;
import org.startex.conduct.InjectState;
import org.startex.kernel.Texts;
import org.startex.ui.Calm;
import org.startex.ui.Countdown;
import org.startex.ui.EmptyState;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/** The five injects that come next, with countdowns; each can be sent before its time. Lines stay where they are while somebody points at them. */
final class NextFive extends Section {
    private static final long serialVersionUID = 1L;
    private static final int FIVE = 5;
    private static final Texts TEXTS = Texts.of("ui-steering");

    private final transient ExerciseTools tools;
    private final transient Consumer<String> open;
    private final transient SavedLine saved;
    private final OrderedList list = new OrderedList();
    private final Calm calm = new Calm(this::settle, list);
    private final Div empty = Html.div("");
    private final Outcome outcome = new Outcome();
    private final MenuBar times = new MenuBar();
    private @Nullable MenuItem jump;
    private transient List<InjectRow> wanted = List.of();
    private transient List<InjectRow> shown = List.of();
    private transient @Nullable Scene scene;
    private boolean sendable;
    private int held;

    NextFive(ExerciseTools tools, Consumer<String> open, SavedLine saved) {
        this.tools = tools;
        this.open = open;
        this.saved = saved;
        addClassNames("panel", "page-next");
        H2 heading = new H2(Words.say("next.title"));
        heading.setId("next-heading");
        getElement().setAttribute("aria-labelledby", "next-heading");
        list.addClassName("nx");
        add(Html.div("ph", heading, Html.spring(), times()), outcome, calm, empty);
    }

    void show(Scene now, ControlBoard board) {
        boolean acts = now.controls()
                && (now.exercise() instanceof Exercise.Running || now.exercise() instanceof Exercise.Paused);
        List<InjectRow> next = board.next(FIVE);
        times.setVisible(now.controls() && (acts || now.exercise() instanceof Exercise.Planned));
        if (jump != null) {
            jump.setVisible(acts);
        }
        boolean first = scene == null;
        scene = now;
        wanted = next;
        held = board.count(InjectState.HELD);
        if (first || acts != sendable || (!calm.busy() && !next.equals(shown))) {
            sendable = acts;
            settle();
        }
    }

    private void settle() {
        Scene now = scene;
        if (now == null) {
            return;
        }
        shown = wanted;
        list.removeAll();
        empty.removeAll();
        for (int i = 0; i < wanted.size(); i++) {
            list.add(line(now, wanted.get(i), i == 0));
        }
        if (wanted.isEmpty()) {
            empty.add(new EmptyState(held == 0 ? Words.say("next.none") : TEXTS.get("next.held", held)));
        }
    }

    /** What moves the whole rest. */
    private MenuBar times() {
        times.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL);
        times.getElement().setAttribute("aria-label", TEXTS.get("times.label"));
        MenuItem open = times.addItem(Html.span("row", Html.span("", TEXTS.get("times")), new Icon("down")));
        open.setAriaLabel(TEXTS.get("times.label"));
        open.getSubMenu().addItem(TEXTS.get("postpone.open"), click -> postpone());
        jump = open.getSubMenu().addItem(TEXTS.get("jump.open"), click -> jump());
        times.setVisible(false);
        return times;
    }

    private void postpone() {
        if (scene != null) {
            new PostponeDialog(tools, scene, saved).open();
        }
    }

    private void jump() {
        if (scene != null) {
            new JumpDialog(tools, scene, saved).open();
        }
    }

    private ListItem line(Scene now, InjectRow row, boolean first) {
        String number = row.number().value();
        Countdown countdown = new Countdown(row.at());
        countdown.addClassName("cd");
        Button title = new Button(row.title(), click -> open.accept(number));
        title.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        title.addClassName("link");
        title.setAriaLabel(Words.say("inject.open", number, row.title()));
        Div second = Html.div("row", Html.span("ell m xs", now.cells(row.to())), Html.spring());
        if (first && sendable) {
            Button send = new Button(Words.say("send"), click -> send(row));
            send.addThemeVariants(ButtonVariant.LUMO_SMALL);
            send.setAriaLabel(Words.say("send.of", number, row.title()));
            second.add(send);
        }
        ListItem line =
                new ListItem(countdown, Html.div("tx", Html.div("row", Html.span("no", number), title), second));
        line.addClassName(row.state() == InjectState.PENDING ? "pending" : InjectStates.look(row.state()));
        return line;
    }

    private void send(InjectRow row) {
        Scene now = scene;
        if (now != null) {
            outcome.perform(id -> tools.conduct().send(tools.caller(), now.id(), id, row.number()), seq -> {
                outcome.clear();
                saved.saved(seq);
            });
        }
    }
}
