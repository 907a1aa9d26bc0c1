package org.startex.ui.lessons;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.startex.kernel.PersonId;
import org.startex.kernel.Texts;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonAct;
import org.startex.lessons.LessonAttachment;
import org.startex.lessons.LessonTest;
import org.startex.lessons.ScenarioInject;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.Icon;

/** What tests a lesson: the injects it is attached to, and the exercises that have tested it, with what was said of each. */
final class TestsPanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lessons");

    TestsPanel(
            LessonTools tools, LessonActs acts, Lesson lesson, Map<PersonId, String> names, Consumer<Lesson> changed) {
        addClassNames("panel", "lesson-list");
        Set<LessonAct> may = acts.allowed(lesson);
        Div head = Html.div("ph", new H2(TEXTS.get("tests")), Html.spring());
        if (may.contains(LessonAct.ATTACH)) {
            Button attach = new Button(TEXTS.get("attach"), click -> new AttachDialog(tools, lesson, changed).open());
            attach.addThemeVariants(ButtonVariant.LUMO_SMALL);
            head.add(attach);
        }
        add(head);
        UnorderedList list = new UnorderedList();
        lesson.attachments().stream()
                .filter(LessonAttachment::open)
                .forEach(attachment -> list.add(attached(tools, acts, may, lesson, attachment)));
        List<LessonTest> tests = tools.lessons().tests(tools.caller(), lesson.id());
        tests.reversed()
                .forEach(test -> list.add(new ListItem(new TestLine(tools, lesson, test, names, changed, false))));
        if (list.getChildren().findAny().isEmpty()) {
            add(new EmptyState(TEXTS.get(
                    may.contains(LessonAct.ATTACH)
                            ? "tests.empty"
                            : lesson.state() == org.startex.lessons.LessonState.IDENTIFIED
                                    ? "tests.not-yet"
                                    : "tests.none")));
        } else {
            add(list);
        }
    }

    private static ListItem attached(
            LessonTools tools, LessonActs acts, Set<LessonAct> may, Lesson lesson, LessonAttachment attachment) {
        ScenarioInject inject = attachment.inject();
        String words = inject == null
                ? TEXTS.get("attached.hidden")
                : TEXTS.get("attached", inject.number().value(), tools.scenarioTitle(inject.slug()));
        ListItem line = new ListItem(
                Html.span("mkc held", new Icon("flag")),
                Html.div(
                        "stack tight sp",
                        Html.span("", words),
                        Html.span("m s", TEXTS.get("attached.since", LessonTools.day(attachment.at())))));
        if (may.contains(LessonAct.DETACH)) {
            Button off = new Button(TEXTS.get("detach"), click -> acts.detach(lesson, attachment));
            off.addThemeVariants(ButtonVariant.LUMO_SMALL);
            off.setAriaLabel(TEXTS.get("act.of-action", off.getText(), words));
            line.add(off);
        }
        return line;
    }
}
