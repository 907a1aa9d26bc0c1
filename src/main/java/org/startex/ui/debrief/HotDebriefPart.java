package org.startex.ui.debrief;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.startex.debrief.FindingService;
import org.startex.debrief.HotDebriefService;
import org.startex.kernel.Texts;
import org.startex.standards.LessonThemes;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Scene;

/** The tab of the hot debrief. */
@Component
@Order(20)
class HotDebriefPart implements DebriefPart {
    private static final Texts TEXTS = Texts.of("ui-debrief");

    private final HotDebriefService debriefs;
    private final FindingService findings;
    private final LessonThemes themes;

    HotDebriefPart(HotDebriefService debriefs, FindingService findings, LessonThemes themes) {
        this.debriefs = debriefs;
        this.findings = findings;
        this.themes = themes;
    }

    @Override
    public String code() {
        return "hot";
    }

    @Override
    public String title() {
        return TEXTS.get("hot.title");
    }

    @Override
    public DebriefPanel panel(ExerciseTools tools, Scene scene, Wanted wanted) {
        return new HotDebriefPanel(debriefs, new FindingDesk(tools, findings, themes), scene);
    }
}
