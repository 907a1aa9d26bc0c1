package org.startex.ui.lessons;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.Texts;
import org.startex.lessons.LessonTest;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;

/** The lessons that an exercise tests, for its debrief: each with its inject, what became of it, and what was said of it. */
@StyleSheet("context://app/lessons.css")
public final class LessonsUnderTest extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lessons");

    private final transient LessonTools tools;
    private final ExerciseId exercise;

    public LessonsUnderTest(LessonTools tools, ExerciseId exercise) {
        this.tools = tools;
        this.exercise = exercise;
        addClassNames("panel", "lesson-list");
        refresh();
    }

    /** Looks again. */
    public void refresh() {
        removeAll();
        List<LessonTest> tests = tools.lessons().tests(tools.caller(), exercise);
        add(Html.div("ph", new H2(TEXTS.get("under-test")), Html.span("n", Integer.toString(tests.size()))));
        if (tests.isEmpty()) {
            add(new EmptyState(TEXTS.get("under-test.none"), new Anchor("lessons", TEXTS.get("lesson.none.next"))));
            return;
        }
        UnorderedList list = new UnorderedList();
        tests.forEach(test -> tools.lessons()
                .lesson(tools.caller(), test.id().lesson())
                .ifPresent(lesson -> list.add(new ListItem(new TestLine(
                        tools, lesson, test, tools.lessons().names(tools.caller()), changed -> refresh(), true)))));
        add(list);
    }
}
