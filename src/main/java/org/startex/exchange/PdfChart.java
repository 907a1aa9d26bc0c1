package org.startex.exchange;

import java.util.List;
import java.util.Locale;
import org.startex.debrief.TempoAxis;
import org.startex.kernel.Texts;
import org.startex.measures.SurvivalCurve;
import org.startex.measures.SurvivalCurve.Corner;

/** A chart as boxes on the page, in millimetres: a step curve has no other lines. So its words are set in the report's own type, on machines without any fonts too. */
final class PdfChart {
    private static final Texts TEXTS = Texts.of("exchange");
    private static final double LEFT = 11;
    private static final double WIDTH = 68;
    private static final double TOP = 2;
    private static final double HEIGHT = 34;
    private static final double STROKE = 0.5;

    private final TempoAxis axis;
    private final StringBuilder out = new StringBuilder();

    private PdfChart(TempoAxis axis) {
        this.axis = axis;
    }

    static String html(Report.Chart chart) {
        PdfChart drawn = new PdfChart(chart.axis());
        chart.lines().stream().filter(Report.Line::banded).forEach(line -> drawn.bands(line.curve()));
        drawn.grid();
        for (int i = 0; i < chart.lines().size(); i++) {
            drawn.line(chart.lines().get(i).curve(), "line" + i);
        }
        return "<div class=\"chart\"><p class=\"name\">" + PdfWriter.escape(chart.title()) + "</p><div class=\"plot\">"
                + drawn.out + "</div><p class=\"legend\">" + legend(chart.lines()) + "</p><p class=\"caption\">"
                + PdfWriter.escape(chart.caption()) + "</p></div>";
    }

    private static String legend(List<Report.Line> lines) {
        StringBuilder legend = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            legend.append("<span class=\"key line")
                    .append(i)
                    .append("\">&#160;&#160;&#160;&#160;&#160;&#160;</span> ")
                    .append(PdfWriter.escape(lines.get(i).name()))
                    .append("&#160;&#160;&#160; ");
        }
        return legend.toString();
    }

    private void grid() {
        for (int percent : List.of(0, 50, 100)) {
            double y = y(percent / 100.0);
            box("grid", LEFT, y, WIDTH, 0);
            words("percent", 0, y - 1.6, LEFT - 1.5, TEXTS.get("chart.percent", percent));
        }
        for (int minutes : axis.minutes()) {
            double x = x(minutes * 60.0);
            box("tick", x, TOP + HEIGHT, 0, 1);
            words("minute", x - 5, TOP + HEIGHT + 1.2, 10, Integer.toString(minutes));
        }
        words("minutes", LEFT, TOP + HEIGHT + 4.6, WIDTH, TEXTS.get("chart.minutes"));
    }

    private void bands(SurvivalCurve curve) {
        for (SurvivalCurve.Band band : curve.bands()) {
            double top = y(band.interval().high());
            box(
                    "band",
                    x(band.from()),
                    top,
                    x(band.to()) - x(band.from()),
                    y(band.interval().low()) - top);
        }
    }

    private void line(SurvivalCurve curve, String style) {
        List<Corner> corners = curve.outline();
        for (int i = 1; i < corners.size(); i++) {
            Corner from = corners.get(i - 1);
            Corner to = corners.get(i);
            if (from.time() == to.time()) {
                box("down " + style, x(from.time()) - STROKE / 2, y(from.share()), 0, y(to.share()) - y(from.share()));
            } else {
                box("along " + style, x(from.time()), y(from.share()) - STROKE / 2, x(to.time()) - x(from.time()), 0);
            }
        }
    }

    private double x(double seconds) {
        return LEFT + axis.at(seconds) * WIDTH;
    }

    private static double y(double share) {
        return TOP + (1 - share) * HEIGHT;
    }

    private void box(String style, double left, double top, double width, double height) {
        out.append(String.format(
                Locale.ROOT,
                "<div class=\"%s\" style=\"left:%.2fmm;top:%.2fmm;width:%.2fmm;height:%.2fmm\"></div>",
                style,
                left,
                top,
                width,
                height));
    }

    private void words(String style, double left, double top, double width, String text) {
        out.append(String.format(
                Locale.ROOT,
                "<div class=\"words %s\" style=\"left:%.2fmm;top:%.2fmm;width:%.2fmm\">%s</div>",
                style,
                left,
                top,
                width,
                PdfWriter.escape(text)));
    }
}
