package org.startex.ui.lrc;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.LrcCode;
import org.startex.kernel.Texts;
import org.startex.lrc.Improvement;
import org.startex.lrc.ImprovementDraft;
import org.startex.lrc.ImprovementEntry;
import org.startex.lrc.ModularResponse;
import org.startex.lrc.PriorityGroup;
import org.startex.standards.LrcItem;
import org.startex.standards.LrcStep;
import org.startex.ui.EmptyState;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.Html;
import org.startex.ui.MainLayout;
import org.startex.ui.Words;

/** One improvement record: what changes and why, the walk back to the moment it came from, and what was done with it. */
@Route(value = "lrc/record/:number", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://app/lrc.css")
class RecordView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private final transient LrcTools tools;
    private int number;

    RecordView(LrcTools tools) {
        this.tools = tools;
        addClassNames("page", "wide", "lrc");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().getInteger("number").orElse(0);
        show();
    }

    private void show() {
        removeAll();
        tools.improvements().record(tools.caller(), number).ifPresentOrElse(this::show, this::unknown);
    }

    private void unknown() {
        add(
                new LrcHead(LrcTab.RECORDS, TEXTS.get("record.unknown")),
                Html.div(
                        "panel",
                        new EmptyState(
                                TEXTS.get("record.unknown.why"),
                                new Anchor(LrcNavigation.RECORDS, TEXTS.get("record.unknown.next")))));
    }

    private void show(Improvement record) {
        add(
                new LrcHead(
                        LrcTab.RECORDS,
                        TEXTS.get("record.title", Integer.toString(record.number()), record.title()),
                        ImprovementWords.chip(record, tools.today())),
                new RecordActs(tools, record, this::show),
                new WalkBack(tools, record),
                Html.div("lrc-two", facts(record), history(record)));
    }

    private Section facts(Improvement record) {
        ImprovementDraft draft = record.draft();
        DescriptionList facts = new DescriptionList();
        facts.addClassNames("facts", "pad");
        tools.manual().step(draft.step()).ifPresent((LrcStep step) -> {
            Description where = new Description();
            where.add(new Anchor(
                    LrcNavigation.step(step.number()), TEXTS.get("step.title", LrcFacts.step(step), step.title())));
            facts.add(new Term(TEXTS.get("form.step")), where);
        });
        fact(facts, "form.kind", ImprovementWords.kind(draft.kind()));
        fact(facts, "form.value", draft.value());
        fact(facts, "form.judged-by", draft.judgedBy());
        fact(facts, "form.owner-role", ImprovementWords.owner(record));
        fact(facts, "form.due", LrcDates.day(record.due()));
        fact(facts, "form.group", group(draft.group()));
        fact(facts, "form.module", module(draft.module()));
        fact(facts, "form.response", response(draft.response()));
        fact(facts, "form.protocol", draft.protocol());
        Section section = new Section(Html.div("ph", new H2(TEXTS.get("record.facts"))), facts);
        section.addClassName("panel");
        return section;
    }

    private static void fact(DescriptionList facts, String key, String text) {
        if (!text.isEmpty()) {
            Description said = new Description(text);
            said.addClassName("lines");
            facts.add(new Term(TEXTS.get(key)), said);
        }
    }

    private String group(@Nullable LrcCode code) {
        return tools.capability().groups(tools.caller()).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(PriorityGroup::name)
                .orElse("");
    }

    private String response(@Nullable LrcCode code) {
        return tools.capability().responses(tools.caller()).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(ModularResponse::title)
                .orElse("");
    }

    private String module(@Nullable LrcCode code) {
        return code == null
                ? ""
                : tools.catalogue().lrc(code).map(LrcItem::title).orElse("");
    }

    private Section history(Improvement record) {
        OrderedList list = new OrderedList();
        list.addClassName("lrc-history");
        tools.improvements()
                .history(tools.caller(), record.number())
                .reversed()
                .forEach(entry -> list.add(line(entry)));
        Section section = new Section(Html.div("ph", new H2(TEXTS.get("history"))), list);
        section.addClassName("panel");
        return section;
    }

    private ListItem line(ImprovementEntry entry) {
        Div words = Html.div(
                "stack tight",
                Html.span(
                        "b",
                        entry.by().isEmpty()
                                ? ImprovementWords.event(entry.event())
                                : TEXTS.get("history.by", ImprovementWords.event(entry.event()), entry.by())),
                Html.span("lines", entry.words()));
        if (entry.exercise() != null) {
            words.add(
                    new Anchor(ExerciseNavigation.log(entry.exercise()), LrcFacts.exerciseTag(entry.exerciseTitle())));
        }
        return new ListItem(Html.span("when", LrcDates.day(entry.at(), tools.zone())), words);
    }

    @Override
    public String getPageTitle() {
        return Words.say("title", TEXTS.get("record.short", Integer.toString(number)));
    }
}
