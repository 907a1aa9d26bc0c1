package org.startex.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;

/** An observer sees everything and touches nothing: every screen of an exercise opens, and none offers an act. No duff is for everybody. */
class ObserverTest extends StaffScreenTest {
    private static final Set<String> READING = Set.of("No duff…", "Verify", "Back to the list", "Print cards");

    @Test
    void everyScreenOpensForAnObserverAndOffersNoAct() {
        ExerciseId id = aPlannedExercise();
        done(conduct.giveRole(
                caller("director"), id, ClientId.random(), person("author").person(), ExerciseRole.OBSERVER));
        joins(id, TACTICAL, "A. Rahman");
        joins(id, null, "B. Price");
        Set<String> offered = new TreeSet<>();
        List<String> screens = screens();
        signIn("author");
        look(screens, id, offered, "planned");
        done(conduct.start(caller("director"), id, ClientId.random()));
        look(screens, id, offered, "running");
        assertThat(offered).isEmpty();
        signIn("director");
        look(screens, id, offered, "running");
        assertThat(offered).as("what a director is offered").hasSizeGreaterThan(5);
        offered.clear();
        signIn("author");
        done(conduct.end(caller("director"), id, ClientId.random(), ""));
        look(screens, id, offered, "closing");
        done(conduct.seal(caller("director"), id, ClientId.random()));
        look(screens, id, offered, "sealed");
        assertThat(offered).isEmpty();
    }

    private static List<String> screens() {
        List<String> screens = new ArrayList<>(RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .map(RouteData::getTemplate)
                .filter(template -> template.startsWith("exercise/"))
                .toList());
        assertThat(screens).hasSizeGreaterThanOrEqualTo(7);
        for (String tab : List.of("findings", "hot", "lessons", "reports", "tempo", "timeline")) {
            screens.add("exercise/:id/debrief?tab=" + tab);
        }
        return screens;
    }

    private void look(List<String> screens, ExerciseId id, Set<String> offered, String state) {
        for (String screen : screens) {
            String[] path = screen.split("\\?tab=", 2);
            UI.getCurrent()
                    .navigate(
                            path[0].replaceAll(":id(\\([^)]*\\))?", id.toString()),
                            path.length == 1 ? QueryParameters.empty() : QueryParameters.of("tab", path[1]));
            roundTrip();
            assertThat(find(MarkingTape.class).exists()).as("%s opens", screen).isTrue();
            if (screen.endsWith("=hot")) {
                continue; // everybody of the exercise may answer the hot debrief, observers too
            }
            find(Button.class).all().stream()
                    .filter(button -> button.isEnabled() && !reads(button))
                    .forEach(button -> offered.add(state + " " + screen + ": " + button.getText()
                            + button.getAriaLabel().orElse("")));
            find(TextArea.class).all().stream()
                    .filter(area -> area.isEnabled() && !area.isReadOnly())
                    .forEach(area -> offered.add(state + " " + screen + ": " + area.getLabel()));
        }
    }

    /** Choosing what is shown, opening what is there and checking the record's chain change nothing; no duff is everybody's. */
    private static boolean reads(Button button) {
        return button.getParent().filter(Filters.class::isInstance).isPresent()
                || button.getAriaLabel()
                        .filter(label -> label.startsWith("Open "))
                        .isPresent()
                || READING.contains(button.getText());
    }
}
