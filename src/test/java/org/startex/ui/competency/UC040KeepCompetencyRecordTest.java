package org.startex.ui.competency;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.competency.EvidenceService;
import org.startex.competency.LearnerService;
import org.startex.conduct.JoinCode;
import org.startex.conduct.Joining;
import org.startex.kernel.ClientId;
import org.startex.kernel.EntryRef;
import org.startex.kernel.EvidenceId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.KsbCode;
import org.startex.logbook.DecisionDraft;
import org.startex.logbook.LogbookService;
import org.startex.people.Caller;
import org.startex.people.PersonName;
import org.startex.standards.Ksb;
import org.startex.ui.CitedBy;
import org.startex.ui.StaffScreenTest;

class UC040KeepCompetencyRecordTest extends StaffScreenTest {
    @Autowired
    LogbookService logbook;

    @Autowired
    LearnerService learners;

    @Autowired
    EvidenceService evidence;

    @Autowired
    List<CitedBy> citing;

    @Test
    void whoeverHasNoRecordIsToldWhatItIsAndBeginsOne() {
        signIn("author");
        navigate(MyRecordView.class);
        assertThat(pageText())
                .contains("Keep a record of what you can do")
                .contains("Nobody else reads your record")
                .contains("Open Government Licence");
        press("Begin my record");
        assertThat(pageText()).contains("Nobody can judge your claims yet. Name an assessor.");
        ComboBox<PersonName> choose =
                find(ComboBox.class).withCaption("Assessor").single();
        test(choose).selectItem("H. Castellan, Northmarch College");
        press("Name assessor");
        assertThat(pageText()).contains("H. Castellan").contains("Assessors 1");
    }

    @Test
    void theDemonstrationApprenticeIsEnrolledWithTheAssessor() {
        signIn("apprentice");
        navigate(MyRecordView.class);
        assertThat(pageText()).contains("Knowledge").contains("of 27 with evidence accepted");
        assertThat(learners.mine(caller("apprentice")).orElseThrow().assessors())
                .extracting(one -> one.name())
                .contains("H. Castellan");
    }

    @Test
    void allSixtyTwoKsbsStandInTheMatrixAndEachOpensInTheStandardsWords() {
        signIn("apprentice");
        navigate(MyRecordView.class);
        List<NativeButton> tiles = find(NativeButton.class).all().stream()
                .filter(button -> button.hasClassName("tile"))
                .toList();
        assertThat(tiles).hasSize(62);
        test(tile("S6")).click();
        assertThat(pageText()).contains("Keep records of decisions, actions, those responsible and rationale.");
        test(tile("K1")).click();
        assertThat(pageText()).contains("an exercise will rarely show it");
        press("By duty");
        assertThat(pageText()).contains("Duty 11");
        press("Gaps");
        // Of the 31 that belong to no such duty; tests before this one may have accepted a piece for some.
        assertThat(number("(\\d+) more without a piece")).isBetween(1, 31);
    }

    private int number(String pattern) {
        Matcher said = Pattern.compile(pattern).matcher(pageText());
        assertThat(said.find()).as("%s in: %s", pattern, pageText()).isTrue();
        return Integer.parseInt(said.group(1));
    }

    @Test
    void aDecisionInASealedExerciseBecomesAPieceThatLeadsBackToItsEntry() {
        ExerciseId id = aSealedExerciseWithADecision("Close the coast road at once");
        signIn("apprentice");
        navigate(MyRecordView.class, Map.of());
        press(caption("To make evidence of"));
        assertThat(pageText()).contains("Close the coast road at once").contains("Names ");
        proposal("Close the coast road at once");
        write("What it shows", "I decided before the wind turned, and said why.");
        CheckboxGroup<Ksb> named = find(CheckboxGroup.class)
                .withCaption("Named by the inject or the observation")
                .single();
        Ksb first = named.getListDataView().getItem(0);
        named.setValue(Set.of(first));
        press("Make evidence");

        EvidenceId piece = piece(id);
        navigate(EvidenceView.class, Map.of("id", piece.toString()));
        assertThat(pageText())
                .contains("Close the coast road at once")
                .contains("The wind turns at 10:45")
                .contains("I decided before the wind turned, and said why.")
                .contains(evidence.piece(caller("apprentice"), piece).context().hash())
                .contains(first.text())
                .contains("Waiting");
        press("Check against the record");
        assertThat(pageText()).contains("It holds: entry");
    }

