package org.startex.ui.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.CommsCheck;
import org.startex.conduct.CommsLine;
import org.startex.conduct.Exercise;
import org.startex.kernel.Lengths;
import org.startex.kernel.Texts;
import org.startex.ui.ActDialog;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;
import org.startex.ui.Since;
import org.startex.ui.StateChip;

/** The comms check: whom it has reached, cell by cell, and who is to be phoned. Beside it the drill of no duff. */
final class CommsPanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-safety");

    private final transient ExerciseTools tools;
    private final transient LongConsumer saved;
    private final Div verdict = Html.div("row wrap");
    private final Button start = new Button();
    private final Button drill = new Button(TEXTS.get("drill.open"), new Icon("noduff"));
    private final Div what = Html.div("");
    private final UnorderedList list = new UnorderedList();
    private final Outcome outcome = new Outcome();
    private transient @Nullable Scene scene;
    private transient @Nullable Object shown;

    CommsPanel(ExerciseTools tools, LongConsumer saved) {
        this.tools = tools;
        this.saved = saved;
        addClassNames("panel", "comms");
        H2 heading = new H2(TEXTS.get("comms.title"));
        heading.setId("comms-heading");
        getElement().setAttribute("aria-labelledby", "comms-heading");
        verdict.getElement().setAttribute("role", "status");
        list.addClassName("rows");
        start.addClickListener(click -> begin());
        drill.addClickListener(click -> drill());
        add(Html.div("ph wrap", heading, verdict, Html.spring(), drill, start), what, list, outcome);
    }

    private void begin() {
        Scene now = scene;
        if (now != null) {
            outcome.perform(id -> tools.safety().startCommsCheck(tools.caller(), now.id(), id), seq -> {
                outcome.clear();
                saved.accept(seq);
            });
        }
    }

    private void drill() {
        Scene now = scene;
        if (now != null) {
            new ActDialog(TEXTS.get("drill.ask"), TEXTS.get("drill.begin"))
                    .explain(TEXTS.get("drill.explain"))
                    .reason(TEXTS.get("drill.reason"), false)
                    .primary()
                    .ask((id, why) -> tools.safety().drillNoDuff(tools.caller(), now.id(), id, why), saved);
        }
    }

    /** Shown before STARTEX and while exercise time stands. */
    void show(Scene now) {
        scene = now;
        boolean planned = now.exercise() instanceof Exercise.Planned;
        setVisible(planned || now.exercise() instanceof Exercise.Paused);
        start.setVisible(now.controls());
        drill.setVisible(now.controls() && planned);
        Optional<CommsCheck> check = now.play().commsCheck();
        start.setText(TEXTS.get(check.isPresent() ? "comms.again" : "comms.start"));
        List<CommsLine> lines = check.map(asked -> CommsLine.of(now.play(), asked, tools.connected(now.id())))
                .orElse(List.of());
        Object wanted = List.of(lines, check.map(CommsCheck::number).orElse(0));
        if (!wanted.equals(shown)) {
            shown = wanted;
            draw(now, check, lines);
        }
    }

    private void draw(Scene now, Optional<CommsCheck> check, List<CommsLine> lines) {
        what.removeAll();
        list.removeAll();
        verdict.removeAll();
        if (check.isEmpty()) {
            what.add(Html.p("hint", TEXTS.get("comms.none")));
            return;
        }
        verdict.add(
                verdict(lines), Since.length(check.get().since().toEpochMilli()).within(TEXTS.get("comms.ago", "{0}")));
        lines.forEach(line -> list.add(line(now, line)));
    }

    private static StateChip verdict(List<CommsLine> lines) {
        int asked = lines.stream().mapToInt(line -> line.people().size()).sum();
        int confirmed = lines.stream().mapToInt(CommsLine::confirmed).sum();
        return asked > 0 && asked == confirmed
                ? new StateChip("ack", "check", TEXTS.get("comms.all", asked))
                : new StateChip("late", "late", TEXTS.get("comms.some", confirmed, asked));
    }

    private static ListItem line(Scene scene, CommsLine line) {
        Div people = Html.div("comms-people");
        line.people().forEach(person -> people.add(person(scene, person)));
        ListItem item = new ListItem(cell(line), Html.span("b", line.place().title()), people);
        item.addClassNames("person-line", "comms-cell");
        return item;
    }

    private static StateChip cell(CommsLine line) {
        if (line.people().isEmpty()) {
            return new StateChip("pending", "pending", TEXTS.get("comms.nobody"));
        }
        return line.complete()
                ? new StateChip("ack", "check", TEXTS.get("comms.cell", slowest(line)))
                : new StateChip(
                        "late",
                        "late",
                        TEXTS.get("comms.some", line.confirmed(), line.people().size()));
    }

    private static String slowest(CommsLine line) {
        return line.people().stream()
                .flatMap(person -> person.took().stream())
                .max(Comparator.naturalOrder())
                .map(Lengths::of)
                .orElse("");
    }

    private static com.vaadin.flow.component.Component person(Scene scene, CommsLine.Person person) {
        String name = scene.name(person.member().participant());
        Optional<Duration> took = person.took();
        if (took.isPresent()) {
            return Html.span(
                    "row tight-row",
                    Html.span("mkc ack", new Icon("check")),
                    Html.span("", name),
                    Html.span("m", Lengths.of(took.get())));
        }
        return Html.span(
                "row tight-row",
                new StateChip(
                        person.here() ? "due" : "late",
                        person.here() ? "pending" : "off",
                        TEXTS.get(person.here() ? "comms.here" : "comms.away")),
                Html.span("b", name));
    }
}
