package org.startex.ui.debrief;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.startex.exchange.ReportService;
import org.startex.kernel.Texts;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Scene;

/** The tab of documents to take away. */
@Component
@Order(90)
class ReportsPart implements DebriefPart {
    private static final Texts TEXTS = Texts.of("ui-debrief");

    private final ReportService reports;

    ReportsPart(ReportService reports) {
        this.reports = reports;
    }

    @Override
    public String code() {
        return "reports";
    }

    @Override
    public String title() {
        return TEXTS.get("reports.title");
    }

    @Override
    public DebriefPanel panel(ExerciseTools tools, Scene scene, Wanted wanted) {
        return new ReportsPanel(reports, scene);
    }
}
