package org.startex.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.kernel.ClientId;
import org.startex.kernel.EntryRef;
import org.startex.kernel.ExerciseId;
import org.startex.logbook.DecisionDraft;
import org.startex.logbook.LogbookService;
import org.startex.people.Caller;
import org.startex.ui.CitedBy;
import org.startex.ui.EntryPaper;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.StaffScreenTest;

class UC005FollowEntryTest extends StaffScreenTest {
    @Autowired
    private TestCitations citations;

    @Autowired
    private LogbookService logbook;

    @Test
    void anAddressOpensItsEntryAndSaysThatNothingCitesItYet() {
        ExerciseId id = aRunningExercise();
        open(id, "1");

        assertThat(find(EntryPaper.class).single().getElement().getTextRecursively())
                .contains("Entry 1", "Exercise planned", "Hash", "none: this is the first entry", "Nothing cites");
    }

    @Test
    void whatCitesTheEntryIsLinkedForWhoMaySeeItAndForNobodyElse() {
        ExerciseId id = aRunningExercise();
        EntryRef entry = new EntryRef(id, 2);
        citations.cite(
                entry,
                caller("director"),
                new CitedBy.Link("Finding 3", "The call was not logged", "exercise/" + id + "/debrief?finding=3"));
        open(id, "2");

        assertThat(pageText()).contains("Finding 3").doesNotContain("Nothing cites");
        assertThat(find(Anchor.class)
                        .withText("The call was not logged")
                        .single()
                        .getHref())
                .isEqualTo("exercise/" + id + "/debrief?finding=3");

        signIn("evaluator");
        open(id, "2");
        assertThat(pageText()).contains("Nothing cites").doesNotContain("Finding 3");
    }

    @Test
    void aDecisionAndTheEntryThatNumbersItAreOneLineThatEitherAddressOpens() {
        ExerciseId id = aPlannedExercise();
        Caller.Joined player = joins(id, TACTICAL, "A. Rahman");
        done(conduct.start(caller("director"), id, ClientId.random()));
        long decided = done(logbook.logDecision(
                player,
                id,
                ClientId.random(),
                new DecisionDraft(null, List.of(), "Close Mill Lane", "The plume", "", "", List.of(), ""),
                time.instant()));
        open(id, "" + (decided - 1));

        assertThat(find(EntryPaper.class).single().getElement().getTextRecursively())
                .contains("Entry " + decided, "Close Mill Lane", "Same act", "Entry " + (decided - 1));
        assertThat(pageText()).contains(decided + " of " + decided + " entries");
    }

    @Test
    void anEntryThatIsNotThereIsSaidToBeMissing() {
        ExerciseId id = aRunningExercise();
        open(id, "9999");
        assertThat(pageText()).contains("This record has no entry 9999.");
        assertThat(find(EntryPaper.class).exists()).isFalse();

        open(id, "nonsense");
        assertThat(pageText()).contains("This record has no entry nonsense.");
    }

    @Test
    void withoutAnEntryTheLogAsksToChooseOne() {
        ExerciseId id = aRunningExercise();
        navigate(LogView.class, Map.of("id", id.toString()));

        assertThat(pageText()).contains("Choose an entry to read it here");
    }

    private void open(ExerciseId id, String entry) {
        UI.getCurrent().navigate(ExerciseNavigation.log(id), QueryParameters.of("entry", entry));
        roundTrip();
    }
}
