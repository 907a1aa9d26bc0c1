package org.startex.ui.lessons;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.startex.kernel.Texts;
import org.startex.lessons.LessonAction;
import org.startex.lessons.OwnAction;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;

/** What whoever sits here has to do for lessons, and has done. */
final class OwnActionsPanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lessons");

    OwnActionsPanel(LessonTools tools, LessonActs acts, String search) {
        addClassNames("panel", "lesson-list");
        List<OwnAction> own = tools.lessons().ownActions(tools.caller()).stream()
                .filter(each -> (each.action().text() + " " + each.lesson().title())
                        .toLowerCase(Locale.ROOT)
                        .contains(search.toLowerCase(Locale.ROOT)))
                .toList();
        long late = own.stream()
                .filter(each -> each.action().overdue(tools.today()))
                .count();
        add(Html.div("ph", new H2(TEXTS.get("mine.title")), Html.span("n", TEXTS.get("mine.overdue", late))));
        if (own.isEmpty()) {
            add(new EmptyState(TEXTS.get(search.isEmpty() ? "mine.empty" : "none-found")));
            return;
        }
        UnorderedList list = new UnorderedList();
        own.forEach(each -> list.add(line(tools, acts, each)));
        add(list);
    }

    private static ListItem line(LessonTools tools, LessonActs acts, OwnAction own) {
        LessonAction action = own.action();
        ListItem line = new ListItem(
                ActionsPanel.chip(tools, action),
                Html.div(
                        "stack tight sp",
                        Html.span("", action.text()),
                        Html.div(
                                "row wrap s m",
                                Html.span(
                                        "",
                                        action.due() == null
                                                ? TEXTS.get("due.none")
                                                : TEXTS.get("mine.due", LessonTools.day(action.due()))),
                                new Anchor(
                                        LessonNavigation.lesson(own.lesson().number()),
                                        TEXTS.get(
                                                "lesson.title",
                                                own.lesson().number(),
                                                own.lesson().title())))));
        if (action.open()) {
            Button tick = new Button(TEXTS.get("tick"), click -> acts.tick(own.lesson(), action));
            tick.addThemeVariants(ButtonVariant.LUMO_SMALL);
            tick.setAriaLabel(TEXTS.get("act.of-action", tick.getText(), action.text()));
            line.add(tick);
        }
        return line;
    }
}
