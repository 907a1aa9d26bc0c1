package org.startex.ui.debrief;

import com.vaadin.flow.component.Svg;
import java.util.Locale;
import java.util.stream.Collectors;
import org.startex.debrief.TempoAxis;
import org.startex.kernel.Texts;
import org.startex.measures.SurvivalCurve;

/**
 * What share was still open after each time, as steps with the band of its interval and a line at one half. A short stroke at the end says that some was
 * never done. The table beside it holds the same numbers.
 */
final class CurveChart extends Svg {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-tempo");
    private static final int WIDTH = 480;
    private static final int LEFT = 46;
    private static final int RIGHT = 470;
    private static final int TOP = 10;
    private static final int BOTTOM = 180;

    private final transient TempoAxis axis;

    /**
     * @param label what is drawn, in words
     * @param claims whether there is enough for the band
     * @param axis the same for all charts that are compared
     */
    CurveChart(SurvivalCurve curve, String label, boolean claims, TempoAxis axis) {
        this.axis = axis;
        addClassName("curve");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
        setSvg("<svg viewBox=\"0 0 %d 216\" aria-hidden=\"true\">%s%s%s</svg>"
                .formatted(WIDTH, claims ? band(curve) : "", grid(), line(curve)));
    }

    private String grid() {
        StringBuilder grid = new StringBuilder();
        for (int percent = 0; percent <= 100; percent += 50) {
            double y = y(percent / 100.0);
            grid.append(f("<path class=\"%s\" d=\"M%d %.1fH%d\"/>", percent == 50 ? "half" : "grid", LEFT, y, RIGHT))
                    .append(f(
                            "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                            LEFT - 6, y + 4, TEXTS.get("curve.percent", percent)));
        }
        for (int minutes : axis.minutes()) {
            double x = x(minutes * 60.0);
            grid.append(f("<path class=\"grid\" d=\"M%.1f %dv5\"/>", x, BOTTOM))
                    .append(f("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>", x, BOTTOM + 18, minutes));
        }
        return grid.append(f(
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
                        RIGHT, BOTTOM + 33, TEXTS.get("curve.minutes")))
                .toString();
    }

    private String band(SurvivalCurve curve) {
        return curve.bands().stream()
                .map(each -> f(
                        "<path class=\"band\" d=\"M%.1f %.1fH%.1fV%.1fH%.1fz\"/>",
                        x(each.from()),
                        y(each.interval().high()),
                        x(each.to()),
                        y(each.interval().low()),
                        x(each.from())))
                .collect(Collectors.joining());
    }

    private String line(SurvivalCurve curve) {
        String path = curve.outline().stream()
                .map(corner -> f("%.1f %.1f", x(corner.time()), y(corner.share())))
                .collect(Collectors.joining("L", "M", ""));
        String open = curve.open() == 0
                ? ""
                : f("<path class=\"line\" d=\"M%.1f %.1fv12\"/>", x(curve.end()), y(curve.at(curve.end())) - 6);
        return "<path class=\"line\" d=\"" + path + "\"/>" + open;
    }

    private double x(double seconds) {
        return LEFT + axis.at(seconds) * (RIGHT - LEFT);
    }

    private static double y(double share) {
        return BOTTOM - share * (BOTTOM - TOP);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String f(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
