package org.startex.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.ScatterStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFScatterChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.startex.kernel.Texts;
import org.startex.measures.SurvivalCurve;
import org.startex.measures.SurvivalCurve.Band;
import org.startex.measures.SurvivalCurve.Corner;

/** A chart as Word's own: its numbers can be opened and its look changed. */
final class WordChart {
    private static final Texts TEXTS = Texts.of("exchange");
    private static final int WIDTH_MM = 150;
    private static final int HEIGHT_MM = 68;
    private static final String[] COLOURS = {"1D4F91", "4A1D6B"};

    private final XWPFChart chart;
    private final XDDFScatterChartData data;
    private int column;

    private WordChart(XWPFChart chart, XDDFScatterChartData data) {
        this.chart = chart;
        this.data = data;
    }

    static void draw(XWPFDocument document, XWPFRun into, Report.Chart given) {
        try {
            XWPFChart chart = document.createChart(
                    into, WIDTH_MM * Units.EMU_PER_CENTIMETER / 10, HEIGHT_MM * Units.EMU_PER_CENTIMETER / 10);
            into.getCTR()
                    .getDrawingArray(0)
                    .getInlineArray(0)
                    .getDocPr()
                    .setDescr(Printable.of(given.title() + ". " + given.caption()));
            XDDFValueAxis across = chart.createValueAxis(AxisPosition.BOTTOM);
            across.setTitle(TEXTS.get("chart.minutes"));
            across.setMinimum(0);
            across.setMaximum(given.axis().longest() / 60);
            XDDFValueAxis up = chart.createValueAxis(AxisPosition.LEFT);
            up.setTitle(TEXTS.get("chart.open"));
            up.setMinimum(0);
            up.setMaximum(1);
            up.setMajorUnit(0.5);
            up.setNumberFormat("0%");
            up.setCrosses(AxisCrosses.MIN);
            chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
            chart.displayBlanksAs(DisplayBlanks.GAP);
            WordChart drawn =
                    new WordChart(chart, (XDDFScatterChartData) chart.createData(ChartTypes.SCATTER, across, up));
            drawn.data.setStyle(ScatterStyle.LINE);
            drawn.data.setVaryColors(false);
            drawn.lines(given);
            chart.plot(drawn.data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private void lines(Report.Chart given) {
        double end = given.axis().longest();
        for (int i = 0; i < given.lines().size(); i++) {
            Report.Line line = given.lines().get(i);
            String colour = COLOURS[i % COLOURS.length];
            series(
                    line.name(),
                    upTo(end, line.curve().outline()),
                    colour,
                    2,
                    i == 0 ? PresetLineDash.SOLID : PresetLineDash.DASH);
            if (line.banded() && !line.curve().bands().isEmpty()) {
                series(
                        TEXTS.get("chart.low", line.name()),
                        upTo(end, edge(line.curve(), band -> band.interval().low())),
                        colour,
                        0.75,
                        PresetLineDash.SYSTEM_DOT);
                series(
                        TEXTS.get("chart.high", line.name()),
                        upTo(end, edge(line.curve(), band -> band.interval().high())),
                        colour,
                        0.75,
                        PresetLineDash.SYSTEM_DOT);
            }
        }
    }

    private static List<Corner> edge(SurvivalCurve curve, ToDoubleFunction<Band> of) {
        return curve.bands().stream()
                .flatMap(band -> List.of(
                        new Corner(band.from(), of.applyAsDouble(band)), new Corner(band.to(), of.applyAsDouble(band)))
                        .stream())
                .toList();
    }

    /** What runs on beyond the axis ends at its end. */
    private static List<Corner> upTo(double end, List<Corner> corners) {
        return corners.stream()
                .map(corner -> new Corner(Math.min(end, corner.time()), corner.share()))
                .toList();
    }

    private void series(String name, List<Corner> corners, String colour, double points, PresetLineDash dash) {
        XDDFNumericalDataSource<Double> times = numbers(corners, corner -> corner.time() / 60);
        XDDFNumericalDataSource<Double> shares = numbers(corners, Corner::share);
        XDDFScatterChartData.Series series = (XDDFScatterChartData.Series) data.addSeries(times, shares);
        series.setTitle(name, chart.setSheetTitle(name, column - 1));
        series.setSmooth(false);
        series.setMarkerStyle(MarkerStyle.NONE);
        XDDFLineProperties stroke = new XDDFLineProperties(new XDDFSolidFillProperties(rgb(colour)));
        stroke.setWidth(points);
        stroke.setPresetDash(new XDDFPresetLineDash(dash));
        series.setLineProperties(stroke);
    }

    private XDDFNumericalDataSource<Double> numbers(List<Corner> corners, ToDoubleFunction<Corner> of) {
        String range = chart.formatRange(new CellRangeAddress(1, corners.size(), column, column));
        Double[] values = corners.stream().map(of::applyAsDouble).toArray(Double[]::new);
        return XDDFDataSourcesFactory.fromArray(values, range, column++);
    }

    private static XDDFColor rgb(String hex) {
        int rgb = Integer.parseInt(hex, 16);
        return XDDFColor.from(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
    }
}
