package org.startex.ui.debrief;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.startex.kernel.Texts;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Scene;

/** The tab of the timeline. */
@Component
@Order(30)
class TimelinePart implements DebriefPart {
    private static final Texts TEXTS = Texts.of("ui-tempo");

    @Override
    public String code() {
        return "timeline";
    }

    @Override
    public String title() {
        return TEXTS.get("timeline.title");
    }

    @Override
    public DebriefPanel panel(ExerciseTools tools, Scene scene, Wanted wanted) {
        return new TimelinePanel(tools, scene);
    }
}
