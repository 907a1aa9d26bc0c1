package org.startex.ui.lessons;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import org.startex.lessons.Lesson;
import org.startex.ui.Html;

/** A lesson in a line, openable. */
final class LessonLink {
    private LessonLink() {}

    static Div to(Lesson lesson) {
        return Html.div(
                "row wrap s",
                Html.span("no", Integer.toString(lesson.number())),
                new Anchor(LessonNavigation.lesson(lesson.number()), lesson.title()),
                LessonWords.chip(lesson));
    }
}
