package org.startex.ui.plan;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import org.startex.conduct.ExerciseSummary;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.Html;
import org.startex.ui.StateChip;
import org.startex.ui.StoryClock;
import org.startex.ui.UserZone;
import org.startex.ui.Words;

/** One exercise in the list, with the way to where its work is now. */
final class ExerciseLine extends Div {
    private static final long serialVersionUID = 1L;

    ExerciseLine(ExerciseSummary exercise, UI ui) {
        addClassName("exercise-line");
        boolean staff = exercise.role().filter(role -> role.seesAll()).isPresent();
        String path = switch (exercise.state()) {
            case "planned" -> ExerciseNavigation.plan(exercise.id());
            case "sealed" -> ExerciseNavigation.log(exercise.id());
            default -> ExerciseNavigation.control(exercise.id());
        };
        add(Html.span("when m", StoryClock.dateTime(exercise.plannedFor(), UserZone.of(ui))));
        add(staff ? titled(new Anchor(path, exercise.title())) : Html.span("b ell title", exercise.title()));
        add(Html.span(
                "m s", exercise.role().map(role -> Words.say("role." + role)).orElse(Words.say("exercises.no-role"))));
        add(StateChip.of(exercise.state()));
    }

    private static Anchor titled(Anchor link) {
        link.addClassNames("b", "ell", "title");
        return link;
    }
}
