package org.startex.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.Texts;
import org.startex.logbook.Decision;
import org.startex.logbook.DecisionWords;

/**
 * The decision log as a table: numbers are numbers, times are times, and what people wrote is text, also when it looks like a formula. The marking stands in the first row and above
 * and below every printed page.
 */
final class DecisionSheet {
    private static final Texts TEXTS = Texts.of("exchange");
    private static final List<String> COLUMNS = List.of(
            "sheet.number",
            "sheet.entry",
            "sheet.story",
            "sheet.real",
            "sheet.cell",
            "sheet.who",
            "log.what",
            "log.why",
            "log.options",
            "log.effect",
            "log.relied-on",
            "log.actions",
            "log.answers",
            "log.late",
            "sheet.hash",
            "log.logged-by");
    private static final int[] WIDTHS = {8, 8, 11, 19, 18, 20, 48, 48, 32, 32, 14, 36, 12, 24, 68, 32};
    private static final int HEAD = 1;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFSheet sheet = workbook.createSheet(TEXTS.get("sheet.name"));
    private final CellStyle text = style("General");
    private final CellStyle clock = style("hh:mm:ss");
    private final CellStyle moment = style("yyyy-mm-dd hh:mm:ss");
    private final CellStyle whole = style("0");
    private final CellStyle link = style("0");
    private final Source source;

    private DecisionSheet(Source source) {
        this.source = source;
        text.setQuotePrefixed(true);
        Font blue = workbook.createFont();
        blue.setColor(IndexedColors.BLUE.getIndex());
        blue.setUnderline(Font.U_SINGLE);
        link.setFont(blue);
    }

    static byte[] write(Source source, DecisionLog log) {
        DecisionSheet writer = new DecisionSheet(source);
        try (XSSFWorkbook workbook = writer.workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            writer.frame(log.decisions().size());
            log.decisions().forEach(writer::row);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CellStyle style(String format) {
        CellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private void frame(int decisions) {
        Font strong = workbook.createFont();
        strong.setBold(true);
        CellStyle heading = style("General");
        heading.setFont(strong);
        heading.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        CellStyle marked = workbook.createCellStyle();
        marked.setFont(strong);
        Cell marking = sheet.createRow(0).createCell(0);
        marking.setCellValue(source.marking());
        marking.setCellStyle(marked);
        Row head = sheet.createRow(HEAD);
        for (int i = 0; i < COLUMNS.size(); i++) {
            Cell cell = head.createCell(i);
            cell.setCellValue(TEXTS.get(COLUMNS.get(i)));
            cell.setCellStyle(heading);
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
        sheet.createFreezePane(2, HEAD + 1);
        sheet.setAutoFilter(new CellRangeAddress(HEAD, HEAD + Math.max(1, decisions), 0, COLUMNS.size() - 1));
        sheet.setRepeatingRows(CellRangeAddress.valueOf((HEAD + 1) + ":" + (HEAD + 1)));
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        String printed = source.marking().replace("&", "&&");
        sheet.getHeader().setCenter(printed);
        sheet.getFooter().setCenter(printed);
        sheet.getFooter().setRight(TEXTS.get("page") + " &P " + TEXTS.get("page.of") + " &N");
    }

    private void row(Decision decision) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        DecisionWords words = decision.fact().words();
        number(row, 0, decision.fact().number());
        entry(row, decision.seq());
        time(row, 2, decision.at());
        time(row, 3, source.real(decision.occurredAt()));
        text(row, 4, source.cell(decision.fact().cell()));
        text(row, 5, source.name(decision.by()));
        text(row, 6, words.decision());
        text(row, 7, words.rationale());
        text(row, 8, words.options());
        text(row, 9, words.expectedEffect());
        text(row, 10, decision.fact().reliedOn().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        text(row, 11, DecisionLog.actions(decision));
        Long answered = decision.fact().inReplyTo();
        if (answered != null) {
            number(row, 12, answered);
        }
        text(row, 13, words.lateReason());
        text(row, 14, decision.hash());
        text(row, 15, DecisionLog.loggedFor(source, decision));
    }

    private void number(Row row, int column, long value) {
        Cell cell = row.createCell(column);
        cell.setCellValue((double) value);
        cell.setCellStyle(whole);
    }

    private void entry(Row row, long seq) {
        Cell cell = row.createCell(1);
        cell.setCellValue((double) seq);
        Hyperlink to = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
        to.setAddress(source.log(seq).toString());
        cell.setHyperlink(to);
        cell.setCellStyle(link);
    }

    private void time(Row row, int column, @Nullable ExerciseTime time) {
        if (time != null) {
            Cell cell = row.createCell(column);
            cell.setCellValue(source.plan().start().plus(time.toDuration()));
            cell.setCellStyle(clock);
        }
    }

    private void time(Row row, int column, ZonedDateTime time) {
        Cell cell = row.createCell(column);
        cell.setCellValue(time.toLocalDateTime());
        cell.setCellStyle(moment);
    }

    private void text(Row row, int column, String value) {
        if (!value.isEmpty()) {
            Cell cell = row.createCell(column);
            cell.setCellValue(Printable.of(value));
            cell.setCellStyle(text);
        }
    }
}
