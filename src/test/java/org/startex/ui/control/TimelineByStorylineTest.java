package org.startex.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.AdHocInject;
import org.startex.conduct.ControlBoard;
import org.startex.conduct.Plan;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.ui.ExerciseTools;
import org.startex.ui.LaneBoard;
import org.startex.ui.Scene;
import org.startex.ui.StaffScreenTest;

/** The timeline of the control room lies by cell, or by the threads of the story where the scenario has any. */
class TimelineByStorylineTest extends StaffScreenTest {
    @Autowired
    private ExerciseTools tools;

    private Scene scene(ExerciseId id) {
        return tools.scene(id).orElseThrow();
    }

    private static LaneBoard lanes(Scene scene) {
        return ControlLanes.byStoryline(scene, ControlBoard.of(scene.play(), Map.of(), scene.now()));
    }

    private static List<String> lanesOf(LaneBoard board, String inject) {
        return board.marks().stream()
                .filter(mark -> mark.number().equals(inject))
                .map(LaneBoard.Mark::lane)
                .toList();
    }

    @Test
    void anInjectForManyCellsStandsOnceOnItsStoryline() {
        Scene scene = scene(aRunningExercise());
        LaneBoard board = lanes(scene);
        assertThat(board.lanes())
                .extracting(LaneBoard.Lane::title)
                .containsExactly(
                        "Release and wind",
                        "Shelter and transport",
                        "Rest centre and welfare",
                        "Warning and informing",
                        "Volunteers",
                        "Return and handover");
        assertThat(lanesOf(board, "1")).containsExactly("release");
        assertThat(lanesOf(board, "19")).containsExactly("volunteers");
        assertThat(lanesOf(ControlLanes.byCell(scene, ControlBoard.of(scene.play(), Map.of(), scene.now())), "1"))
                .containsExactly("strategic", "tactical", "rest-centre", "care-homes", "warning-informing");
    }

    @Test
    void whatTellsNoStorylineStandsInTheLastLane() {
        ExerciseId id = aRunningExercise();
        done(conduct.sendAdHoc(
                caller("director"),
                id,
                ClientId.random(),
                new AdHocInject(
                        "Water main",
                        "Water company",
                        List.of(Addressee.of("tactical")),
                        Channel.PHONE,
                        "A main has burst.")));
        LaneBoard board = lanes(scene(id));
        assertThat(board.lanes().getLast().title()).isEqualTo("No storyline");
        assertThat(board.marks().stream().filter(mark -> mark.title().equals("Water main")))
                .singleElement()
                .extracting(LaneBoard.Mark::lane)
                .isEqualTo(board.lanes().getLast().code());
    }

    @Test
    void theSwitchIsOfferedWhereThereAreStorylines() {
        UI.getCurrent().navigate("exercise/" + aRunningExercise());
        roundTrip();
        assertThat(offers("By cell")).isTrue();
        press("By storyline");
        press("By cell");
        assertThat(offers("Timeline")).isFalse();

        ExerciseId plain = conduct.plan(caller("director"), "flood-v", "Flood V, June", time.instant());
        Plan plan = play(plain).plan();
        assertThat(plan.storylines()).isEmpty();
        UI.getCurrent().navigate("exercise/" + plain);
        roundTrip();
        assertThat(offers("By storyline")).isFalse();
        assertThat(offers("Timeline")).isTrue();
    }
}
