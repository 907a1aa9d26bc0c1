package org.startex.ui.lrc;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.startex.kernel.Texts;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonState;
import org.startex.lrc.Improvement;
import org.startex.ui.Html;

/** What the capability makes of a lesson, for the lesson's own screen: its improvement records, and the way to propose one. */
@Component
public class LessonRecords {
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private final LrcTools tools;

    LessonRecords(LrcTools tools) {
        this.tools = tools;
    }

    /** The records of a lesson with where they stand. */
    public Section panel(Lesson lesson) {
        List<Improvement> records = tools.improvements().ofLesson(tools.caller(), lesson.id());
        Section panel = new Section(new H2(TEXTS.get("of-lesson")));
        panel.addClassNames("panel", "pad", "stack");
        if (records.isEmpty()) {
            panel.add(Html.p("m s", TEXTS.get("of-lesson.none")));
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("stack");
            records.forEach(record -> list.add(new ListItem(Html.div(
                    "row wrap",
                    ImprovementWords.chip(record, tools.today()),
                    new Anchor(LrcNavigation.record(record.number()), LrcFacts.numbered(record))))));
            panel.add(list);
        }
        if (tools.writes() && lesson.state() != LessonState.DECLINED) {
            panel.add(Html.div("s", new Anchor(LrcNavigation.propose(lesson.id()), TEXTS.get("of-lesson.new"))));
        }
        return panel;
    }
}
