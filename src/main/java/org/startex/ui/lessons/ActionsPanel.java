package org.startex.ui.lessons;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.startex.kernel.PersonId;
import org.startex.kernel.Texts;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonAct;
import org.startex.lessons.LessonAction;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.StateChip;

/** The work that a lesson needs: who does it, by when, and what shows that it is done. */
final class ActionsPanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lessons");

    ActionsPanel(LessonTools tools, LessonActs acts, Lesson lesson, Map<PersonId, String> names) {
        addClassNames("panel", "lesson-list");
        Set<LessonAct> may = acts.allowed(lesson);
        long done = lesson.actions().stream().filter(LessonAction::done).count();
        long all = lesson.actions().stream()
                .filter(action -> action.droppedWhy() == null)
                .count();
        Div head = Html.div(
                "ph",
                new H2(TEXTS.get("actions")),
                Html.span("n", all == 0 ? "" : TEXTS.get("actions.count", done, all)),
                Html.spring());
        if (may.contains(LessonAct.ADD_ACTION)) {
            Button add = new Button(TEXTS.get("action.add"), click -> acts.addAction(lesson));
            add.addThemeVariants(ButtonVariant.LUMO_SMALL);
            head.add(add);
        }
        add(head);
        if (lesson.actions().isEmpty()) {
            add(new EmptyState(TEXTS.get(may.contains(LessonAct.ADD_ACTION) ? "actions.empty" : "actions.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        lesson.actions().forEach(action -> list.add(line(tools, acts, may, lesson, action, names)));
        add(list);
    }

    private static ListItem line(
            LessonTools tools,
            LessonActs acts,
            Set<LessonAct> may,
            Lesson lesson,
            LessonAction action,
            Map<PersonId, String> names) {
        Div what = Html.div("stack tight sp", Html.span(action.droppedWhy() == null ? "" : "dropped", action.text()));
        what.add(Html.span("m s", about(action, names.getOrDefault(action.owner(), ""))));
        ListItem line = new ListItem(chip(tools, action), what);
        if (action.open()) {
            if (action.owner().equals(tools.person())) {
                line.add(small(TEXTS.get("tick"), action, () -> acts.tick(lesson, action)));
            }
            if (may.contains(LessonAct.DROP_ACTION)) {
                line.add(small(TEXTS.get("drop"), action, () -> acts.drop(lesson, action)));
            }
        }
        return line;
    }

    private static Button small(String words, LessonAction action, Runnable act) {
        Button button = new Button(words, click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(TEXTS.get("act.of-action", words, action.text()));
        return button;
    }

    static StateChip chip(LessonTools tools, LessonAction action) {
        if (action.droppedWhy() != null) {
            return new StateChip("pending", "cross", TEXTS.get("action.dropped"));
        }
        if (action.done()) {
            return new StateChip("ack", "ack", TEXTS.get("action.done"));
        }
        return action.overdue(tools.today())
                ? LessonWords.overdue()
                : new StateChip("pending", "pending", TEXTS.get("action.open"));
    }

    private static String about(LessonAction action, String owner) {
        if (action.droppedWhy() != null) {
            return TEXTS.get("action.about.dropped", owner, action.droppedWhy());
        }
        if (action.done()) {
            return TEXTS.get(
                    "action.about.done",
                    owner,
                    LessonTools.day(Objects.requireNonNull(action.doneAt())),
                    action.evidence());
        }
        return action.due() == null
                ? TEXTS.get("action.about.open", owner)
                : TEXTS.get("action.about.due", owner, LessonTools.day(action.due()));
    }
}
