package org.startex.ui.lessons;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import java.util.Map;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.PersonId;
import org.startex.kernel.Texts;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonFact;
import org.startex.lessons.LessonStep;
import org.startex.ui.Html;

/** Every step of a lesson's history, the latest first: who, when, what and why. */
final class HistoryPanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lessons");

    private final transient LessonTools tools;
    private final transient Lesson lesson;
    private final transient Map<PersonId, String> names;
    private final transient Map<ExerciseId, String> exercises;

    HistoryPanel(LessonTools tools, Lesson lesson, Map<PersonId, String> names, Map<ExerciseId, String> exercises) {
        this.tools = tools;
        this.lesson = lesson;
        this.names = names;
        this.exercises = exercises;
        addClassNames("panel", "lesson-list", "lesson-history");
        OrderedList list = new OrderedList();
        tools.lessons().history(tools.caller(), lesson.id()).reversed().forEach(step -> list.add(line(step)));
        add(Html.div("ph", new H2(TEXTS.get("history"))), list);
    }

    private ListItem line(LessonStep step) {
        ListItem line = new ListItem(Html.div(
                "stack tight sp",
                Html.span("s", what(step.fact())),
                Html.span("m xs", TEXTS.get("history.by", name(step.by()), LessonTools.day(step.at())))));
        String why = why(step.fact());
        if (!why.isEmpty()) {
            line.add(Html.p("s said", why));
        }
        return line;
    }

    private String what(LessonFact fact) {
        return switch (fact) {
            case LessonFact.Identified f -> TEXTS.get("did.identified", exercise(f.exercise()));
            case LessonFact.Reworded f -> TEXTS.get("did.reworded", f.draft().title());
            case LessonFact.Accepted f -> TEXTS.get("did.accepted");
            case LessonFact.Declined f -> TEXTS.get("did.declined");
            case LessonFact.Planned f ->
                TEXTS.get(
                        "did.planned",
                        f.owner() == null ? TEXTS.get("owner.none") : name(f.owner()),
                        f.due() == null ? TEXTS.get("due.none") : LessonTools.day(f.due()));
            case LessonFact.ActionAdded f -> TEXTS.get("did.action-added", f.text(), name(f.owner()));
            case LessonFact.ActionDone f -> TEXTS.get("did.action-done", action(f.action()));
            case LessonFact.ActionDropped f -> TEXTS.get("did.action-dropped", action(f.action()));
            case LessonFact.Implemented f -> TEXTS.get("did.implemented");
            case LessonFact.Attached f ->
                TEXTS.get(
                        "did.attached",
                        f.inject().number().value(),
                        tools.scenarioTitle(f.inject().slug()));
            case LessonFact.Detached f -> TEXTS.get("did.detached");
            case LessonFact.Judged f -> TEXTS.get("did.judged", LessonWords.held(f.held()), exercise(f.exercise()));
            case LessonFact.Embedded f -> TEXTS.get("did.embedded", exercise(f.exercise()));
            case LessonFact.Reopened f -> TEXTS.get("did.reopened", exercise(f.exercise()));
        };
    }

    private static String why(LessonFact fact) {
        return switch (fact) {
            case LessonFact.Accepted f -> f.reason();
            case LessonFact.Declined f -> f.reason();
            case LessonFact.ActionDone f -> f.evidence();
            case LessonFact.ActionDropped f -> f.reason();
            case LessonFact.Implemented f -> f.evidence();
            case LessonFact.Detached f -> f.reason();
            case LessonFact.Judged f -> f.reason();
            case LessonFact.Identified f -> "";
            case LessonFact.Reworded f -> "";
            case LessonFact.Planned f -> "";
            case LessonFact.ActionAdded f -> "";
            case LessonFact.Attached f -> "";
            case LessonFact.Embedded f -> "";
            case LessonFact.Reopened f -> "";
        };
    }

    private String action(int number) {
        return lesson.action(number).map(action -> action.text()).orElse("");
    }

    private String name(PersonId person) {
        return names.getOrDefault(person, "");
    }

    private String exercise(ExerciseId id) {
        return exercises.getOrDefault(id, TEXTS.get("an-exercise"));
    }
}
