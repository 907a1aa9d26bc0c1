package org.startex.ui.loggist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.conduct.Standing;
import org.startex.kernel.EntryRef;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.Texts;
import org.startex.logbook.Decision;
import org.startex.logbook.LoggistService;
import org.startex.ui.ActDialog;
import org.startex.ui.EmptyState;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;
import org.startex.ui.StateChip;

/** Every decision of the exercise, the newest first, and how it stands with its maker; who was logged for says here whether it is so. */
final class LoggedList extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-loggist");

    private final transient ExerciseTools tools;
    private final transient LoggistService loggist;
    private final transient LongConsumer saved;
    private final Span count = Html.span("n", "");
    private final OrderedList list = new OrderedList();
    private final Div empty = Html.div("");
    private final Outcome outcome = new Outcome();
    private transient @Nullable Object drawn;

    LoggedList(ExerciseTools tools, LoggistService loggist, LongConsumer saved) {
        this.tools = tools;
        this.loggist = loggist;
        this.saved = saved;
        addClassNames("panel", "beside-form", "mine");
        H2 heading = new H2(TEXTS.get("list.heading"));
        heading.setId("logged-heading");
        getElement().setAttribute("aria-labelledby", "logged-heading");
        add(Html.div("ph", heading, count), outcome, list, empty);
    }

    /** @param decisions the newest first */
    void show(Scene scene, List<Decision> decisions) {
        Object now = List.of(scene.exercise().word(), decisions);
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        long open = decisions.stream().filter(one -> !one.stands()).count();
        count.setText(TEXTS.get("list.count", decisions.size(), open));
        Optional<ParticipantId> me =
                tools.conduct().standing(tools.caller(), scene.id()).map(Standing::participant);
        list.removeAll();
        decisions.forEach(decision -> list.add(line(scene, decision, me)));
        empty.removeAll();
        if (decisions.isEmpty()) {
            empty.add(new EmptyState(TEXTS.get("list.none")));
        }
    }

    private ListItem line(Scene scene, Decision decision, Optional<ParticipantId> me) {
        ExerciseTime at = decision.at();
        String time = at == null ? "" : scene.clock().seconds(at);
        Anchor link = new Anchor(
                ExerciseNavigation.entry(new EntryRef(scene.id(), decision.seq())),
                TEXTS.get("list.number", decision.fact().number()));
        ListItem item = new ListItem(
                Html.div(
                        "row wrap",
                        Html.span("tt", time),
                        link,
                        Html.span(
                                "m s",
                                TEXTS.get(
                                        "list.who",
                                        scene.name(decision.by()),
                                        scene.cell(decision.fact().cell()))),
                        Html.spring(),
                        chip(decision)),
                Html.p("b", decision.fact().words().decision()),
                Html.p("m s", decision.fact().words().rationale()));
        decision.loggedBy().ifPresent(by -> item.add(Html.p("m xs", TEXTS.get("list.by", scene.name(by)))));
        if (!decision.dispute().isEmpty()) {
            item.add(Html.p("s", TEXTS.get("list.dispute", scene.name(decision.by()), decision.dispute())));
        }
        if (!decision.stands() && me.filter(decision.by()::equals).isPresent() && taken(scene)) {
            item.add(word(scene, decision));
        }
        return item;
    }

    private static Component chip(Decision decision) {
        return switch (decision.word()) {
            case AWAITED -> new StateChip("due", "due", TEXTS.get("chip.awaited"));
            case CONFIRMED -> new StateChip("ack", "ack", TEXTS.get("chip.confirmed"));
            case DISPUTED -> new StateChip("late", "late", TEXTS.get("chip.disputed"));
            case null -> new StateChip("seen", "ack", TEXTS.get("chip.own"));
        };
    }

    private static boolean taken(Scene scene) {
        return switch (scene.exercise()) {
            case Exercise.Running s -> true;
            case Exercise.Paused s -> true;
            case Exercise.Closing s -> true;
            case Exercise.Planned s -> false;
            case Exercise.Stopped s -> false;
            case Exercise.Sealed s -> false;
        };
    }

    private Component word(Scene scene, Decision decision) {
        int number = decision.fact().number();
        Button confirm = new Button(
                TEXTS.get("word.confirm", number),
                click -> outcome.perform(
                        id -> loggist.confirm(tools.caller(), scene.id(), id, decision.seq(), tools.now()), saved));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button dispute = new Button(
                TEXTS.get("word.dispute"),
                click -> new ActDialog(TEXTS.get("word.dispute.title", number), TEXTS.get("word.dispute.act", number))
                        .explain(TEXTS.get("word.dispute.explain"))
                        .reason(TEXTS.get("word.dispute.reason"), true)
                        .ask(
                                (id, why) -> loggist.dispute(
                                        tools.caller(), scene.id(), id, decision.seq(), why, tools.now()),
                                saved));
        return Html.div("row wrap", confirm, dispute);
    }
}
