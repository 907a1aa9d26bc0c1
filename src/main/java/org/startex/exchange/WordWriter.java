package org.startex.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.startex.kernel.Texts;

/** Writes a report as a Word document: A4, headings that Word knows as such, marking above and below every page, page n of m. */
final class WordWriter {
    private static final Texts TEXTS = Texts.of("exchange");
    private static final String FONT = "Arial";
    private static final String QUIET = "46515F";
    private static final String LINK = "1D4F91";
    private static final String VIOLET = "4A1D6B";
    private static final String LINE = "C3CAD4";
    private static final int TWIPS_PER_MM = 57;
    private static final int TEXT_TWIPS = 174 * TWIPS_PER_MM;

    private final XWPFDocument document = new XWPFDocument();

    private WordWriter() {}

    static byte[] write(Report report) {
        WordWriter writer = new WordWriter();
        try (XWPFDocument document = writer.document;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            writer.all(report);
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void all(Report report) {
        WordStyles.addTo(document);
        document.getProperties().getCoreProperties().setTitle(report.title());
        document.getProperties().getCoreProperties().setCreator(TEXTS.get("producer"));
        page();
        marking(report.marking());
        XWPFParagraph title = document.createParagraph();
        title.setStyle(WordStyles.TITLE);
        title.createRun().setText(report.title());
        XWPFParagraph subtitle = document.createParagraph();
        subtitle.setSpacingAfter(240);
        words(subtitle, Report.Words.of(Report.Run.quiet(report.subtitle())), 20);
        report.blocks().forEach(this::block);
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(210L * TWIPS_PER_MM));
        size.setH(BigInteger.valueOf(297L * TWIPS_PER_MM));
        CTPageMar margin = section.addNewPgMar();
        margin.setLeft(BigInteger.valueOf(18L * TWIPS_PER_MM));
        margin.setRight(BigInteger.valueOf(18L * TWIPS_PER_MM));
        margin.setTop(BigInteger.valueOf(22L * TWIPS_PER_MM));
        margin.setBottom(BigInteger.valueOf(22L * TWIPS_PER_MM));
        margin.setHeader(BigInteger.valueOf(10L * TWIPS_PER_MM));
        margin.setFooter(BigInteger.valueOf(10L * TWIPS_PER_MM));
    }

    private void marking(String marking) {
        marked(document.createHeader(HeaderFooterType.DEFAULT).createParagraph(), marking);
        var footer = document.createFooter(HeaderFooterType.DEFAULT);
        marked(footer.createParagraph(), marking);
        XWPFParagraph number = footer.createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        plain(number, TEXTS.get("page") + " ");
        field(number, "PAGE");
        plain(number, " " + TEXTS.get("page.of") + " ");
        field(number, "NUMPAGES");
    }

    private static void marked(XWPFParagraph paragraph, String marking) {
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        XWPFRun run = paragraph.createRun();
        run.setText(marking);
        run.setBold(true);
        run.setFontFamily(FONT);
        run.setFontSize(8);
        run.setColor(VIOLET);
    }

    private static void plain(XWPFParagraph paragraph, String text) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontFamily(FONT);
        run.setFontSize(8);
        run.setColor(QUIET);
    }

    private static void field(XWPFParagraph paragraph, String instruction) {
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(instruction);
        CTR run = field.addNewR();
        CTRPr look = run.addNewRPr();
        look.addNewRFonts().setAscii(FONT);
        look.addNewColor().setVal(QUIET);
        look.addNewSz().setVal(BigInteger.valueOf(16));
        run.addNewT().setStringValue("1");
    }

    private void block(Report.Block block) {
        switch (block) {
            case Report.Block.Heading h -> {
                XWPFParagraph heading = document.createParagraph();
                heading.setStyle(h.level() == 1 ? WordStyles.HEADING_1 : WordStyles.HEADING_2);
                heading.createRun().setText(Printable.of(h.text()));
            }
            case Report.Block.Paragraph p -> {
                XWPFParagraph paragraph = document.createParagraph();
                paragraph.setSpacingAfter(120);
                words(paragraph, p.words(), 18);
            }
            case Report.Block.Items items -> items.items().forEach(this::item);
            case Report.Block.Facts facts -> facts(facts.facts());
            case Report.Block.Table table -> table(table);
            case Report.Block.Charts charts -> charts.charts().forEach(this::chart);
        }
    }

