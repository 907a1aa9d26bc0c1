package org.startex.ui;

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
import org.startex.conduct.Exercise;
import org.startex.conduct.Member;
import org.startex.conduct.NoDuff;

/**
 * Play is stopped for a real incident: who, why, since when, and the lines that the director set beforehand, on red over everything. Controllers
 * get one outlined button, which needs a reason and a second step and leaves the exercise paused.
 */
public final class NoDuffScreen extends Section {
    private static final long serialVersionUID = 1L;

    private final transient ExerciseTools tools;

    NoDuffScreen(ExerciseTools tools, Scene scene, Exercise.Stopped stopped) {
        this.tools = tools;
        addClassName("noduff-screen");
        setId("no-duff");
        getElement().setAttribute("role", "alert");
        getElement().setAttribute("aria-label", Words.say("no-duff.title"));
        Main frame = new Main();
        frame.addClassName("frame");
        frame.add(
                Html.div(
                        "top",
                        Html.span("oct", new Icon("noduff")),
                        Html.div("", new H1(Words.say("no-duff.name")), Html.p("sub", Words.say("no-duff.what")))),
                plate(scene, stopped.noDuff()),
                lines(scene));
        add(frame);
        if (scene.controls()) {
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
                Html.p("why", Words.say("no-duff.quote", noDuff.reason())),
                Html.div(
                        "known",
                        known("no-duff.by", Html.span("", from.isEmpty() ? by : Words.say("place", by, from))),
                        known("no-duff.since", Since.realTime(noDuff.since().toEpochMilli())),
                        known("no-duff.for", Since.length(noDuff.since().toEpochMilli()))));
    }

    private static Div known(String key, Component value) {
        Div known = Html.div("", Html.span("lab", Words.say(key)), value);
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
            new ActDialog(Words.say("no-duff.clear.title"), Words.say("no-duff.clear.act"))
                    .explain(Words.say("no-duff.clear.sure", why))
                    .danger()
                    .ask((id, none) -> tools.conduct().clear(tools.caller(), scene.id(), id, why), seq -> {});
        });
        Section controls = new Section(
                Html.div(
                        "",
                        new H2(Words.say("no-duff.controller")),
                        Html.p(
                                "s",
                                Words.say(
                                        "no-duff.controller.what", scene.clock().seconds(scene.elapsed())))),
                reason,
                clear);
        controls.addClassName("ctl");
        controls.getElement().setAttribute("aria-label", Words.say("no-duff.controllers"));
        return controls;
    }
}
