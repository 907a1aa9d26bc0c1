package org.startex.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InjectNumber;
import org.startex.logbook.DecisionDraft;
import org.startex.logbook.LogbookService;
import org.startex.logbook.SituationWords;
import org.startex.people.Caller;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.StaffScreenTest;

class UC007ReadTheWallTest extends StaffScreenTest {
    @Autowired
    private LogbookService logbook;

    @Test
    void theHallReadsWhatItWasToldLastWhatThePublicHearsAndWhatWasDecided() {
        ExerciseId id = aPlannedExercise();
        Caller.Joined player = joins(id, TACTICAL, "A. Rahman");
        open(id);
        assertThat(pageText()).contains("Nothing has been told yet", "Not set", "None yet", "BLUE HERON", "OFFICIAL");

        done(conduct.start(caller("director"), id, ClientId.random()));
        done(conduct.send(caller("director"), id, ClientId.random(), new InjectNumber("3")));
        pass(Duration.ofSeconds(30));
        done(logbook.logDecision(
                player,
                id,
                ClientId.random(),
                new DecisionDraft(null, List.of(), "Close Mill Lane", "The plume", "", "", List.of(), ""),
                time.instant()));
        tell(id, "The cloud is over the south field", "09:40, main hall");
        tell(id, "The cloud has left the south field", "09:55, main hall");
        open(id);

        assertThat(pageText())
                .contains("The cloud has left the south field", "09:55, main hall")
                .doesNotContain("over the south field", "09:40")
                .contains("The word chlorine goes round")
                .doesNotContain("METHANE: ammonia")
                .contains("Close Mill Lane", "Tactical", "Phase 1");
    }

    @Test
    void anEmptyTellingClearsTheWall() {
        ExerciseId id = aPlannedExercise();
        done(conduct.start(caller("director"), id, ClientId.random()));
        tell(id, "The cloud is over the south field", "");
        tell(id, " ", "");
        open(id);
        assertThat(pageText()).contains("Nothing has been told yet").doesNotContain("south field");
    }

    private void tell(ExerciseId id, String situation, String briefing) {
        done(logbook.tellSituation(
                caller("director"), id, ClientId.random(), new SituationWords(situation, briefing), time.instant()));
    }

    private void open(ExerciseId id) {
        UI.getCurrent().navigate(ExerciseNavigation.wall(id));
        roundTrip();
    }
}
