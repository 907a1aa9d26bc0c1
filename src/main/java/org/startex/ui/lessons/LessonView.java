package org.startex.ui.lessons;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.PersonId;
import org.startex.kernel.Texts;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonLife;
import org.startex.lessons.LessonState;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.MainLayout;
import org.startex.ui.Markdown;
import org.startex.ui.Notice;
import org.startex.ui.Words;
import org.startex.ui.competency.LessonNeeds;
import org.startex.ui.lrc.LessonRecords;

/** One lesson: where it stands, what should change, its work, what tests it, where it comes from, and every step of its history. */
@Route(value = "lessons/:number", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://app/lessons.css")
class LessonView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lessons");

    private final transient LessonTools tools;
    private final transient LessonActs acts;
    private final transient LessonNeeds needs;
    private final transient LessonRecords records;
    private String title = "";

    LessonView(LessonTools tools, LessonNeeds needs, LessonRecords records) {
        this.tools = tools;
        this.needs = needs;
        this.records = records;
        this.acts = new LessonActs(tools, this::show);
        addClassNames("page", "lesson-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number(event.getRouteParameters().get("number").orElse(""))
                .flatMap(number -> tools.lessons().lesson(tools.caller(), number))
                .ifPresentOrElse(this::show, this::none);
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private void none() {
        removeAll();
        title = TEXTS.get("lesson.none");
        add(
                new H1(title),
                new EmptyState(TEXTS.get("lesson.none.why"), new Anchor("lessons", TEXTS.get("lesson.none.next"))));
    }

    private void show(Lesson given) {
        Lesson lesson = tools.lessons().lesson(tools.caller(), given.id()).orElse(given);
        Map<PersonId, String> names = tools.lessons().names(tools.caller());
        Map<ExerciseId, String> exercises = tools.lessons().exercises(tools.caller());
        title = TEXTS.get("lesson.title", lesson.number(), lesson.title());
        removeAll();
        add(Html.p("working-record", TEXTS.get("working-record")), head(lesson), path(lesson));
        notices(lesson, exercises);
        Div main = Html.div(
                "stack",
                change(lesson, names),
                new ActionsPanel(tools, acts, lesson, names),
                new TestsPanel(tools, acts, lesson, names, this::show));
        Div beside = Html.div(
                "stack",
                new SourcePanel(tools, lesson),
                needs.panel(lesson),
                records.panel(lesson),
                new HistoryPanel(tools, lesson, names, exercises));
        add(Html.div("lesson-columns", main, beside));
        UI.getCurrent().getPage().setTitle(getPageTitle());
    }

    private Div head(Lesson lesson) {
        Div buttons = Html.div("row wrap");
        List<Button> moves = acts.moves(lesson, false);
        buttons.add(moves.toArray(Button[]::new));
        return Html.div(
                "pagehead",
                Html.div(
                        "stack tight lesson-name",
                        Html.div(
                                "row wrap s",
                                new Anchor("lessons", TEXTS.get("lessons")),
                                Html.span("m", "/"),
                                Html.span("no", TEXTS.get("lesson.number", lesson.number())),
                                LessonWords.chip(lesson)),
                        new H1(lesson.title())),
                Html.spring(),
                buttons);
    }

    /** The way from identified to embedded, with where the lesson stands. */
    private static OrderedList path(Lesson lesson) {
        OrderedList path = new OrderedList();
        path.addClassName("lesson-path");
        path.getElement().setAttribute("aria-label", TEXTS.get("path"));
        Stream<LessonState> states = lesson.state() == LessonState.DECLINED
                ? Stream.of(LessonState.IDENTIFIED, LessonState.DECLINED)
                : Stream.of(
                        LessonState.IDENTIFIED, LessonState.ACCEPTED, LessonState.IMPLEMENTED, LessonState.EMBEDDED);
        states.forEach(state -> {
            ListItem step = new ListItem(LessonWords.state(state));
            if (state == lesson.state()) {
                step.getElement().setAttribute("aria-current", "step");
            } else if (state.compareTo(lesson.state()) < 0) {
                step.addClassName("past");
            }
            path.add(step);
        });
        return path;
    }

    private void notices(Lesson lesson, Map<ExerciseId, String> exercises) {
        lesson.reopenedBy().ifPresent(by -> add(Notice.caution(TEXTS.get("reopened", exercises.getOrDefault(by, "")))));
        switch (lesson.life()) {
            case LessonLife.Declined declined -> add(Notice.info(TEXTS.get("declined", declined.reason())));
            case LessonLife.Embedded embedded ->
                add(Notice.good(TEXTS.get("embedded", exercises.getOrDefault(embedded.by(), ""))));
            case LessonLife.Implemented made -> {
                if (lesson.attachments().stream().noneMatch(attachment -> attachment.open())) {
                    add(Notice.info(TEXTS.get("implemented.untested")));
                }
            }
            case LessonLife.Identified waiting -> add(Notice.info(TEXTS.get("identified")));
            case LessonLife.Accepted accepted -> {}
        }
    }

    private Section change(Lesson lesson, Map<PersonId, String> names) {
        Section panel = new Section(new H2(TEXTS.get("change")));
        panel.addClassNames("panel", "pad", "stack");
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        LocalDate due = lesson.due();
        fact(facts, TEXTS.get("owner"), name(names, lesson.owner()));
        fact(facts, TEXTS.get("due"), due == null ? TEXTS.get("due.none") : LessonTools.day(due));
        fact(facts, TEXTS.get("field.theme"), lesson.theme());
        fact(facts, TEXTS.get("about"), TEXTS.get(lesson.skill() ? "about.skill" : "about.other"));
        panel.add(Markdown.of(lesson.recommendation()), facts);
        if (lesson.overdue(tools.today())) {
            panel.add(Html.div("row", LessonWords.overdue()));
        }
        if (lesson.life() instanceof LessonLife.Implemented made) {
            evidence(panel, made.evidence());
        } else if (lesson.life() instanceof LessonLife.Embedded made) {
            evidence(panel, made.evidence());
        }
        return panel;
    }

    private static void evidence(Section panel, String text) {
        panel.add(Html.div("stack tight", Html.span("s b", TEXTS.get("evidence.of-change")), Html.p("s", text)));
    }

    private static String name(Map<PersonId, String> names, @Nullable PersonId person) {
        return person == null ? TEXTS.get("owner.none") : names.getOrDefault(person, "");
    }

    private static void fact(DescriptionList facts, String term, String value) {
        facts.add(new DescriptionList.Term(term), new DescriptionList.Description(value));
    }

    @Override
    public String getPageTitle() {
        return Words.say("title", title);
    }
}