    private void item(Report.Words words) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setIndentationLeft(284);
        paragraph.setIndentationHanging(284);
        paragraph.setSpacingAfter(60);
        XWPFRun bullet = paragraph.createRun();
        bullet.setFontFamily(FONT);
        bullet.setFontSize(9);
        bullet.setText("•");
        bullet.addTab();
        words(paragraph, words, 18);
    }

    private void facts(List<Report.Fact> facts) {
        XWPFTable table = grid(facts.size(), List.of(24, 76));
        table.removeBorders();
        for (int i = 0; i < facts.size(); i++) {
            XWPFTableRow row = table.getRow(i);
            row.setCantSplitRow(true);
            cell(row.getCell(0), Report.Words.of(Report.Run.quiet(facts.get(i).name())), 18);
            cell(row.getCell(1), facts.get(i).value(), 18);
        }
        document.createParagraph().setSpacingAfter(60);
    }

    private void table(Report.Block.Table given) {
        XWPFTable table = grid(given.rows().size() + 1, given.widths());
        lined(table);
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        for (int i = 0; i < given.head().size(); i++) {
            head.getCell(i).setColor("EEF1F5");
            cell(head.getCell(i), Report.Words.of(Report.Run.strong(given.head().get(i))), 16);
        }
        for (int r = 0; r < given.rows().size(); r++) {
            XWPFTableRow row = table.getRow(r + 1);
            row.setCantSplitRow(true);
            for (int c = 0; c < given.rows().get(r).size(); c++) {
                cell(row.getCell(c), given.rows().get(r).get(c), 16);
            }
        }
        document.createParagraph().setSpacingAfter(60);
    }

    private void chart(Report.Chart chart) {
        XWPFParagraph title = document.createParagraph();
        title.setSpacingAfter(0);
        title.setKeepNext(true);
        words(title, Report.Words.of(Report.Run.strong(chart.title())), 18);
        XWPFParagraph drawing = document.createParagraph();
        drawing.setSpacingAfter(0);
        drawing.setKeepNext(true);
        WordChart.draw(document, drawing.createRun(), chart);
        XWPFParagraph caption = document.createParagraph();
        caption.setSpacingAfter(200);
        words(caption, Report.Words.of(chart.caption()), 16);
    }

    /** Its columns are said three times, because each program heeds another place. */
    private XWPFTable grid(int rows, List<Integer> widths) {
        XWPFTable table = document.createTable(rows, widths.size());
        table.setWidthType(TableWidthType.PCT);
        table.setWidth("100%");
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        widths.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf((long) width * TEXT_TWIPS / 100)));
        table.setCellMargins(40, 80, 40, 80);
        for (XWPFTableRow row : table.getRows()) {
            for (int i = 0; i < widths.size(); i++) {
                row.getCell(i).setWidthType(TableWidthType.PCT);
                row.getCell(i).setWidth(widths.get(i) + "%");
            }
        }
        return table;
    }

    /** Lines between rows only, as in print. */
    private static void lined(XWPFTable table) {
        table.removeBorders();
        table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setTopBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
    }

    private static void cell(XWPFTableCell cell, Report.Words words, int halfPoints) {
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        paragraph.setSpacingAfter(0);
        words(paragraph, words, halfPoints);
    }

    private static void words(XWPFParagraph paragraph, Report.Words words, int halfPoints) {
        for (Report.Run run : words.runs()) {
            XWPFRun written = run.link()
                    .<XWPFRun>map(to -> {
                        XWPFHyperlinkRun link = paragraph.createHyperlinkRun(to.toString());
                        link.setColor(LINK);
                        link.setUnderline(UnderlinePatterns.SINGLE);
                        return link;
                    })
                    .orElseGet(paragraph::createRun);
            written.setFontFamily(FONT);
            written.setFontSize(halfPoints / 2.0);
            switch (run.style()) {
                case PLAIN -> {}
                case STRONG -> written.setBold(true);
                case QUIET -> written.setColor(QUIET);
                case CODE -> {
                    written.setColor(QUIET);
                    written.setFontFamily("Consolas");
                    written.setFontSize(7);
                }
            }
            lines(written, run.text());
        }
    }

    private static void lines(XWPFRun run, String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i);
        }
    }
}
