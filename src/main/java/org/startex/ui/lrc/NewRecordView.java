package org.startex.ui.lrc;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;
import org.startex.kernel.LessonId;
import org.startex.kernel.Texts;
import org.startex.lessons.Lesson;
import org.startex.lrc.LrcAnswer;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.MainLayout;
import org.startex.ui.Notice;
import org.startex.ui.Words;

/** A new improvement record: always because of a lesson. */
@Route(value = "lrc/new", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://app/lrc.css")
class NewRecordView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private final transient LrcTools tools;

    NewRecordView(LrcTools tools) {
        this.tools = tools;
        addClassNames("page", "lrc");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Optional<Lesson> lesson = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("lesson")
                .flatMap(NewRecordView::id)
                .flatMap(id -> tools.lessons().lesson(tools.caller(), id));
        add(new LrcHead(LrcTab.RECORDS, TEXTS.get("new.title")));
        if (!tools.writes()) {
            add(Notice.info(TEXTS.get("new.not-allowed")));
        } else {
            lesson.ifPresentOrElse(
                    this::form,
                    () -> add(Html.div(
                            "panel",
                            new EmptyState(
                                    TEXTS.get("new.no-lesson"),
                                    new Anchor("lessons", TEXTS.get("new.no-lesson.next"))))));
        }
    }

    private static Optional<LessonId> id(String text) {
        try {
            return Optional.of(new LessonId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private void form(Lesson lesson) {
        Section because = new Section(
                new H2(TEXTS.get("new.because")),
                new Anchor(
                        "lessons/" + lesson.number(),
                        TEXTS.get("lesson.numbered", Integer.toString(lesson.number()), lesson.title())),
                Html.p("lines", lesson.recommendation()));
        because.addClassNames("panel", "pad");
        ImprovementForm form = new ImprovementForm(tools, null);
        Div outcome = Html.div("outcome");
        outcome.getElement().setAttribute("role", "status");
        Button propose = new Button(TEXTS.get("new.submit"), click -> {
            outcome.removeAll();
            if (form.stepChosen()) {
                switch (tools.improvements().propose(tools.caller(), lesson.id(), form.draft())) {
                    case LrcAnswer.Done(String number) ->
                        getUI().ifPresent(ui -> ui.navigate(LrcNavigation.record(Integer.parseInt(number))));
                    case LrcAnswer.Refused(var refusal) -> outcome.add(Notice.problem(refusal.message()));
                }
            }
        });
        propose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        propose.getElement().setAttribute("data-submit", "");
        add(because, Html.div("panel pad", form, outcome, Html.div("row", propose)));
    }

    @Override
    public String getPageTitle() {
        return Words.say("title", TEXTS.get("new.title"));
    }
}
