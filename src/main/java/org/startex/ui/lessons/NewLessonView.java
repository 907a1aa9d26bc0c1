package org.startex.ui.lessons;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.startex.debrief.Finding;
import org.startex.kernel.FindingId;
import org.startex.kernel.Texts;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonAnswer;
import org.startex.lessons.LessonDraft;
import org.startex.lessons.LessonFault;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.MainLayout;
import org.startex.ui.Notice;
import org.startex.ui.Words;

/** Makes a lesson of a finding: beside the form stands what was found. */
@Route(value = "lessons/new", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://app/lessons.css")
class NewLessonView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lessons");

    private final transient LessonTools tools;
    private final Div problem = Html.div("");

    NewLessonView(LessonTools tools) {
        this.tools = tools;
        addClassNames("page", "lesson-page");
        problem.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(Html.p("working-record", TEXTS.get("working-record")));
        add(Html.div(
                "stack tight",
                Html.div("row s", new Anchor("lessons", TEXTS.get("lessons")), Html.span("m", "/")),
                new H1(TEXTS.get("new.title"))));
        Optional<Finding> finding = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("finding")
                .flatMap(NewLessonView::id)
                .flatMap(tools::finding);
        if (finding.isEmpty()) {
            add(new EmptyState(TEXTS.get("new.no-finding"), new Anchor(".", TEXTS.get("new.no-finding.next"))));
        } else if (!tools.identifies(finding.get().exercise())) {
            add(Notice.info(TEXTS.get("new.not-yours")));
        } else {
            form(finding.get());
        }
    }

    private static Optional<FindingId> id(String text) {
        try {
            return Optional.of(FindingId.of(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private void form(Finding finding) {
        TextField title = new TextField(TEXTS.get("field.title"));
        title.setMaxLength(120);
        title.setRequiredIndicatorVisible(true);
        title.setAutofocus(true);
        TextArea recommendation = new TextArea(TEXTS.get("field.recommendation"));
        recommendation.setMaxLength(4000);
        recommendation.setMinRows(4);
        recommendation.setRequiredIndicatorVisible(true);
        ComboBox<String> theme = LessonActs.DraftFields.themes(tools);
        theme.setValue(finding.theme());
        LessonActs.DraftFields fields = new LessonActs.DraftFields(title, recommendation, theme);
        Button act = new Button(TEXTS.get("new.submit"), click -> {
            problem.removeAll();
            title.setInvalid(false);
            recommendation.setInvalid(false);
            theme.setInvalid(false);
            send(finding, fields.draft(), fault -> {
                switch (fault.field()) {
                    case "title" -> invalid(title, fault);
                    case "recommendation" -> invalid(recommendation, fault);
                    case "theme" -> invalid(theme, fault);
                    default -> problem.add(Notice.problem(fault.message()));
                }
            });
        });
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act.getElement().setAttribute("data-submit", "");
        Div form = Html.div(
                "panel pad form",
                title,
                recommendation,
                theme,
                fields.skill(),
                Html.p("m s", TEXTS.get("field.skill.help")),
                problem,
                Html.div("row", act));
        Div beside = Html.div("stack");
        List<Lesson> already = tools.lessons().of(tools.caller(), finding.id());
        if (!already.isEmpty()) {
            Div others = Html.div("stack tight");
            already.forEach(lesson -> others.add(LessonLink.to(lesson)));
            beside.add(Html.div("panel pad", Html.p("s", TEXTS.get("new.already")), others));
        }
        beside.add(new SourcePanel(tools, finding));
        add(Html.div("lesson-columns", form, beside));
    }

    private static void invalid(com.vaadin.flow.component.HasValidation field, LessonFault fault) {
        field.setInvalid(true);
        field.setErrorMessage(fault.message());
    }

    private void send(Finding finding, LessonDraft draft, java.util.function.Consumer<LessonFault> refused) {
        try {
            switch (tools.lessons().identify(tools.caller(), finding.id(), draft)) {
                case LessonAnswer.Done(Lesson lesson) ->
                    UI.getCurrent().navigate(LessonNavigation.lesson(lesson.number()));
                case LessonAnswer.Refused(LessonFault fault) -> refused.accept(fault);
            }
        } catch (org.startex.people.NotAllowed notAllowed) {
            problem.add(Notice.problem(Words.say("act.not-allowed")));
        }
    }

    @Override
    public String getPageTitle() {
        return Words.say("title", TEXTS.get("new.title"));
    }
}
