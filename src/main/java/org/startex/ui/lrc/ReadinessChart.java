package org.startex.ui.lrc;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.startex.kernel.Texts;
import org.startex.lrc.ImprovementEntry;
import org.startex.lrc.ImprovementEvent;
import org.startex.lrc.ReadinessRating;
import org.startex.lrc.ReadinessScale;
import org.startex.lrc.ScaleStep;
import org.startex.ui.Html;

/**
 * Readiness of a step through time, drawn as steps: it stays where it was judged until it is judged again. A dot is a rating, a ring an improvement record that was embedded, a square
 * one that was opened again; the red line is there only where the partnership has set one. What it shows is said in words as well.
 */
final class ReadinessChart extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 100;

    private final transient ReadinessScale scale;
    private final transient Readiness readiness;
    private final transient List<ReadinessRating> ratings;
    private final transient Instant from;
    private final transient Instant until;
    private final transient ZoneId zone;

    /**
     * @param until now: the last rating stands until then
     */
    ReadinessChart(ReadinessScale scale, Readiness readiness, Instant until, ZoneId zone, boolean large) {
        this.scale = scale;
        this.readiness = readiness;
        this.zone = zone;
        this.until = until;
        ratings = readiness.comparable();
        Instant first = ratings.isEmpty() ? until : ratings.getFirst().at();
        from = first.isBefore(until) ? first : until.minusSeconds(1);
        addClassName(large ? "lrc-chart" : "lrc-spark");
        Svg drawing = new Svg(svg());
        drawing.getElement().setAttribute("role", "img").setAttribute("aria-label", spoken());
        if (large) {
            add(
                    ranks(),
                    Html.div("plot", drawing),
                    Html.div("ends", Html.span("", day(from)), Html.span("", day(until))));
        } else {
            add(drawing);
        }
    }

    private Div ranks() {
        Div ranks = Html.div("ranks");
        ranks.getElement().setAttribute("aria-hidden", "true");
        for (ScaleStep step : scale.steps().reversed()) {
            ranks.add(Html.span(scale.red(step.rank()) ? "red" : "", step.label()));
        }
        return ranks;
    }

    private String svg() {
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 100\" preserveAspectRatio=\"none\">");
        scale.steps().forEach(step -> line(svg, "grid", y(step.rank())));
        if (scale.redAt() != null) {
            double edge = (y(scale.redAt()) + y(scale.redAt() + 1)) / 2;
            svg.append(format(
                    "<rect class=\"zone\" x=\"0\" y=\"%.1f\" width=\"1000\" height=\"%.1f\"/>", edge, HEIGHT - edge));
            line(svg, "edge", edge);
        }
        if (!ratings.isEmpty()) {
            svg.append("<path class=\"stair\" d=\"").append(stair()).append("\"/>");
        }
        ratings.forEach(rating -> mark(svg, "dot", x(rating.at()), y(rating.rank())));
        readiness.turns().stream().filter(turn -> !turn.at().isBefore(from)).forEach(turn -> {
            String shape = turn.event() == ImprovementEvent.EMBEDDED ? "held" : "again";
            mark(svg, shape, x(turn.at()), y(rankAt(turn.at())));
        });
        return svg.append("</svg>").toString();
    }

    private static void line(StringBuilder svg, String kind, double y) {
        svg.append(format("<path class=\"%s\" d=\"M0 %.1fH1000\"/>", kind, y));
    }

    /** A line without length and with a broad end keeps its shape however the drawing is stretched. */
    private static void mark(StringBuilder svg, String kind, double x, double y) {
        svg.append(format("<path class=\"%s\" d=\"M%.1f %.1fh0\"/>", kind, x, y));
        if (kind.equals("held")) {
            svg.append(format("<path class=\"heart\" d=\"M%.1f %.1fh0\"/>", x, y));
        }
    }

    private String stair() {
        String steps = ratings.stream()
                .map(rating -> format("H%.1fV%.1f", x(rating.at()), y(rating.rank())))
                .collect(Collectors.joining());
        return format(
                        "M%.1f %.1f",
                        x(ratings.getFirst().at()), y(ratings.getFirst().rank()))
                + steps
                + format("H%.1f", WIDTH - 4);
    }

    private int rankAt(Instant at) {
        return ratings.stream()
                .filter(rating -> !rating.at().isAfter(at))
                .reduce((earlier, later) -> later)
                .map(ReadinessRating::rank)
                .orElse(1);
    }

    private double x(Instant at) {
        double part = (double) Duration.between(from, at).toSeconds()
                / Math.max(1, Duration.between(from, until).toSeconds());
        return 8 + Math.clamp(part, 0, 1) * (WIDTH - 16);
    }

    /** The middle of the band of a rank, the lowest at the bottom. */
    private double y(double rank) {
        return HEIGHT - (rank - 0.5) / scale.steps().size() * HEIGHT;
    }

    /** All that the drawing shows. */
    private String spoken() {
        if (ratings.isEmpty()) {
            return TEXTS.get("chart.none");
        }
        String said = ratings.stream()
                .map(rating -> TEXTS.get("chart.rating", day(rating.at()), rating.label()))
                .collect(Collectors.joining("; "));
        String turned = readiness.turns().stream()
                .map(this::turn)
                .map(text -> "; " + text)
                .collect(Collectors.joining());
        String red = scale.redAt() == null
                ? TEXTS.get("chart.no-red")
                : TEXTS.get("chart.red", scale.step(scale.redAt()).orElseThrow().label());
        return TEXTS.get("chart.spoken", said + turned, red);
    }

    private String turn(ImprovementEntry turn) {
        return turn.event() == ImprovementEvent.EMBEDDED
                ? TEXTS.get("chart.embedded", day(turn.at()), Integer.toString(turn.number()))
                : TEXTS.get("chart.reopened", day(turn.at()), Integer.toString(turn.number()));
    }

    private String day(Instant at) {
        return LrcDates.day(at, zone);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
