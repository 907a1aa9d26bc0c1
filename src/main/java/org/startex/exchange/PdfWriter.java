package org.startex.exchange;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.startex.kernel.Texts;

/** Writes a report as PDF: A4, marking above and below every page, page n of m, tagged for screen readers. Nothing is fetched from anywhere. */
final class PdfWriter {
    private static final Texts TEXTS = Texts.of("exchange");

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PdfWriter() {}

    static byte[] write(Report report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(html(report), null);
        builder.useUriResolver((base, uri) -> null);
        font(builder, "DejaVuSansCondensed.ttf", 400, FontStyle.NORMAL);
        font(builder, "DejaVuSansCondensed-Bold.ttf", 700, FontStyle.NORMAL);
        builder.usePdfUaAccessibility(true);
        builder.withProducer(TEXTS.get("producer"));
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String name, int weight, FontStyle style) {
        builder.useFont(() -> open("fonts/" + name), "Report", weight, style, true);
    }

    static InputStream open(String resource) {
        InputStream in = PdfWriter.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("missing from the program: " + resource);
        }
        return in;
    }

    private static String html(Report report) {
        return "<html lang=\"en-GB\"><head><title>" + escape(report.title()) + "</title>" + meta("description", report)
                + meta("subject", report)
                + "<style>" + css(report) + "</style></head><body>"
                + "<h1 class=\"title\">" + escape(report.title()) + "</h1><p class=\"subtitle\">"
                + escape(report.subtitle()) + "</p>"
                + report.blocks().stream().map(PdfWriter::block).collect(Collectors.joining())
                + "</body></html>";
    }

    private static String meta(String name, Report report) {
        return "<meta name=\"" + name + "\" content=\"" + escape(report.subtitle()) + "\"/>";
    }

    private static String css(Report report) {
        String pages;
        try (InputStream in = open("typeset.css")) {
            pages = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages.replace("$MARKING", quoted(report.marking()))
                .replace("$PAGE", quoted(TEXTS.get("page")))
                .replace("$OF", quoted(TEXTS.get("page.of")));
    }

    /** Text inside a CSS string. */
    private static String quoted(String text) {
        return text.codePoints()
                .mapToObj(c -> Character.isLetterOrDigit(c) || c == ' '
                        ? Character.toString(c)
                        : "\\" + String.format(Locale.ROOT, "%06x ", c))
                .collect(Collectors.joining());
    }

    private static String block(Report.Block block) {
        return switch (block) {
            case Report.Block.Heading h ->
                "<h" + (h.level() + 1) + ">" + escape(h.text()) + "</h" + (h.level() + 1) + ">";
            case Report.Block.Paragraph p -> "<p>" + words(p.words()) + "</p>";
            case Report.Block.Items items ->
                "<ul>"
                        + items.items().stream()
                                .map(item -> "<li>" + words(item) + "</li>")
                                .collect(Collectors.joining())
                        + "</ul>";
            case Report.Block.Facts facts -> facts(facts.facts());
            case Report.Block.Table table -> table(table);
            case Report.Block.Charts charts -> charts(charts.charts());
        };
    }

    /** Two in a row, and no row torn apart by the end of a page. */
    private static String charts(List<Report.Chart> charts) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < charts.size(); i += 2) {
            rows.append("<table class=\"charts\"><tr><td>").append(PdfChart.html(charts.get(i)));
            rows.append("</td><td>").append(i + 1 < charts.size() ? PdfChart.html(charts.get(i + 1)) : "");
            rows.append("</td></tr></table>");
        }
        return rows.toString();
    }

    private static String facts(List<Report.Fact> facts) {
        return "<table class=\"facts\">"
                + facts.stream()
                        .map(fact -> "<tr><th scope=\"row\">" + escape(Printable.of(fact.name())) + "</th><td>"
                                + words(fact.value()) + "</td></tr>")
                        .collect(Collectors.joining())
                + "</table>";
    }

    private static String table(Report.Block.Table table) {
        StringBuilder out = new StringBuilder("<table class=\"rows\"><thead><tr>");
        for (int i = 0; i < table.head().size(); i++) {
            out.append("<th scope=\"col\" style=\"width:")
                    .append(table.widths().get(i))
                    .append("%\">")
                    .append(escape(Printable.of(table.head().get(i))))
                    .append("</th>");
        }
        out.append("</tr></thead><tbody>");
        for (List<Report.Words> row : table.rows()) {
            out.append("<tr>");
            row.forEach(cell -> out.append("<td>").append(words(cell)).append("</td>"));
            out.append("</tr>");
        }
        return out.append("</tbody></table>").toString();
    }

    private static String words(Report.Words words) {
        return words.runs().stream().map(PdfWriter::run).collect(Collectors.joining());
    }

    private static String run(Report.Run run) {
        String text = "<span class=\"" + run.style().name().toLowerCase(Locale.ROOT) + "\">"
                + escape(run.text()).replace("\n", "<br/>") + "</span>";
        return run.link()
                .map(to -> "<a href=\"" + escape(to.toString()) + "\" title=\"" + escape(run.text()) + "\">" + text
                        + "</a>")
                .orElse(text);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