    @Test
    void withoutWordsNothingIsMadeAndTheDialogSaysWhatToDo() {
        aSealedExerciseWithADecision("Open the rest centre early");
        signIn("apprentice");
        navigate(MyRecordView.class);
        press(caption("To make evidence of"));
        proposal("Open the rest centre early");
        press("Make evidence");
        assertThat(pageText()).contains("Say in a sentence or two what it shows");
    }

    @Test
    void theAssessorIsLinkedToWhatTheyMayReadAndStaffReachTheLog() {
        ExerciseId id = aSealedExerciseWithADecision("Ring the farms");
        EntryRef entry = new EntryRef(id, decision(id));
        evidence.submit(caller("apprentice"), entry, 0, "It shows who was rung", Set.of(new KsbCode("S6")));
        EvidenceId piece = piece(id);
        assertThat(links(caller("apprentice"), entry)).containsExactly("competency/evidence/" + piece);
        assertThat(links(new Caller.SignedIn(person("assessor").person(), Set.of(InstallationRole.ASSESSOR)), entry))
                .hasSize(1);
        assertThat(links(caller("director"), entry)).isEmpty();
        assertThat(links(caller("admin"), entry)).isEmpty();

        signIn("director");
        navigate(EvidenceView.class, Map.of("id", piece.toString()));
        assertThat(pageText()).contains("not yours to read").doesNotContain("It shows who was rung");
    }

    private List<String> links(Caller caller, EntryRef entry) {
        return citing.stream()
                .flatMap(one -> one.of(caller, entry).stream())
                .map(CitedBy.Link::path)
                .filter(path -> path.startsWith("competency"))
                .toList();
    }

    private EvidenceId piece(ExerciseId id) {
        return learners.mine(caller("apprentice")).orElseThrow().pieces().stream()
                .filter(one -> one.entry().exercise().equals(id))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private long decision(ExerciseId id) {
        return logbook.decisions(Caller.PROGRAM, id).getFirst().seq();
    }

    private NativeButton tile(String code) {
        return find(NativeButton.class).all().stream()
                .filter(button -> button.getElement().getAttribute("aria-label") != null)
                .filter(button -> button.getElement().getAttribute("aria-label").startsWith(code + ":"))
                .findFirst()
                .orElseThrow();
    }

    /** The whole caption of the filter that begins so. */
    private String caption(String beginning) {
        return find(com.vaadin.flow.component.button.Button.class).all().stream()
                .map(button -> button.getText())
                .filter(text -> text.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private void proposal(String decision) {
        test(find(com.vaadin.flow.component.button.Button.class).all().stream()
                        .filter(button -> button.getAriaLabel()
                                .filter(label -> label.contains(decision))
                                .isPresent())
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private ExerciseId aSealedExerciseWithADecision(String decision) {
        ExerciseId id = aPlannedExercise();
        JoinCode code = joining.codes(caller("director"), id).stream()
                .filter(each -> TACTICAL.equals(each.cell()))
                .findFirst()
                .orElseThrow();
        Joining.Result joined =
                joining.join(caller("apprentice"), new Joining.Request(code.code(), "", "", "", "10.1.1.2"));
        assertThat(joined).isInstanceOf(Joining.Result.Joined.class);
        done(conduct.start(caller("director"), id, ClientId.random()));
        long inject = play(id).delivered().getFirst().seq();
        done(logbook.logDecision(
                caller("apprentice"),
                id,
                ClientId.random(),
                new DecisionDraft(inject, List.of(inject), decision, "The wind turns at 10:45", "", "", List.of(), ""),
                time.instant()));
        done(conduct.end(caller("director"), id, ClientId.random(), ""));
        done(conduct.seal(caller("director"), id, ClientId.random()));
        return id;
    }
}
