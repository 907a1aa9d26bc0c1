package org.startex.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.Test;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.StaffScreenTest;

class UC008ReadyToStartTest extends StaffScreenTest {
    @Test
    void whatIsMissingBeforeStartexIsSaidAndFollowsThePeople() {
        ExerciseId id = aPlannedExercise();
        open(id);
        assertThat(pageText())
                .contains("Ready to start?", "Not ready yet", "Nobody has joined", "somebody evaluates")
                .contains("The database answers", "GB free")
                .contains("lint finds nothing")
                .contains("No mail server is set up: injects of the channel mail stay on the players’ pages.")
                .contains("Mail addresses");

        joins(id, TACTICAL, "A. Rahman");
        open(id);
        assertThat(pageText())
                .doesNotContain("Nobody has joined")
                .contains("Tactical 0 of 1", "for cells in which nobody sits yet");
    }

    @Test
    void afterStartexNobodyAsks() {
        ExerciseId id = aPlannedExercise();
        done(conduct.start(caller("director"), id, ClientId.random()));
        open(id);
        assertThat(pageText()).doesNotContain("Ready to start?");
    }

    private void open(ExerciseId id) {
        UI.getCurrent().navigate(ExerciseNavigation.plan(id));
        roundTrip();
    }
}
