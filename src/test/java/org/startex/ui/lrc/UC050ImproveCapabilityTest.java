package org.startex.ui.lrc;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.startex.kernel.EntryRef;
import org.startex.kernel.LrcCode;
import org.startex.lessons.Held;
import org.startex.lrc.Improvement;
import org.startex.lrc.ImprovementDraft;
import org.startex.lrc.ImprovementFilter;
import org.startex.lrc.ImprovementKind;
import org.startex.lrc.ImprovementService;
import org.startex.lrc.ImprovementState;
import org.startex.lrc.LrcAnswer;
import org.startex.lrc.ReadinessService;
import org.startex.lrc.ScaleDraft;
import org.startex.lrc.ScaleStep;
import org.startex.standards.LrcStep;
import org.startex.testing.LearnedLesson;
import org.startex.ui.CitedBy;
import org.startex.ui.StaffScreenTest;

@TestPropertySource(properties = "startex.test.lrc=true") // agrees a readiness scale, where others expect none
class UC050ImproveCapabilityTest extends StaffScreenTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    ImprovementService improvements;

    @Autowired
    ReadinessService readiness;

    @Autowired
    LrcCitations citations;

    private void aScaleIsAgreed() {
        readiness.agree(
                caller("director"),
                new ScaleDraft(
                        List.of(
                                new ScaleDraft.Step("Not begun", ""),
                                new ScaleDraft.Step("Planned", "On paper"),
                                new ScaleDraft.Step("Exercised", "Shown in an exercise")),
                        1,
                        "Working group, 12 January"));
    }

    private int aRecord(LearnedLesson learned, String title, LocalDate due) {
        LrcAnswer answer = improvements.propose(
                caller("director"),
                learned.lesson().id(),
                new ImprovementDraft(
                        title,
                        new LrcCode("step-7"),
                        null,
                        new LrcCode("response-spontaneous-volunteering"),
                        "",
                        new LrcCode("group-caravan-site-1"),
                        "Transport lead",
                        null,
                        due,
                        "Nobody waits for a lift",
                        "Minutes to the first vehicle with a lift",
                        ImprovementKind.INTERNAL_READINESS));
        return Integer.parseInt(((LrcAnswer.Done) answer).what());
    }

    private Improvement record(int number) {
        return improvements.record(caller("director"), number).orElseThrow();
    }

    private void open(int number) {
        navigate(RecordView.class, Map.of("number", Integer.toString(number)));
    }

    private static void go(String path, String parameter, String value) {
        UI.getCurrent().navigate(path, QueryParameters.of(parameter, value));
    }

    /** Where the links lead whose text holds these words. */
    private List<String> links() {
        return find(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }

    @Test
    void theWorkingGroupAgreesItsOwnScaleAndNothingIsPreset() {
        if (readiness.scale(caller("director")).isEmpty()) {
            navigate(LrcView.class);
            assertThat(pageText()).contains("The manual gives no scale and no red threshold");
        }
        navigate(ScaleView.class);
        assertThat(pageText()).contains("gives no scale and no threshold");
        if (offers("Change the scale")) {
            press("Change the scale");
        } else {
            assertThat(find(TextField.class)
                            .withLabel("Label of step 1")
                            .single()
                            .getValue())
                    .isEmpty();
        }
        write("Label of step 1", "Begun");
        write("Label of step 2", "Running");
        press("Agree scale");
        assertThat(pageText()).contains("Reason: fill this in.");
        write("Where and why it was agreed", "Meeting of 12 January");
        press("Agree scale");

        assertThat(pageText()).contains("The scale is agreed").contains("Meeting of 12 January");
        assertThat(readiness.scale(caller("director")).orElseThrow().steps())
                .extracting(ScaleStep::label)
                .startsWith("Begun", "Running");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aStepIsRatedWithAReasonAndItsHistoryTellsIt() {
        aScaleIsAgreed();
        navigate(StepView.class, Map.of("number", "8"));
        assertThat(pageText())
                .contains("What evidence shows that societal resilience is being strengthened?")
                .contains("National Consortium for Societal Resilience [UK+]");
        press("Rate this step…");
        RadioButtonGroup<ScaleStep> rank =
                find(RadioButtonGroup.class).withLabel("How ready").single();
        rank.setValue(readiness.scale(caller("director")).orElseThrow().steps().getFirst());
        press("Record rating");
        assertThat(pageText()).contains("Reason: fill this in.");
        write("Why you think so", "No method for external impact");
        press("Record rating");

        assertThat(pageText()).contains("Rated Not begun (red)").contains("No method for external impact");
        assertThat(find(ReadinessChart.class).exists()).isTrue();
        navigate(LrcView.class);
        assertThat(pageText()).contains("Red").contains("Not begun");
    }

    @Test
    void aQuestionIsAnsweredAndTheEarlierAnswerStays() {
        navigate(StepView.class, Map.of("number", "1"));
        test(find(Button.class).withAriaLabel("Answer question 1").single()).click();
        write("The working group’s answer", "To begin with Caravan site 1");
        press("Save answer");
        assertThat(pageText()).contains("To begin with Caravan site 1");
        test(find(Button.class).withAriaLabel("Answer question 1").single()).click();
        write("The working group’s answer", "To begin with two groups");
        press("Save answer");
        assertThat(pageText()).contains("To begin with two groups").contains("1 earlier answer");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aRecordIsProposedFromALessonAndCarriesWhatItNeeds() {
        LearnedLesson learned = LearnedLesson.accepted(context, "Ask what a vehicle can carry");
        go("lrc/new", "lesson", learned.lesson().id().toString());
        assertThat(pageText()).contains("Ask what a vehicle can carry");
        press("Propose record");
        Select<LrcStep> step = find(Select.class).withLabel("Step").single();
        assertThat(step.isInvalid()).isTrue();
        step.setValue(step.getListDataView().getItem(6));
        write("What changes, in a line", "Transport for people on oxygen");
        press("Propose record");
        assertThat(pageText()).contains("Owner's role: fill this in.");
        write("Owner’s role", "Transport lead");
        find(DatePicker.class).withLabel("Due").single().setValue(LocalDate.of(2026, 7, 2));
        write("Expected value", "Nobody waits for a lift");
        press("Propose record");
        assertThat(pageText()).contains("How it will be judged: fill this in.");
        write("How it will be judged", "Minutes to the first vehicle with a lift");
        press("Propose record");

        assertThat(find(RecordView.class).exists()).isTrue();
        assertThat(improvements.ofLesson(caller("director"), learned.lesson().id()))
                .extracting(Improvement::title)
                .containsExactly("Transport for people on oxygen");
        assertThat(pageText()).contains("Nobody waits for a lift").contains("Proposed");
        UI.getCurrent().navigate("lessons/" + learned.lesson().number());
        assertThat(pageText()).contains("Transport for people on oxygen");
        assertThat(links()).contains("lrc/new?lesson=" + learned.lesson().id());
    }

    @Test
    void withoutALessonThereIsNoRecord() {
        navigate("lrc/new", NewRecordView.class);
        assertThat(pageText()).contains("An improvement record starts from a lesson");
        assertThat(offers("Propose record")).isFalse();
    }

    @Test
    void theWalkBackLeadsToLessonFindingAndEntriesWithTheirHash() {
        LearnedLesson learned = LearnedLesson.accepted(context, "Close the lane by wind");
        int number = aRecord(learned, "Closure list", LocalDate.of(2030, 1, 1));
        open(number);

        EntryRef entry = new EntryRef(learned.played().id(), learned.played().decision());
        assertThat(links())
                .contains(
                        "lessons/" + learned.lesson().number(),
                        "exercise/" + learned.played().id() + "/debrief?finding="
                                + learned.finding().number(),
                        "exercise/" + learned.played().id() + "/log?entry=" + entry.seq());
        String hash = context.getBean(org.startex.lessons.LessonService.class)
                .cited(caller("director"), learned.lesson().id())
                .getLast()
                .hash();
        assertThat(pageText()).contains(hash.substring(0, 12)).contains("Not tested yet");
        assertThat(citations.of(caller("apprentice"), entry))
                .extracting(CitedBy.Link::path)
                .containsExactly("lrc/record/" + number);
    }

    @Test
    void fromProposedToEmbeddedAndOpenedAgain() {
        LearnedLesson learned = LearnedLesson.accepted(context, "One list of vehicles");
        int number = aRecord(learned, "Vehicle list", LocalDate.of(2030, 1, 1));
        open(number);
        press("Agree…");
        press("Agree record");
        press("Begin…");
        press("Record as under way");
        press("Done…");
        press("Record as done");
        assertThat(pageText()).contains("What shows it: fill this in.");
        write("What shows that it is done", "List in the plan");
        press("Record as done");
        assertThat(pageText()).contains("Done, to be tested");
        assertThat(offers("Done…")).isFalse();

        learned.implemented();
        learned.testedAgain(Held.HELD);
        open(number);
        assertThat(pageText()).contains("Embedded").contains("Held").contains("EX Caravan site, May");
        navigate(StepView.class, Map.of("number", "7"));
        assertThat(links()).contains("lrc/record/" + number);
        assertThat(pageText()).contains("Embedded");

        learned.testedAgain(Held.NOT_HELD);
        open(number);
        assertThat(pageText()).contains("Opened again").contains("Not held");
        assertThat(record(number).state()).isEqualTo(ImprovementState.UNDER_WAY);
        navigate(LrcView.class);
        assertThat(pageText()).contains("Opened again");
    }

    @Test
    @SuppressWarnings("unchecked")
    void recordsAreFilteredAndOverdueOnesStandOut() {
        LearnedLesson learned = LearnedLesson.accepted(context, "Ring the care homes");
        int late = aRecord(learned, "Phone tree", LocalDate.of(2026, 1, 1));
        int early = aRecord(learned, "Second phone tree", LocalDate.of(2030, 1, 1));
        navigate(RecordsView.class);
        RecordGrid grid = find(RecordGrid.class).single();
        assertThat(numbers(grid)).contains(late, early);

        press(overdueFilter());
        assertThat(numbers(find(RecordGrid.class).single())).contains(late).doesNotContain(early);
        open(late);
        assertThat(pageText()).contains("Overdue");

        go("lrc/records", "step", "1");
        assertThat(pageText()).contains("No record fits");
        go("lrc/records", "step", "7");
        test(find(ComboBox.class).withLabel("Owner").single()).selectItem("Transport lead");
        assertThat(numbers(find(RecordGrid.class).single())).contains(late, early);
    }

    private String overdueFilter() {
        long overdue = improvements.records(caller("director"), ImprovementFilter.ALL).stream()
                .filter(record ->
                        record.overdue(LocalDate.ofInstant(time.instant(), java.time.ZoneId.of("Europe/London"))))
                .count();
        return "Overdue " + overdue;
    }

    private static List<Integer> numbers(RecordGrid grid) {
        return grid.getListDataView().getItems().map(Improvement::number).toList();
    }

    @Test
    void groupsOfTheCaseStudyAreMarkedAndOwnOnesAreNot() {
        navigate(GroupsView.class);
        assertThat(pageText()).contains("Flood V").contains("Demonstration").contains("nobody’s record");
        press("Add priority group…");
        write("Name", "Lower Wharf");
        press("Add group");
        assertThat(pageText()).contains("Why it is a priority: fill this in.");
        write("Why a priority", "Flooded twice");
        press("Add group");
        assertThat(pageText()).contains("Lower Wharf").contains("Flooded twice");

        test(find(Button.class).withAriaLabel("Retire Lower Wharf").single()).click();
        find(TextArea.class).withLabel("Reason").single().setValue("Wall built");
        press("Retire");
        assertThat(pageText()).contains("Retired (1)");
    }

    @Test
    void whoIsNotOfTheWorkingGroupReadsAndDoesNotWrite() {
        LearnedLesson learned = LearnedLesson.accepted(context, "Keys in two places");
        int number = aRecord(learned, "Two keys", LocalDate.of(2030, 1, 1));
        signIn("apprentice");
        open(number);
        assertThat(pageText()).contains("Two keys").contains("Open to the exercise’s staff");
        assertThat(offers("Agree…")).isFalse();
        navigate(StepView.class, Map.of("number", "7"));
        assertThat(offers("Rate this step…")).isFalse();
        navigate(GroupsView.class);
        assertThat(offers("Add priority group…")).isFalse();
        go("lrc/new", "lesson", learned.lesson().id().toString());
        assertThat(pageText()).contains("The LRC working group proposes improvement records");
    }

    @Test
    void addressesThatLeadNowhereSaySo() {
        open(4711);
        assertThat(pageText()).contains("There is no improvement record with this number.");
        navigate(StepView.class, Map.of("number", "9"));
        assertThat(pageText()).contains("The manual has eight steps.");
    }
}
