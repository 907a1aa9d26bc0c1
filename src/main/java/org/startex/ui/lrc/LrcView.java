package org.startex.ui.lrc;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startex.kernel.Texts;
import org.startex.lrc.Improvement;
import org.startex.lrc.ImprovementEntry;
import org.startex.lrc.ImprovementEvent;
import org.startex.lrc.ImprovementFilter;
import org.startex.lrc.ReadinessRating;
import org.startex.lrc.ReadinessScale;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.MainLayout;
import org.startex.ui.Notice;
import org.startex.ui.StateChip;
import org.startex.ui.Words;

/** The chair's page: where the partnership is on the eight steps, what is overdue, and what exercises have shown lately. */
@Route(value = "lrc", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://app/lrc.css")
class LrcView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");
    private static final int SHOWN = 6;

    LrcView(LrcTools tools) {
        addClassNames("page", "wide", "lrc");
        Optional<ReadinessScale> scale = tools.readiness().scale(tools.caller());
        List<ReadinessRating> ratings = tools.readiness().ratings(tools.caller());
        List<Improvement> records = tools.improvements().records(tools.caller(), ImprovementFilter.ALL);
        List<ImprovementEntry> turns = tools.improvements().turns(tools.caller());
        add(new LrcHead(LrcTab.STEPS, TEXTS.get("overview.title")));
        add(scale.map(agreed -> agreed(tools, agreed)).orElseGet(() -> noScale(tools)));
        OrderedList steps = new OrderedList();
        steps.addClassName("lrc-steps");
        tools.manual()
                .steps()
                .forEach(step -> steps.add(new StepCard(
                        tools,
                        step,
                        LrcFacts.readiness(step, scale, ratings, turns, records),
                        LrcFacts.of(step, records))));
        Section panel = new Section(steps);
        panel.addClassName("panel");
        panel.getElement().setAttribute("aria-label", TEXTS.get("overview.steps"));
        add(panel, Html.div("lrc-sides", overdue(tools, records), shown(tools, records, turns)));
        add(Html.p("m xs", TEXTS.get("attribution", tools.manual().attribution())));
    }

    /** What the partnership has set itself, and that it was the partnership. */
    private static Div agreed(LrcTools tools, ReadinessScale scale) {
        String red = scale.redAt() == null
                ? TEXTS.get("scale.no-red")
                : TEXTS.get(
                        "scale.red-at", scale.step(scale.redAt()).orElseThrow().label());
        return Html.div(
                "row wrap s",
                Html.span(
                        "", TEXTS.get("scale.own", scale.steps().size(), red, LrcDates.day(scale.at(), tools.zone()))),
                new Anchor(LrcNavigation.SCALE, TEXTS.get("scale.see")));
    }

    private static Div noScale(LrcTools tools) {
        if (tools.writes()) {
            Button set = new Button(
                    TEXTS.get("scale.set"),
                    click -> click.getSource().getUI().ifPresent(ui -> ui.navigate(LrcNavigation.SCALE)));
            set.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            return Html.div("panel", new EmptyState(TEXTS.get("scale.none"), set));
        }
        return Notice.info(TEXTS.get("scale.none-reader"));
    }

    private static Section overdue(LrcTools tools, List<Improvement> records) {
        LocalDate today = tools.today();
        List<Improvement> late = records.stream()
                .filter(record -> record.overdue(today))
                .sorted(Comparator.comparing(Improvement::due))
                .toList();
        UnorderedList list = new UnorderedList();
        late.stream()
                .limit(SHOWN)
                .forEach(record -> list.add(new ListItem(
                        new StateChip("late", "late", ImprovementWords.overdue(record, today)),
                        Html.div(
                                "stack tight",
                                new Anchor(LrcNavigation.record(record.number()), LrcFacts.numbered(record)),
                                Html.span("m s", ImprovementWords.owner(record))))));
        return side(
                TEXTS.get("overview.overdue", late.size()),
                late.isEmpty() ? new EmptyState(TEXTS.get("overview.overdue.none")) : list);
    }

    private static Section shown(LrcTools tools, List<Improvement> records, List<ImprovementEntry> turns) {
        Map<Integer, Improvement> byNumber = new HashMap<>();
        records.forEach(record -> byNumber.put(record.number(), record));
        UnorderedList list = new UnorderedList();
        turns.reversed().stream().limit(SHOWN).forEach(turn -> {
            Improvement record = byNumber.get(turn.number());
            if (record != null) {
                list.add(line(tools, turn, record));
            }
        });
        return side(
                TEXTS.get("overview.shown"), turns.isEmpty() ? new EmptyState(TEXTS.get("overview.shown.none")) : list);
    }

    private static ListItem line(LrcTools tools, ImprovementEntry turn, Improvement record) {
        boolean held = turn.event() == ImprovementEvent.EMBEDDED;
        return new ListItem(
                held
                        ? new StateChip("ack", "ack", ImprovementWords.event(turn.event()))
                        : new StateChip("due", "left", ImprovementWords.event(turn.event())),
                Html.div(
                        "stack tight",
                        new Anchor(LrcNavigation.record(record.number()), LrcFacts.numbered(record)),
                        Html.div(
                                "row wrap s",
                                LrcFacts.exerciseTag(turn.exerciseTitle()),
                                Html.span("m", LrcDates.day(turn.at(), tools.zone())))));
    }

    private static Section side(String title, Component content) {
        Section section = new Section(Html.div("ph", new H2(title)), content);
        section.addClassNames("panel", "lrc-side");
        return section;
    }

    @Override
    public String getPageTitle() {
        return Words.say("title", TEXTS.get("overview.title"));
    }
}
