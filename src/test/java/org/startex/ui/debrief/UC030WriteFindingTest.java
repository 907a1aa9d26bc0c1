package org.startex.ui.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.debrief.Finding;
import org.startex.debrief.FindingAnswer;
import org.startex.debrief.FindingDraft;
import org.startex.debrief.FindingService;
import org.startex.debrief.HotAnswer;
import org.startex.debrief.HotDebriefResult;
import org.startex.debrief.HotDebriefService;
import org.startex.debrief.Naming;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.people.Caller;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.StaffScreenTest;

class UC030WriteFindingTest extends StaffScreenTest {
    @Autowired
    FindingService findings;

    @Autowired
    HotDebriefService debriefs;

    @Test
    void beforeEndexTheScreenSaysWhenFindingsAreWritten() {
        ExerciseId id = aRunningExercise();
        open(id);
        assertThat(pageText()).contains("Findings are written after ENDEX");
        assertThat(offers("Write a finding")).isFalse();
    }

    @Test
    void aFindingIsWrittenWithTheEntriesThatShowItAndLinksToThem() {
        ExerciseId id = anEndedExercise();
        signIn("evaluator");
        open(id);
        assertThat(pageText()).contains("No findings yet");
        press("Write a finding");
        press("Save the finding");
        assertThat(findings.findings(caller("director"), id))
                .as("nothing is half-written")
                .isEmpty();

        write("What happened?", "Both cells closed Mill Lane");
        write("What was expected?", "One cell closes it");
        write("Why does it matter?", "Crews met a shut gate");
        test(one(ComboBox.class)).selectItem("Role resilience");
        cites().setValue(Set.of(1L, 2L));
        press("Save the finding");

        assertThat(findings.findings(caller("director"), id)).singleElement().satisfies(finding -> {
            assertThat(finding.what()).isEqualTo("Both cells closed Mill Lane");
            assertThat(finding.cites()).containsExactly(1L, 2L);
            assertThat(finding.goodPractice()).isFalse();
        });
        assertThat(pageText()).contains("Finding 1").contains("Both cells closed Mill Lane");
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("exercise/" + id + "/log?entry=1", "exercise/" + id + "/log?entry=2");
    }

    @Test
    void findingsAreFoundByWordsChangedAndWithdrawn() {
        ExerciseId id = anEndedExercise();
        aFinding(id, "Maps were on the wall", true);
        aFinding(id, "Nobody owned the road closure", false);
        open(id);
        assertThat(pageText()).contains("Maps were on the wall").contains("Nobody owned the road closure");
        press("Good practice 1");
        assertThat(pageText()).contains("Maps were on the wall").doesNotContain("Nobody owned the road closure");
        press("To improve 1");
        press("Change");
        write("What happened?", "Nobody owned Mill Lane");
        press("Save the finding");
        assertThat(pageText()).contains("Nobody owned Mill Lane").contains("History: 2 versions");

        press("Withdraw");
        press("Withdraw the finding");
        assertThat(findings.findings(caller("director"), id)).hasSize(2);
        write("Why does it no longer stand?", "Written twice");
        press("Withdraw the finding");
        assertThat(findings.findings(caller("director"), id))
                .extracting(Finding::number)
                .containsExactly(1);
        assertThat(pageText()).contains("Withdrawn (1)").contains("Written twice");
    }

    @Test
    void theHotDebriefIsSetBeforeEndexAnsweredByStaffAndReadAfterClosing() {
        ExerciseId id = aPlannedExercise();
        Caller.Joined rahman = joins(id, TACTICAL, "A. Rahman");
        done(conduct.start(caller("director"), id, ClientId.random()));
        hotTab(id);
        assertThat(pageText()).contains("opens by itself at ENDEX");
        naming().setValue(Naming.CHOICE);
        naming().setValue(Naming.NAMED);
        assertThat(debriefs.hotDebrief(rahman, id).naming()).isEqualTo(Naming.NAMED);

        done(conduct.end(caller("director"), id, ClientId.random(), ""));
        assertThat(debriefs.answer(
                        rahman, id, new HotAnswer(true, "slip-of-chance-number-1", "", "Nobody owned the road", "")))
                .isInstanceOf(HotDebriefResult.Done.class);
        hotTab(id);
        assertThat(pageText()).contains("Nobody owned the road").contains("A. Rahman, Tactical");
        write("What went well?", "Maps were on the wall");
        press("Send my answer");
        assertThat(pageText()).contains("Sent with your name").contains("Maps were on the wall");

        press("Close the hot debrief…");
        press("Close the hot debrief");
        assertThat(debriefs.hotDebrief(rahman, id).state()).isEqualTo(org.startex.debrief.HotDebrief.State.CLOSED);
        assertThat(pageText()).contains("It is closed");
    }

    private ExerciseId anEndedExercise() {
        ExerciseId id = aRunningExercise();
        done(conduct.end(caller("director"), id, ClientId.random(), ""));
        return id;
    }

    private void aFinding(ExerciseId id, String what, boolean good) {
        FindingAnswer answer = findings.record(
                caller("director"),
                id,
                new FindingDraft(what, "Expected", "It matters", "Role resilience", good, List.of(1L)));
        assertThat(answer).isInstanceOf(FindingAnswer.Done.class);
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<Long> cites() {
        return one(MultiSelectComboBox.class);
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Naming> naming() {
        return find(RadioButtonGroup.class).withLabel("Do answers carry names?").single();
    }

    private void open(ExerciseId id) {
        navigate(DebriefView.class, Map.of("id", id.toString()));
    }

    private void hotTab(ExerciseId id) {
        UI.getCurrent().navigate(ExerciseNavigation.debrief(id), QueryParameters.of("tab", "hot"));
    }
}
