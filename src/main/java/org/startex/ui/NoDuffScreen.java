package org.startex.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.startex.conduct.Exercise;
import org.startex.conduct.Member;
import org.startex.conduct.NoDuff;
import org.startex.conduct.StandingStill;
import org.startex.conduct.WaitedInjects;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.Texts;
import org.startex.people.NotAllowed;

/**
 * Play is stopped for a real incident: who, why, since when, and the lines that the director set beforehand, on red over everything. Controllers
 * get one outlined button, which needs a reason and a second step and leaves the exercise paused. A drill looks the same, and says that it is one.
 */
public final class NoDuffScreen extends Section {
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(NoDuffScreen.class);
    private static final Texts TEXTS = Texts.of("ui-safety");
    private static final String SEEN = """
            return new Promise(seen => {
              const look = () => document.visibilityState === 'visible'
                ? requestAnimationFrame(() => seen(true))
                : document.addEventListener('visibilitychange', look, {once: true});
              look();
            })""";

    private final transient ExerciseTools tools;
    private final ExerciseId id;
    private final long seq;
    private final boolean drill;
    private final boolean telling;
    private final @Nullable ReachBoard board;
    private final @Nullable StopTalk talk;

    /** @param person whether somebody sits before this screen, as opposed to a wall */
    NoDuffScreen(ExerciseTools tools, Scene scene, Exercise.Stopped stopped, boolean person) {
        this.tools = tools;
        id = scene.id();
        seq = stopped.noDuff().seq();
        drill = stopped.noDuff().drill();
        telling = person && scene.role().isPresent();
        board = person ? new ReachBoard(tools) : null;
        talk = person && !drill && scene.controls() ? new StopTalk(tools, scene) : null;
        addClassName("noduff-screen");
        if (drill) {
            addClassName("drill");
        }
        setId("no-duff");
        getElement().setAttribute("role", "alert");
        getElement().setAttribute("aria-label", drill ? TEXTS.get("drill.title") : Words.say("no-duff.title"));
        Main frame = new Main();
        frame.addClassName("frame");
        frame.add(
                Html.div(
                        "top",
                        Html.span("oct", new Icon("noduff")),
                        Html.div(
                                "",
                                new H1(drill ? TEXTS.get("drill.name") : Words.say("no-duff.name")),
                                Html.p("sub", drill ? TEXTS.get("drill.what") : Words.say("no-duff.what")))),
                plate(scene, stopped.noDuff()),
                lines(scene));
        add(frame);
        if (board != null) {
            add(board);
        }
        if (talk != null) {
            add(talk);
        }
        if (drill && telling) {
            frame.add(realIncident());
        }
        if (person && scene.controls()) {
            add(controls(scene));
        }
    }

    private static Component plate(Scene scene, NoDuff noDuff) {
        String by = scene.name(noDuff.by());
        String from = scene.play()
                .member(noDuff.by())
                .map((Member m) -> scene.place(m))
                .orElse("");
        return Html.div(
                "plate",
                Html.p(
                        "why",
                        noDuff.reason().isEmpty()
                                ? TEXTS.get("drill.no-reason")
                                : Words.say("no-duff.quote", noDuff.reason())),
                Html.div(
                        "known",
                        known("no-duff.by", Html.span("", from.isEmpty() ? by : Words.say("place", by, from))),
                        known("no-duff.since", Since.realTime(noDuff.since().toEpochMilli())),
                        known("no-duff.for", Since.length(noDuff.since().toEpochMilli())),
                        said(TEXTS.get("code-word"), Html.span("", scene.plan().codeWord()))));
    }

