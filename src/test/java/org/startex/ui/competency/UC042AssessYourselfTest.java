package org.startex.ui.competency;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.competency.Change;
import org.startex.competency.SelfAssessmentService;
import org.startex.competency.SelfRound;
import org.startex.competency.SelfRoundId;
import org.startex.standards.NosKind;
import org.startex.standards.NosReference;
import org.startex.ui.StaffScreenTest;

class UC042AssessYourselfTest extends StaffScreenTest {
    private static final NosReference RESPOND = new NosReference("SFJCCAG1", 2025);
    private static final NosKind SKILLS = NosKind.SKILLS_AND_BEHAVIOURS;

    @Autowired
    SelfAssessmentService self;

    @BeforeEach
    void nothingIsRated() {
        self.rounds(caller("apprentice")).forEach(round -> self.delete(caller("apprentice"), round.id()));
        signIn("apprentice");
    }

    @Test
    void theStandardsAreThereWithWhatIsMissing() {
        navigate(NosView.class);
        assertThat(pageText())
                .contains("A development tool rather than a test.")
                .contains("7 of the 11 core standards")
                .contains("Respond to emergencies")
                .contains("8 elements, of which 8 are summaries")
                .contains("Its elements could not be read.");
    }

    @Test
    void aRatingIsSavedAtThePressAndTheRoundIsFinishedAfterAQuestion() {
        SelfRoundId id = begin();
        open(id);
        step(1, 6);
        assertThat(round(id).lines().getFirst().rating()).isEqualTo(6);
        assertThat(pageText()).contains("Saved: 6").contains("6 of 10");
        press("Finish round…");
        press("Finish round");
        assertThat(round(id).open()).isFalse();
        assertThat(pageText()).contains("finished").contains("1 rated");
    }

    @Test
    void theRoundBeforeStandsBesideEachRating() {
        SelfRoundId first = begin();
        self.rate(caller("apprentice"), first, SKILLS, 1, 4);
        self.finish(caller("apprentice"), first);
        time.advance(Duration.ofDays(180));
        SelfRoundId second = begin();
        open(second);
        assertThat(pageText()).contains("compared with the round finished").contains("4 before");
        step(1, 7);
        assertThat(pageText()).contains("4 before, up by 3");
    }

    @Test
    void aRoundIsShownToOnePersonAndTheShowingEnds() {
        SelfRoundId id = begin();
        self.rate(caller("apprentice"), id, SKILLS, 1, 3);
        open(id);
        write("Their username", "assessor");
        press("Show");
        assertThat(pageText()).contains("H. Castellan sees this round since");

        signIn("assessor");
        navigate(NosView.class);
        assertThat(pageText()).contains("Shown to you").contains("M. Okafor: Respond to emergencies");
        open(id);
        assertThat(pageText()).contains("3 of 10").contains("It is not a test and not evidence.");
        assertThat(offers("Delete round…")).isFalse();
        assertThat(find(NativeButton.class).all()).noneMatch(button -> button.hasClassName("step"));

        signIn("apprentice");
        open(id);
        press("End showing");
        signIn("assessor");
        open(id);
        assertThat(pageText()).contains("not yours to read").doesNotContain("3 of 10");
    }

    @Test
    void aRoundIsDeletedAfterAQuestion() {
        SelfRoundId id = begin();
        open(id);
        press("Delete round…");
        assertThat(self.rounds(caller("apprentice"))).hasSize(1);
        press("Delete round");
        assertThat(self.rounds(caller("apprentice"))).isEmpty();
    }

    @Test
    void aStandardIsEnteredWithItsElements() {
        navigate(NosView.class);
        press("Enter a standard…");
        press("Enter standard");
        assertThat(pageText()).contains("The reference number is 4 to 20 capitals");
        write("Reference number (URN)", "sfjccaa9");
        test(find(IntegerField.class).withLabel("Year of approval").single()).setValue(2024);
        write("Title", "A standard of our own");
        press("Enter standard");
        assertThat(pageText()).contains("A standard of our own").contains("No elements yet.");
        write("Text", "Know the plan");
        press("Save element");
        assertThat(pageText()).contains("Know the plan").contains("entered by M. Okafor");
        press("Remove");
        assertThat(pageText()).doesNotContain("Know the plan");
        self.removeStandard(caller("apprentice"), new NosReference("SFJCCAA9", 2024));
    }

    private SelfRoundId begin() {
        return ((Change.Done<SelfRoundId>) self.begin(caller("apprentice"), RESPOND)).value();
    }

    private SelfRound round(SelfRoundId id) {
        return self.round(caller("apprentice"), id);
    }

    private void open(SelfRoundId id) {
        navigate(NosRoundView.class, Map.of("round", id.toString()));
    }

    private void step(int element, int rating) {
        List<NativeButton> steps = find(NativeButton.class).all().stream()
                .filter(button -> button.hasClassName("step"))
                .toList();
        test(steps.get((element - 1) * 10 + rating - 1)).click();
    }
}
