package org.startex.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.startex.debrief.Finding;
import org.startex.debrief.FindingAnswer;
import org.startex.debrief.FindingDraft;
import org.startex.debrief.FindingService;
import org.startex.kernel.EntryRef;
import org.startex.lessons.Held;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonAnswer;
import org.startex.lessons.LessonDraft;
import org.startex.lessons.LessonService;
import org.startex.lessons.LessonState;
import org.startex.scenario.Inject;
import org.startex.scenario.Scenario;
import org.startex.testing.PlayedExercise;
import org.startex.ui.CitedBy;
import org.startex.ui.StaffScreenTest;

class UC020LearnLessonTest extends StaffScreenTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    FindingService findings;

    @Autowired
    LessonService lessons;

    @Autowired
    LessonsCitedBy citedBy;

    private PlayedExercise played;
    private Finding finding;

    @BeforeEach
    void anExerciseWithAFinding() {
        played = PlayedExercise.ended(context);
        finding = ((FindingAnswer.Done) findings.record(
                        played.evaluator(),
                        played.id(),
                        new FindingDraft(
                                "The lane was closed late",
                                "Closed before the plume",
                                "People drove into smoke",
                                "Decision making",
                                false,
                                List.of(played.inject().seq(), played.decision()))))
                .finding();
        time.advance(Duration.ofHours(1));
    }

    private Lesson aLesson(String title) {
        return done(lessons.identify(
                played.evaluator(), finding.id(), new LessonDraft(title, "Keep a list of closures", "Warning", false)));
    }

    private static Lesson done(LessonAnswer answer) {
        assertThat(answer).isInstanceOf(LessonAnswer.Done.class);
        return ((LessonAnswer.Done) answer).lesson();
    }

    private Lesson now(Lesson lesson) {
        return lessons.lesson(played.director(), lesson.id()).orElseThrow();
    }

    private void open(Lesson lesson) {
        navigate(LessonView.class, Map.of("number", Integer.toString(lesson.number())));
    }

    private void openIdentify() {
        UI.getCurrent()
                .navigate(
                        "lessons/new",
                        QueryParameters.of("finding", finding.id().toString()));
    }

    private void openMine() {
        navigate(LessonsView.class);
        test(find(Button.class).withTextContaining("My actions").single()).click();
    }

    @Test
    void anEvaluatorMakesALessonOfAFinding() {
        signIn("evaluator");
        openIdentify();
        assertThat(pageText()).contains("The lane was closed late").contains("Closed before the plume");
        press("Identify lesson");
        assertThat(lessons.of(played.director(), finding.id())).isEmpty();

        write("The lesson in a line", "Close lanes before the plume");
        write("What should change", "Keep a list of closures by wind");
        test(find(Checkbox.class)
                        .withLabel("It is about what people know or can do")
                        .single())
                .click();
        press("Identify lesson");

        assertThat(lessons.of(played.director(), finding.id())).singleElement().satisfies(lesson -> {
            assertThat(lesson.title()).isEqualTo("Close lanes before the plume");
            assertThat(lesson.theme()).isEqualTo("Decision making");
            assertThat(lesson.skill()).isTrue();
        });
        assertThat(pageText()).contains("Waiting to be accepted").contains("Where it comes from");
        assertThat(offers("Accept…")).isFalse();
        assertThat(offers("Reword…")).isTrue();
    }

    @Test
    void aPlayerMakesNone() {
        signIn("apprentice");
        openIdentify();
        assertThat(offers("Identify lesson")).isFalse();
    }

    @Test
    void aLessonShowsTheEntriesItCitesWithTheirHashes() {
        Lesson lesson = aLesson("Close lanes early");
        open(lesson);
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("exercise/" + played.id() + "/log?entry=" + played.decision());
        lessons.cited(played.director(), lesson.id())
                .forEach(cited -> assertThat(pageText()).contains(cited.hash()));
        assertThat(citedBy.of(played.director(), new EntryRef(played.id(), played.decision())))
                .extracting(CitedBy.Link::path)
                .contains("lessons/" + lesson.number());
        assertThat(citedBy.of(played.price(), new EntryRef(played.id(), played.decision())))
                .isEmpty();
    }

    @Test
    void aDirectorAcceptsALessonWithItsOwnerAndDay() {
        Lesson lesson = aLesson("Close lanes early");
        open(lesson);
        press("Accept…");
        @SuppressWarnings("unchecked")
        ComboBox<Object> owner = find(ComboBox.class).withLabel("Owner").single();
        owner.setValue(owner.getListDataView()
                .getItems()
                .filter(one -> one.toString().contains("username=controller"))
                .findFirst()
                .orElseThrow());
        press("Accept lesson");
        assertThat(now(lesson).state()).isEqualTo(LessonState.ACCEPTED);
        assertThat(now(lesson).owner()).isEqualTo(played.controller().person());
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(pageText()).contains("Accepted");
    }

    @Test
    void decliningNeedsAReason() {
        Lesson lesson = aLesson("Close lanes early");
        open(lesson);
        press("Decline…");
        press("Decline lesson");
        assertThat(now(lesson).state()).isEqualTo(LessonState.IDENTIFIED);
        write("Reason", "The highways authority does this");
        press("Decline lesson");
        assertThat(now(lesson).state()).isEqualTo(LessonState.DECLINED);
        assertThat(pageText()).contains("The highways authority does this");
    }

    @Test
    void theListIsFilteredAndCounted() {
        Lesson lesson = aLesson("Write the log in the room");
        done(lessons.plan(played.director(), lesson.id(), played.controller().person(), LocalDate.of(2026, 5, 1)));
        aLesson("Another lesson entirely");
        navigate(LessonsView.class);
        assertThat(find(Checkbox.class).all())
                .anySatisfy(box -> assertThat(box.getLabel()).matches("Overdue \\([1-9][0-9]*\\)"));
        test(one(org.startex.ui.SearchField.class)).setValue("log in the room");
        @SuppressWarnings("unchecked")
        Grid<Lesson> grid = find(Grid.class).single();
        assertThat(grid.getListDataView().getItems())
                .extracting(Lesson::title)
                .containsOnly("Write the log in the room");
        test(one(org.startex.ui.SearchField.class)).setValue("no such words anywhere");
        assertThat(pageText()).contains("Nothing fits");
    }

    @Test
    void aLessonIsMovedOnTheBoardByItsButtons() {
        Lesson lesson = aLesson("Move me by keyboard");
        navigate(LessonsView.class);
        test(one(org.startex.ui.SearchField.class)).setValue("Move me by keyboard");
        test(find(Button.class).withTextContaining("Board").single()).click();
        assertThat(pageText()).contains("Move me by keyboard");
        test(find(Button.class)
                        .withAriaLabelContaining("Accept… lesson " + lesson.number())
                        .single())
                .click();
        press("Accept lesson");
        assertThat(now(lesson).state()).isEqualTo(LessonState.ACCEPTED);
    }

    @Test
    void ownActionsAreTickedWithEvidence() {
        Lesson lesson = aLesson("List of closures");
        done(lessons.accept(played.director(), lesson.id(), ""));
        done(lessons.addAction(
                played.director(),
                lesson.id(),
                "Draw up the list of closures",
                played.apprentice().person(),
                LocalDate.of(2026, 5, 1)));
        signIn("apprentice");
        openMine();
        assertThat(pageText()).contains("Draw up the list of closures").contains("Overdue");
        test(find(Button.class)
                        .withAriaLabelContaining("Tick done… Draw up the list of closures")
                        .all()
                        .getFirst())
                .click();
        press("Tick done");
        assertThat(now(lesson).openActions()).hasSize(1);
        write("What shows it", "On the shared drive");
        press("Tick done");
        assertThat(now(lesson).openActions()).isEmpty();
    }

    @Test
    void whoHasNothingToDoIsToldSo() {
        signIn("author");
        openMine();
        assertThat(pageText()).contains("You have nothing to do for a lesson");
    }

    @Test
    void aLessonIsAttachedTestedAndJudged() {
        Lesson lesson = aLesson("Tested by the next exercise");
        done(lessons.accept(played.director(), lesson.id(), ""));
        done(lessons.implemented(played.director(), lesson.id(), "In the plan"));
        open(lesson);
        assertThat(pageText()).contains("nothing tests it yet");
        attach(played.inject().number().value());
        assertThat(pageText()).contains("tests it");

        navigateToInject();
        assertThat(pageText()).contains("Tests lesson " + lesson.number());

        time.advance(Duration.ofDays(20));
        PlayedExercise again = PlayedExercise.ended(context);
        open(lesson);
        assertThat(pageText()).contains("To be judged");
        judge(again, Held.HELD, "Closed at once");
        assertThat(now(lesson).state()).isEqualTo(LessonState.EMBEDDED);
        assertThat(pageText()).contains("Embedded: it held in").contains("Closed at once");
    }

    private void attach(String number) {
        press("Attach to an inject…");
        @SuppressWarnings("unchecked")
        ComboBox<Scenario> scenario = find(ComboBox.class).withLabel("Scenario").single();
        scenario.setValue(scenario.getListDataView()
                .getItems()
                .filter(one -> one.slug().equals("caravan-site"))
                .findFirst()
                .orElseThrow());
        @SuppressWarnings("unchecked")
        ComboBox<Inject> inject = find(ComboBox.class).withLabel("Inject").single();
        inject.setValue(inject.getListDataView()
                .getItems()
                .filter(one -> one.number().value().equals(number))
                .findFirst()
                .orElseThrow());
        press("Attach to inject");
    }

    private void navigateToInject() {
        UI.getCurrent().navigate("library/caravan-site");
        Inject wanted = context
                .getBean(org.startex.scenario.ScenarioService.class)
                .scenario(played.director(), "caravan-site")
                .orElseThrow()
                .injects()
                .stream()
                .filter(inject -> inject.number().equals(played.inject().number()))
                .findFirst()
                .orElseThrow();
        @SuppressWarnings("unchecked")
        Grid<Inject> grid = find(Grid.class).all().getFirst();
        test(grid).select(grid.getListDataView().getItems().toList().indexOf(wanted));
    }

    private void judge(PlayedExercise again, Held held, String why) {
        test(find(Button.class).withText("Judge…").all().getFirst()).click();
        judgedNow(again, held, why);
    }

    private void judgedNow(PlayedExercise again, Held held, String why) {
        press("Save judgement");
        assertThat(find(Dialog.class).exists()).isTrue();
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Held> choice = find(RadioButtonGroup.class).single();
        choice.setValue(held);
        write("How do you know?", why);
        write("More entries", "" + again.decision());
        press("Save judgement");
        assertThat(find(Dialog.class).exists()).isFalse();
    }

    @Test
    void theDebriefListsWhatTheExerciseTests() {
        Lesson lesson = aLesson("Judged where it was tested");
        done(lessons.accept(played.director(), lesson.id(), ""));
        done(lessons.implemented(played.director(), lesson.id(), "In the plan"));
        done(lessons.attach(
                played.director(), lesson.id(), "caravan-site", played.inject().number()));
        time.advance(Duration.ofDays(20));
        PlayedExercise again = PlayedExercise.ended(context);
        signIn("evaluator");
        openTested(again);
        assertThat(pageText())
                .contains("Judged where it was tested")
                .contains("delivered, entry " + again.inject().seq());
        test(find(Button.class).withAriaLabelContaining("Judge…").last()).click();
        judgedNow(again, Held.PARTLY, "One lane of two");
        assertThat(now(lesson).state()).isEqualTo(LessonState.IMPLEMENTED);
        assertThat(pageText()).contains("One lane of two");
    }

    private static void openTested(PlayedExercise exercise) {
        UI.getCurrent().navigate("exercise/" + exercise.id() + "/debrief", QueryParameters.of("tab", "lessons"));
    }

    @Test
    void aLessonThatIsNotThereSaysSo() {
        navigate(LessonView.class, Map.of("number", "99999"));
        assertThat(pageText()).contains("There is no such lesson");
        navigate(LessonView.class, Map.of("number", "x"));
        assertThat(pageText()).contains("There is no such lesson");
    }
}
