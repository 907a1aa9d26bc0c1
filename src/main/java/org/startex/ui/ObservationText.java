package org.startex.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.stream.Collectors;
import org.startex.conduct.ExpectedStep;
import org.startex.kernel.RatingScale;
import org.startex.logbook.CheckedAction;
import org.startex.logbook.ObservationRecorded;
import org.startex.logbook.Rating;

/** An observation whole: who was observed, doing what, how it was rated, what of the expected was done, and the note. */
public final class ObservationText extends Div {
    private static final long serialVersionUID = 1L;

    private final DescriptionList facts = new DescriptionList();

    /** @param expected what the plan expects after the inject that it is about */
    public ObservationText(Scene scene, ObservationRecorded observation, List<ExpectedStep> expected) {
        addClassName("observation");
        facts.addClassName("facts");
        fact("observation.note", observation.words().note());
        Rating rating = observation.rating();
        fact("observation.rating", rating == null ? "" : rating(scene, rating));
        fact(
                "observation.observed",
                observation.observed().stream().map(scene::name).collect(Collectors.joining(", ")));
        fact(
                "observation.checked",
                observation.checked().stream()
                        .map(checked -> checked(checked, expected))
                        .collect(Collectors.joining("\n")));
        fact("observation.objectives", codes(observation.objectives()));
        fact("observation.ksbs", codes(observation.ksbs()));
        add(facts);
    }

    /** A rating in the words of the exercise's scale. */
    public static String rating(Scene scene, Rating rating) {
        RatingScale scale = scene.plan().ratingScale();
        return scale == null
                ? rating.step()
                : scale.step(rating.step())
                        .map(step -> Words.say("rating.step", step.code(), step.title()))
                        .orElse(rating.step());
    }

    private static String checked(CheckedAction checked, List<ExpectedStep> expected) {
        String text = checked.index() < expected.size()
                ? expected.get(checked.index()).text()
                : Words.say("observation.action", checked.index() + 1);
        return Words.say("observation.checked-action", Words.say("met." + checked.met()), text);
    }

    private static String codes(List<?> codes) {
        return codes.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private void fact(String key, String value) {
        if (!value.isBlank()) {
            DescriptionList.Description description = new DescriptionList.Description(value);
            description.getStyle().set("white-space", "pre-line");
            facts.add(new DescriptionList.Term(Words.say(key)), description);
        }
    }
}
