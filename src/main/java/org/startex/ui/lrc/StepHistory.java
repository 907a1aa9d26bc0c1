package org.startex.ui.lrc;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.startex.kernel.Texts;
import org.startex.lrc.ImprovementEntry;
import org.startex.lrc.ReadinessRating;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.Html;

/** Everything that was judged of a step, and each improvement record that an exercise embedded or opened again, the latest first. */
final class StepHistory extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private record Line(Instant at, Component words) {}

    StepHistory(LrcTools tools, Readiness readiness) {
        OrderedList list = new OrderedList();
        list.addClassName("lrc-history");
        list.getElement().setAttribute("aria-label", TEXTS.get("history"));
        Stream.concat(
                        readiness.ratings().stream().map(rating -> new Line(rating.at(), rating(rating))),
                        readiness.turns().stream().map(turn -> new Line(turn.at(), turn(turn))))
                .sorted(Comparator.comparing(Line::at).reversed())
                .forEach(line ->
                        list.add(new ListItem(Html.span("when", LrcDates.day(line.at, tools.zone())), line.words)));
        add(list);
    }

    private static Div rating(ReadinessRating rating) {
        Div words = Html.div(
                "stack tight",
                Html.span(
                        "b",
                        TEXTS.get(rating.red() ? "history.rated-red" : "history.rated", rating.label(), rating.by())),
                Html.span("", rating.reason()));
        Integer because = rating.improvement();
        if (because != null) {
            words.add(
                    new Anchor(LrcNavigation.record(because), TEXTS.get("history.because", Integer.toString(because))));
        }
        return words;
    }

    private static Div turn(ImprovementEntry turn) {
        Div line = Html.div(
                "row wrap",
                Html.span("b", ImprovementWords.event(turn.event())),
                new Anchor(
                        LrcNavigation.record(turn.number()),
                        TEXTS.get("record.short", Integer.toString(turn.number()))));
        if (turn.exercise() != null) {
            Anchor exercise =
                    new Anchor(ExerciseNavigation.log(turn.exercise()), LrcFacts.exerciseTag(turn.exerciseTitle()));
            line.add(exercise);
        }
        return line;
    }
}
