package org.startex.ui.loggist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.kernel.Texts;
import org.startex.logbook.DecisionForDraft;
import org.startex.logbook.LoggistService;
import org.startex.ui.EmptyState;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;
import org.startex.ui.StoryClock;
import org.startex.ui.UserZone;

/** The decision that a loggist writes down. Its time is that of the press of the key, not that of the last full stop. */
final class LogPanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-loggist");

    private final transient ExerciseTools tools;
    private final transient LoggistService loggist;
    private final transient LongConsumer saved;
    private final Button stamp = new Button(TEXTS.get("log.open"), new Icon("plus"), click -> begin());
    private final Span time = Html.span("no", "");
    private final Div place = Html.div("");
    private final Button log = new Button(TEXTS.get("log.act"), click -> log());
    private final Button discard = new Button(TEXTS.get("log.discard"), click -> discard());
    private final Outcome outcome = new Outcome();
    private final Div acts = Html.div("ac", log, discard, outcome);
    private transient @Nullable Scene scene;
    private transient @Nullable LogForm form;
    private transient @Nullable Instant begun;
    private String said = "";

    LogPanel(ExerciseTools tools, LoggistService loggist, LongConsumer saved) {
        this.tools = tools;
        this.loggist = loggist;
        this.saved = saved;
        addClassNames("panel", "observe");
        H2 heading = new H2(TEXTS.get("log.heading"));
        heading.addClassName("big");
        heading.setId("log-form-heading");
        getElement().setAttribute("aria-labelledby", "log-form-heading");
        stamp.setSuffixComponent(new org.startex.ui.Key("F4"));
        stamp.addThemeVariants(ButtonVariant.LUMO_LARGE);
        stamp.setId("log-open");
        log.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        log.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this).resetFocusOnActiveElement();
        discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_LARGE);
        add(Html.div("pad stack", Html.div("row wrap", heading, Html.spring(), time, stamp), place), acts);
    }

    /** What F4 presses. */
    Button stamp() {
        return stamp;
    }

    /** Stamps the time and opens the form; what is half written stays, with its time. */
    private void begin() {
        Scene now = scene;
        if (now == null || !why(now).isEmpty()) {
            return;
        }
        if (form == null) {
            Instant pressed = tools.now();
            begun = pressed;
            form = new LogForm(now);
            outcome.clear();
            time.setText(TEXTS.get(
                    "log.stamped",
                    now.clock().seconds(now.play().clock().elapsedAt(pressed)),
                    StoryClock.real(pressed, UserZone.of(com.vaadin.flow.component.UI.getCurrent()))));
            show(now);
        }
        form.begin();
    }

    void show(Scene now) {
        scene = now;
        String why = why(now);
        LogForm open = form;
        stamp.setEnabled(why.isEmpty());
        boolean writing = open != null && why.isEmpty();
        acts.setVisible(writing);
        time.setVisible(writing);
        stamp.setVisible(!writing);
        if (open != null && why.isEmpty()) {
            open.follow(now);
            put(open);
        } else {
            String empty = TEXTS.get(why.isEmpty() ? "log.none" : why);
            if (!empty.equals(said)) {
                put(new EmptyState(empty));
                said = empty;
            }
        }
    }

    /** What is there already stays as it is, with the keyboard in it. */
    private void put(Component content) {
        if (content.getParent().isEmpty()) {
            said = "";
            place.removeAll();
            place.add(content);
        }
    }

    /** Why nothing can be logged now, if so: a key. */
    private static String why(Scene now) {
        return switch (now.exercise()) {
            case Exercise.Planned s -> "log.before";
            case Exercise.Stopped s -> "log.stopped";
            case Exercise.Sealed s -> "log.sealed";
            case Exercise.Running s -> "";
            case Exercise.Paused s -> "";
            case Exercise.Closing s -> "";
        };
    }

    private void discard() {
        form = null;
        begun = null;
        outcome.clear();
        if (scene != null) {
            show(scene);
            stamp.focus();
        }
    }

    private void log() {
        Scene now = scene;
        LogForm written = form;
        Instant pressed = begun;
        if (now == null || written == null || pressed == null) {
            return;
        }
        written.draft()
                .ifPresent((DecisionForDraft draft) ->
                        outcome.perform(id -> loggist.logFor(tools.caller(), now.id(), id, draft, pressed), seq -> {
                            discard();
                            saved.accept(seq);
                        }));
    }
}
