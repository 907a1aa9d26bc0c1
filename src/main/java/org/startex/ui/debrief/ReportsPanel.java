package org.startex.ui.debrief;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import org.startex.conduct.Exercise;
import org.startex.exchange.ReportFormat;
import org.startex.exchange.ReportService;
import org.startex.kernel.Texts;
import org.startex.ui.Html;
import org.startex.ui.Notice;
import org.startex.ui.ReportLink;
import org.startex.ui.Scene;

/** Documents of the exercise, each made anew when it is asked for. */
final class ReportsPanel extends DebriefPanel {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-debrief");

    private final transient ReportService reports;
    private final Div state = Html.div("");

    ReportsPanel(ReportService reports, Scene scene) {
        this.reports = reports;
        add(
                state,
                document(
                        "reports.post",
                        "reports.post.explained",
                        post(scene, ReportFormat.DOCX, "reports.word"),
                        post(scene, ReportFormat.PDF, "reports.pdf")),
                document(
                        "reports.log",
                        "reports.log.explained",
                        log(scene, ReportFormat.DOCX, "reports.word"),
                        log(scene, ReportFormat.XLSX, "reports.excel"),
                        log(scene, ReportFormat.PDF, "reports.pdf")));
    }

    private static Div document(String title, String explained, Component... links) {
        return Html.div(
                "panel pad",
                new H2(TEXTS.get(title)),
                Html.p("m s", TEXTS.get(explained)),
                Html.div("row wrap", links));
    }

    private ReportLink post(Scene scene, ReportFormat format, String words) {
        return new ReportLink(
                TEXTS.get(words),
                TEXTS.get("reports.label", TEXTS.get("reports.post"), TEXTS.get(words)),
                () -> reports.postExercise(scene.caller(), scene.id(), format));
    }

    private ReportLink log(Scene scene, ReportFormat format, String words) {
        return new ReportLink(
                TEXTS.get(words),
                TEXTS.get("reports.label", TEXTS.get("reports.log"), TEXTS.get(words)),
                () -> reports.decisionLog(scene.caller(), scene.id(), format));
    }

    @Override
    void show(Scene scene) {
        state.removeAll();
        if (!(scene.exercise() instanceof Exercise.Sealed)) {
            state.add(Notice.info(TEXTS.get("reports.not-sealed")));
        }
    }
}
