package org.startex.ui.competency;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.startex.competency.Need;
import org.startex.kernel.Texts;
import org.startex.lessons.Lesson;
import org.startex.ui.Html;

/** The development needs that a lesson about skill has raised, for the lesson's own screen: those of roles, and those of persons whose record is open to the reader. */
@Component
public class LessonNeeds {
    private static final Texts TEXTS = Texts.of("ui-competency");

    private final CompetencyTools tools;

    LessonNeeds(CompetencyTools tools) {
        this.tools = tools;
    }

    /** The needs with where they stand; it hides itself for a lesson that is not about skill. */
    public Section panel(Lesson lesson) {
        Section panel = new Section(new H2(TEXTS.get("of-lesson")));
        panel.addClassNames("panel", "pad", "stack");
        panel.setVisible(lesson.skill());
        List<Need> needs = tools.needs().from(tools.caller(), lesson.id());
        if (needs.isEmpty()) {
            panel.add(Html.p("m s", TEXTS.get("of-lesson.none")));
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("stack");
            needs.forEach(need -> list.add(line(need)));
            panel.add(list);
        }
        panel.add(Html.div("s", new Anchor(CompetencyNavigation.ROLES, TEXTS.get("of-lesson.roles"))));
        return panel;
    }

    private static ListItem line(Need need) {
        return new ListItem(Html.div(
                "row wrap",
                NeedList.chip(need.state()),
                need.of()
                        .map(person -> new Anchor(CompetencyNavigation.record(person), need.text()))
                        .orElseGet(() -> new Anchor(
                                CompetencyNavigation.ROLES, TEXTS.get("of-lesson.role", need.role(), need.text())))));
    }
}
