package org.startex.ui.lessons;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.springframework.stereotype.Component;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.Texts;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonService;
import org.startex.lessons.LessonTest;
import org.startex.people.CurrentCaller;
import org.startex.people.NotAllowed;
import org.startex.ui.Html;
import org.startex.ui.Icon;

/** Says at an inject which lessons it tests. For staff and readers of the library; players never come here. */
@Component
public class LessonMarks {
    private static final Texts TEXTS = Texts.of("ui-lessons");

    private final LessonService lessons;
    private final CurrentCaller caller;

    LessonMarks(LessonService lessons, CurrentCaller caller) {
        this.lessons = lessons;
        this.caller = caller;
    }

    /** The lessons that an inject tests in an exercise; empty where there are none. */
    public Div in(ExerciseId exercise, InjectNumber inject) {
        Div marks = Html.div("stack tight lesson-marks");
        try {
            lessons.tests(caller.get(), exercise).stream()
                    .filter(test -> test.inject().number().equals(inject))
                    .forEach((LessonTest test) -> marks.add(mark(test.lessonNumber(), test.lessonTitle())));
        } catch (NotAllowed notTheirs) {
            marks.removeAll();
        }
        marks.setVisible(marks.getChildren().findAny().isPresent());
        return marks;
    }

    /** The lessons that an inject of a scenario will test; empty where there are none. */
    public Div of(String slug, InjectNumber inject) {
        Div marks = Html.div("stack tight lesson-marks");
        try {
            List<Lesson> tested = lessons.attached(caller.get(), slug).getOrDefault(inject, List.of());
            tested.forEach(lesson -> marks.add(mark(lesson.number(), lesson.title())));
        } catch (NotAllowed notTheirs) {
            marks.removeAll();
        }
        marks.setVisible(marks.getChildren().findAny().isPresent());
        return marks;
    }

    private static Div mark(int number, String title) {
        return Html.div(
                "row s",
                Html.span("mkc held", new Icon("flag")),
                new Anchor(LessonNavigation.lesson(number), TEXTS.get("tests-lesson", number, title)));
    }
}
