package org.startex.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startex.conduct.Marking;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;

/** Whatever screen of an exercise there is, or comes to be, says that it is an exercise, which one, and how it is classified. */
class MarkingTest extends StaffScreenTest {
    @Test
    void everyScreenOfAnExerciseCarriesItsMarkingInEveryState() {
        List<String> screens = RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .map(RouteData::getTemplate)
                .filter(template -> template.startsWith("exercise/"))
                .toList();
        assertThat(screens)
                .as("control room, plan, evaluate, debrief, log, wall")
                .hasSizeGreaterThanOrEqualTo(6);
        ExerciseId id = aPlannedExercise();
        joins(id, TACTICAL, "A. Rahman");
        marked(screens, id);
        done(conduct.start(caller("director"), id, ClientId.random()));
        marked(screens, id);
        done(conduct.stop(caller("director"), id, ClientId.random(), "Adult collapsed", time.instant()));
        marked(screens, id);
        done(conduct.clear(caller("director"), id, ClientId.random(), "Ambulance crew has the patient"));
        done(conduct.end(caller("director"), id, ClientId.random(), ""));
        done(conduct.seal(caller("director"), id, ClientId.random()));
        marked(screens, id);
    }

    @Test
    void anExerciseCarriesTheMarkingAndCodeWordThatWereSetForIt() {
        ExerciseId id = conduct.plan(
                caller("director"),
                "caravan-site",
                "Caravan site, June",
                time.instant(),
                new Marking("OFFICIAL-SENSITIVE", "GREY SEAL"));
        UI.getCurrent().navigate("exercise/" + id);
        roundTrip();
        assertThat(find(MarkingTape.class).all().getFirst().getElement().getTextRecursively())
                .contains("OFFICIAL-SENSITIVE", "GREY SEAL")
                .doesNotContain("BLUE HERON");
        assertThatThrownBy(() -> conduct.plan(
                        caller("director"), "caravan-site", "June", time.instant(), new Marking(" ", "GREY SEAL")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void marked(List<String> screens, ExerciseId id) {
        for (String screen : screens) {
            UI.getCurrent().navigate(screen.replaceAll(":id(\\([^)]*\\))?", id.toString()));
            roundTrip();
            assertThat(find(MarkingTape.class).exists())
                    .as("tape on %s", screen)
                    .isTrue();
            assertThat(find(MarkingTape.class).all().getFirst().getElement().getTextRecursively())
                    .as("marking of %s", screen)
                    .contains("OFFICIAL", "BLUE HERON", "Caravan site, May");
        }
    }
}
