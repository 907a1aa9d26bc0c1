package org.startex.ui.control;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.startex.conduct.ConditionStanding;
import org.startex.conduct.PlannedInject;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.Lengths;
import org.startex.kernel.Texts;
import org.startex.scenario.InjectKind;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Scene;

/** What the selected inject waits for: its cue, or its conditions and which of them hold already. */
final class WaitsFor extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-kinds");

    WaitsFor(Scene scene, PlannedInject inject) {
        addClassNames("stack", "tight", "s", "waits");
        switch (inject.kind()) {
            case InjectKind.Timed k -> setVisible(false);
            case InjectKind.Cued k -> add(Html.p("", TEXTS.get("waits.cue", k.cue())));
            case InjectKind.Contingency k -> add(Html.p("", TEXTS.get("waits.contingency")));
            case InjectKind.Conditional k -> conditional(scene, inject, k);
        }
    }

    private void conditional(Scene scene, PlannedInject inject, InjectKind.Conditional waits) {
        add(Html.p("", TEXTS.get("waits.condition", scene.conditions().waits(waits.when()))));
        List<ConditionStanding> standings = ConditionStanding.of(scene.play(), inject, scene.elapsed());
        UnorderedList list = new UnorderedList();
        list.addClassName("conditions");
        standings.forEach(standing -> list.add(line(scene, standing)));
        add(list);
        ExerciseTime notBefore = waits.notBefore();
        if (waits.afterMicros() > 0) {
            add(Html.p("m", TEXTS.get("waits.after", Lengths.of(new ExerciseTime(waits.afterMicros()).toDuration()))));
        }
        if (notBefore != null) {
            add(Html.p("m", TEXTS.get("waits.not-before", scene.clock().minutes(notBefore))));
        }
    }

    private static ListItem line(Scene scene, ConditionStanding standing) {
        String time = standing.when().map(scene.clock()::minutes).orElse("");
        String look = switch (standing.state()) {
            case HOLDS -> "ack";
            case AHEAD -> "due";
            case WAITS -> "pending";
            case LOST -> "skipped";
        };
        String how = switch (standing.state()) {
            case HOLDS -> TEXTS.get("condition.holds", time);
            case AHEAD -> TEXTS.get("condition.ahead", time);
            case WAITS -> TEXTS.get("condition.waits");
            case LOST -> TEXTS.get("condition.lost");
        };
        return new ListItem(
                Html.span("mkc " + look, new Icon(look)),
                Html.span("", scene.conditions().waits(standing.condition())),
                Html.span("m", how));
    }
}
