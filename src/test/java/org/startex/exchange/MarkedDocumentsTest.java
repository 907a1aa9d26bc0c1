package org.startex.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.ConductService;
import org.startex.conduct.Marking;
import org.startex.conduct.RecordService;
import org.startex.kernel.ClientId;
import org.startex.kernel.EvidenceId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InstallationRole;
import org.startex.ledger.Answer;
import org.startex.people.Caller;
import org.startex.people.PeopleService;
import org.startex.testing.SettableTime;
import org.startex.testing.StartexTest;

/** Whatever document of an exercise there is, or comes to be, carries the marking and the code word that were set for this exercise. */
@StartexTest
class MarkedDocumentsTest {
    private static final Marking OWN = new Marking("OFFICIAL-SENSITIVE", "GREY SEAL");
    private static final String EXERCISE = "EXERCISE EXERCISE EXERCISE";

    @Autowired
    ReportService reports;

    @Autowired
    ConductService conduct;

    @Autowired
    RecordService records;

    @Autowired
    PeopleService people;

    @Autowired
    SettableTime time;

    @Test
    void everyDocumentInEveryFormatCarriesTheMarkingOfItsExercise() throws Exception {
        Caller.SignedIn director = director();
        ExerciseId id = conduct.plan(director, "caravan-site", "Caravan site, June", time.instant(), OWN);
        assertThat(conduct.start(director, id, ClientId.random()).join()).isInstanceOf(Answer.Done.class);

        List<String> written = new ArrayList<>();
        for (Method document : documents()) {
            if (document.getParameterTypes()[1] == EvidenceId.class) {
                continue; // ReportServiceTest reads it page by page: it needs a learner, an assessor and a judgement
            }
            for (ReportFormat format : ReportFormat.values()) {
                made(document, director, id, format).forEach(file -> {
                    written.add(document.getName() + " " + format);
                    assertThat(marked(file))
                            .as("%s as %s", document.getName(), format)
                            .isTrue();
                });
            }
        }
        assertThat(written)
                .containsExactlyInAnyOrder(
                        "postExercise DOCX",
                        "postExercise PDF",
                        "decisionLog DOCX",
                        "decisionLog PDF",
                        "decisionLog XLSX");
        StringWriter record = new StringWriter();
        records.export(director, id, record);
        assertThat(record.toString().lines().skip(1).findFirst().orElseThrow())
                .as("the first entry is the plan")
                .contains(OWN.text(), OWN.codeWord());
    }

    private static List<Method> documents() {
        return Arrays.stream(ReportService.class.getDeclaredMethods())
                .filter(method ->
                        Modifier.isPublic(method.getModifiers()) && method.getReturnType() == ReportFile.class)
                .toList();
    }

    private Stream<ReportFile> made(Method document, Caller caller, ExerciseId id, ReportFormat format)
            throws Exception {
        try {
            return Stream.of((ReportFile) document.invoke(reports, caller, id, format));
        } catch (InvocationTargetException none) {
            assertThat(none.getCause())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no such report");
            return Stream.empty();
        }
    }

    private static boolean marked(ReportFile file) {
        try {
            return switch (file.name().replaceAll(".*\\.", "")) {
                case "pdf" -> everyPage(file);
                case "docx" -> headerAndFooter(file);
                case "xlsx" -> everySheet(file);
                default -> false;
            };
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static boolean says(String text) {
        return text.contains(EXERCISE) && text.contains(OWN.text()) && text.contains(OWN.codeWord());
    }

    private static boolean everyPage(ReportFile file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.content())) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                if (!says(stripper.getText(pdf))) {
                    return false;
                }
            }
            return pdf.getNumberOfPages() > 0;
        }
    }

    private static boolean headerAndFooter(ReportFile file) throws IOException {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file.content()))) {
            return Stream.concat(word.getHeaderList().stream(), word.getFooterList().stream())
                            .allMatch(part -> says(part.getText()))
                    && !word.getHeaderList().isEmpty();
        }
    }

    private static boolean everySheet(ReportFile file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.content()))) {
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                if (!says(workbook.getSheetAt(i).getRow(0).getCell(0).getStringCellValue())
                        || !says(workbook.getSheetAt(i).getHeader().getCenter())) {
                    return false;
                }
            }
            return true;
        }
    }

    private Caller.SignedIn director() {
        Caller.SignedIn anybody = new Caller.SignedIn(
                org.startex.kernel.PersonId.random(), java.util.Set.of(InstallationRole.EXERCISE_DIRECTOR));
        return people.directory(anybody, "director", 50).stream()
                .filter(each -> each.username().equals("director"))
                .map(each -> new Caller.SignedIn(each.person(), java.util.Set.of(InstallationRole.EXERCISE_DIRECTOR)))
                .findFirst()
                .orElseThrow();
    }
}
