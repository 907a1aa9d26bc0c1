package org.startex.ui.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.debrief.Tempo;
import org.startex.debrief.TempoService;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InjectNumber;
import org.startex.people.Caller;
import org.startex.ui.EntryPaper;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.StaffScreenTest;
import org.startex.ui.record.EntryList;

class UC032ReadTempoTest extends StaffScreenTest {
    @Autowired
    private TempoService tempos;

    @Test
    void theTableAndTheCurvesSayTheSameAndTooFewAreSaidToBeTooFew() {
        ExerciseId id = anAnsweredInject();
        Tempo tempo = tempos.tempo(caller("director"), id);
        assertThat(tempo.overall().acknowledged().happened()).isEqualTo(1);
        open(id, "tempo");

        assertThat(pageText())
                .contains("How soon cells acknowledged and answered", "All cells", "Tactical")
                .contains(
                        "1 of " + tempo.overall().acknowledged().n(),
                        "too few to say",
                        "Until acknowledged: All cells",
                        "1:30");
        assertThat(find(CurveChart.class).all()).hasSize(2);
        assertThat(find(CurveChart.class).all().getFirst().getElement().getAttribute("aria-label"))
                .contains("Until acknowledged, All cells", "still open at the end");
    }

    @Test
    void beforeStartexThereIsNothingToMeasure() {
        ExerciseId id = aPlannedExercise();
        open(id, "tempo");

        assertThat(pageText()).contains("After STARTEX, this shows how soon each cell");
        assertThat(find(CurveChart.class).exists()).isFalse();
    }

    @Test
    void theTimelineListsEveryEntryFromTheFirstAndOpensOne() {
        ExerciseId id = anAnsweredInject();
        open(id, "timeline");
        long inject = play(id).delivered(new InjectNumber("11")).orElseThrow().seq();
        assertThat(find(EntryList.class).single().choose(Long.toString(inject))).isTrue();
        roundTrip();

        assertThat(find(EntryPaper.class).single().getElement().getTextRecursively())
                .contains("Entry " + inject, "Siren not heard in the north field");
    }

    private ExerciseId anAnsweredInject() {
        ExerciseId id = aPlannedExercise();
        Caller.Joined player = joins(id, TACTICAL, "A. Rahman");
        done(conduct.start(caller("director"), id, ClientId.random()));
        done(conduct.send(caller("director"), id, ClientId.random(), new InjectNumber("11")));
        pass(Duration.ofSeconds(90));
        long inject = play(id).delivered(new InjectNumber("11")).orElseThrow().seq();
        done(conduct.acknowledge(player, id, ClientId.random(), inject, time.instant()));
        return id;
    }

    private void open(ExerciseId id, String tab) {
        UI.getCurrent().navigate(ExerciseNavigation.debrief(id), QueryParameters.of("tab", tab));
        roundTrip();
    }
}