    private Component realIncident() {
        Button real = new Button(TEXTS.get("drill.real"), new Icon("noduff"));
        real.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_LARGE);
        real.addClickListener(click -> NoDuffDialog.ask(tools, id, seqOfCall -> {}));
        return Html.div("", real);
    }

    private static Div known(String key, Component value) {
        return said(Words.say(key), value);
    }

    private static Div said(String label, Component value) {
        Div known = Html.div("", Html.span("lab", label), value);
        value.getElement().getClassList().add("val");
        return known;
    }

    private static Component lines(Scene scene) {
        OrderedList list = new OrderedList();
        int n = 1;
        for (String line : scene.plan().noDuffLines()) {
            list.add(new ListItem(Html.span("n", Integer.toString(n++)), new Span(line)));
        }
        Div lines = Html.div("lines", new H2(Words.say("no-duff.do")), list);
        lines.setVisible(n > 1);
        return lines;
    }

    private Component controls(Scene scene) {
        return drill ? endDrill(scene) : clear(scene);
    }

    private Component clear(Scene scene) {
        TextField reason = new TextField(Words.say("no-duff.clear.reason"));
        reason.setMaxLength(500);
        Button clear = new Button(Words.say("no-duff.clear"));
        clear.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_LARGE);
        clear.addClickListener(click -> {
            String why = reason.getValue().strip();
            if (why.isEmpty()) {
                reason.setInvalid(true);
                reason.setErrorMessage(Words.say("reason.needed"));
                reason.focus();
                return;
            }
            ask(scene, why);
        });
        return box(
                Words.say("no-duff.controller"),
                Words.say("no-duff.controller.what", scene.clock().seconds(scene.elapsed())),
                reason,
                clear);
    }

    private void ask(Scene before, String why) {
        Scene scene = tools.scene(before.id()).orElse(before);
        ActDialog dialog = new ActDialog(Words.say("no-duff.clear.title"), Words.say("no-duff.clear.act"))
                .explain(Words.say("no-duff.clear.sure", why));
        Optional<WaitedChoice> waited =
                StandingStill.of(scene.exercise(), scene.now()).map(still -> new WaitedChoice(scene, still));
        waited.ifPresent(dialog::with);
        dialog.danger()
                .ask(
                        (id, none) -> tools.safety()
                                .clearNoDuff(
                                        tools.caller(),
                                        scene.id(),
                                        id,
                                        why,
                                        waited.map(WaitedChoice::choice).orElse(WaitedInjects.AS_PLANNED),
                                        waited.map(WaitedChoice::laterMicros).orElse(0L)),
                        seq -> {});
    }

    private Component endDrill(Scene scene) {
        Button end = new Button(TEXTS.get("drill.end"));
        end.addThemeVariants(ButtonVariant.LUMO_LARGE);
        Outcome outcome = new Outcome();
        end.addClickListener(click -> outcome.perform(
                id -> tools.safety().clearNoDuff(tools.caller(), scene.id(), id, "", WaitedInjects.AS_PLANNED, 0),
                seq -> {}));
        return box(TEXTS.get("drill.controller"), TEXTS.get("drill.controller.what"), end, outcome);
    }

    private static Section box(String heading, String what, Component... acts) {
        Section controls = new Section(Html.div("", new H2(heading), Html.p("s", what)));
        controls.add(acts);
        controls.addClassName("ctl");
        controls.getElement().setAttribute("aria-label", Words.say("no-duff.controllers"));
        return controls;
    }

    /** Whether this is the screen of that stop. */
    boolean shows(Exercise.Stopped stopped) {
        return stopped.noDuff().seq() == seq;
    }

    void show(Scene scene, Exercise.Stopped stopped) {
        if (board != null) {
            board.show(scene, stopped.noDuff());
        }
        if (talk != null) {
            talk.show(scene, stopped.noDuff());
        }
    }

    /** Tells that it was in front of somebody, once it is. */
    @Override
    protected void onAttach(AttachEvent event) {
        if (telling) {
            getElement().executeJs(SEEN).then(Boolean.class, seen -> told());
        }
    }

    private void told() {
        try {
            tools.receipts().stopShown(tools.caller(), id);
        } catch (NotAllowed noPart) {
            // An administrator who looks on takes no part.
        } catch (RuntimeException away) {
            LOG.warn("that no duff is shown could not be noted: {}", away.toString());
        }
    }
}
