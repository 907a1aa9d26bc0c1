package org.startex.ui.debrief;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.startex.debrief.FindingService;
import org.startex.kernel.Texts;
import org.startex.standards.LessonThemes;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Scene;

/** The tab of findings. */
@Component
@Order(10)
class FindingsPart implements DebriefPart {
    private static final Texts TEXTS = Texts.of("ui-debrief");

    private final FindingService findings;
    private final LessonThemes themes;

    FindingsPart(FindingService findings, LessonThemes themes) {
        this.findings = findings;
        this.themes = themes;
    }

    @Override
    public String code() {
        return "findings";
    }

    @Override
    public String title() {
        return TEXTS.get("findings.title");
    }

    @Override
    public DebriefPanel panel(ExerciseTools tools, Scene scene, Wanted wanted) {
        return new FindingsPanel(new FindingDesk(tools, findings, themes), scene, wanted.finding());
    }
}
