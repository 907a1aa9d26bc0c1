package org.startex.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlink;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.startex.competency.Change;
import org.startex.competency.EvidenceService;
import org.startex.competency.Judgement;
import org.startex.competency.LearnerService;
import org.startex.conduct.ConductService;
import org.startex.conduct.Delivered;
import org.startex.conduct.RecordService;
import org.startex.debrief.FindingAnswer;
import org.startex.debrief.FindingDraft;
import org.startex.debrief.FindingService;
import org.startex.kernel.ClientId;
import org.startex.kernel.EntryRef;
import org.startex.kernel.EvidenceId;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.KsbCode;
import org.startex.kernel.PublicAddress;
import org.startex.ledger.Answer;
import org.startex.ledger.LedgerEntry;
import org.startex.lessons.LessonDraft;
import org.startex.lessons.LessonService;
import org.startex.logbook.ActionWords;
import org.startex.logbook.CheckedAction;
import org.startex.logbook.DecisionDraft;
import org.startex.logbook.LogbookService;
import org.startex.logbook.Met;
import org.startex.logbook.ObservationDraft;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.standards.StandardsCatalogue;
import org.startex.testing.PlayedExercise;
import org.startex.testing.SettableTime;
import org.startex.testing.StartexTest;

/** Documents of an exercise that was really played, read back as others would read them. Each is left in {@code target/reports} to be looked at. */
@StartexTest
class ReportServiceTest {
    private static final String MARKING = "EXERCISE EXERCISE EXERCISE";
    private static final String FORMULA = "=HYPERLINK(\"http://example.invalid\",\"press\")";
    private static final String EVALUATOR = "P. Nair";
    private static final Path SEEN = Path.of("target", "reports");

    @Autowired
    ApplicationContext context;

    @Autowired
    ReportService reports;

    @Autowired
    ConductService conduct;

    @Autowired
    LogbookService logbook;

    @Autowired
    RecordService records;

    @Autowired
    FindingService findings;

    @Autowired
    LessonService lessons;

    @Autowired
    LearnerService learners;

    @Autowired
    EvidenceService evidence;

    @Autowired
    StandardsCatalogue standards;

    @Autowired
    PublicAddress address;

    @Autowired
    SettableTime time;

    @Test
    void thePdfSaysEverythingAndIsMarkedOnEveryPage() throws IOException {
        PlayedExercise played = anExercise();
        ReportFile file = keep(reports.postExercise(played.evaluator(), played.id(), ReportFormat.PDF));
        assertThat(file.name()).startsWith("report-caravan-site-").endsWith(".pdf");
        try (PDDocument pdf = Loader.loadPDF(file.content())) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                String text = text(pdf, page);
                assertThat(text.split(MARKING, -1))
                        .as("above and below page %d", page)
                        .hasSize(3);
                assertThat(text).contains("OFFICIAL").contains("Page " + page + " of " + pdf.getNumberOfPages());
            }
            says(asWritten(pdf), played);
            assertThat(links(pdf))
                    .contains(link(played, played.decision()))
                    .anySatisfy(to ->
                            assertThat(to).startsWith(address.of("/lessons/").toString()));
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot())
                    .as("tagged")
                    .isNotNull();
        }
    }

    @Test
    void theWordReportSaysTheSameAndHasHeadings() throws IOException {
        PlayedExercise played = anExercise();
        ReportFile file = keep(reports.postExercise(played.director(), played.id(), ReportFormat.DOCX));
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file.content()));
                XWPFWordExtractor extractor = new XWPFWordExtractor(word)) {
            says(extractor.getText(), played);
            assertThat(word.getHeaderList())
                    .singleElement()
                    .satisfies(header -> assertThat(header.getText()).contains(MARKING, "OFFICIAL"));
            assertThat(word.getFooterList()).singleElement().satisfies(footer -> {
                assertThat(footer.getText()).contains(MARKING, "OFFICIAL");
                assertThat(footer._getHdrFtr().xmlText()).contains("PAGE", "NUMPAGES");
            });
            assertThat(headings(word)).contains("Aim", "Who took part", "Findings", "Lessons", "Measures", "Timeline");
            List<String> links = new ArrayList<>();
            for (XWPFHyperlink link : word.getHyperlinks()) {
                links.add(link.getURL());
            }
            assertThat(links).contains(link(played, played.decision()));
        }
    }

    /** Two hours of play in which one cell answers soon and the other late or never. */
    @Test
    void measuresComeAsTableAndCurvesAndExpectedActionsAsTheyWereSeen() throws IOException {
        PlayedExercise played = twoHours();
        try (PDDocument pdf = Loader.loadPDF(
                keep("two-hours-", reports.postExercise(played.evaluator(), played.id(), ReportFormat.PDF))
                        .content())) {
            String text = asWritten(pdf);
            tempo(text);
            assertThat(text).contains("Until acknowledged", "Until a first decision", "minutes of exercise time");
        }
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(
                        keep("two-hours-", reports.postExercise(played.evaluator(), played.id(), ReportFormat.DOCX))
                                .content()));
                XWPFWordExtractor extractor = new XWPFWordExtractor(word)) {
            tempo(extractor.getText());
            assertThat(word.getCharts())
                    .as("all cells, Tactical, the rest centre")
                    .hasSize(3)
                    .allSatisfy(chart ->
                            assertThat(chart.getWorkbook().getNumberOfSheets()).isEqualTo(1));
            assertThat(word.getDocument().xmlText()).contains("descr=\"All cells. Acknowledged ");
        }
    }

    private static void tempo(String text) {
        assertThat(text.replaceAll("\\s+", " "))
                .contains("Half acknowledged within")
                .containsPattern("Rest centre \\d+ \\d+ of \\d+")
                .containsPattern("\\d+:\\d\\d \\(\\d+:\\d\\d to ")
                .contains("partly met, " + EVALUATOR)
                .contains("not met, " + EVALUATOR)
                .contains("Evaluators looked at 2, and noted: met 0, partly met 1, not met 1, not observed 0.");
    }

    private PlayedExercise twoHours() {
        PlayedExercise played = PlayedExercise.running(context);
        Map<Long, Integer> soon = new HashMap<>();
        for (int minute = 0; minute < 120; minute++) {
            played.pass(Duration.ofSeconds(1));
            for (Delivered inject : played.play().delivered()) {
                int age = soon.merge(inject.seq(), 1, Integer::sum);
                acknowledged(played, played.price(), inject, age == 1 + inject.seq() % 5);
                acknowledged(played, played.okafor(), inject, age == 4 + inject.seq() % 17 && inject.seq() % 3 != 0);
            }
        }
        Delivered checked = played.play().delivered().stream()
                .filter(inject -> expected(played, inject) >= 2)
                .findFirst()
                .orElseThrow();
        done(logbook.observe(
                played.evaluator(),
                played.id(),
                ClientId.random(),
                new ObservationDraft(
                        checked.seq(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(new CheckedAction(0, Met.PARTLY), new CheckedAction(1, Met.NOT_MET)),
                        "Two of five cells heard of it",
                        ""),
                time.instant()));
        return played.end().seal();
    }

    private static int expected(PlayedExercise played, Delivered inject) {
        return played.play().plan().inject(inject.number()).stream()
                .mapToInt(planned -> planned.words().expected().size())
                .sum();
    }

    private void acknowledged(PlayedExercise played, Caller.Joined who, Delivered inject, boolean now) {
        if (now && played.play().mayRead(who.participant(), inject.audience())) {
            done(conduct.acknowledge(who, played.id(), ClientId.random(), inject.seq(), time.instant()));
        }
    }

    private static void done(CompletableFuture<Answer> answer) {
        assertThat(answer.orTimeout(10, TimeUnit.SECONDS).join()).isInstanceOf(Answer.Done.class);
    }

    @Test
    void theTableOfDecisionsHasTypedCellsAndNoFormula() throws IOException {
        PlayedExercise played = anExercise();
        ReportFile file = keep(reports.decisionLog(played.evaluator(), played.id(), ReportFormat.XLSX));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.content()))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).contains(MARKING, "OFFICIAL");
            assertThat(sheet.getHeader().getCenter()).contains(MARKING);
            assertThat(sheet.getFooter().getCenter()).contains(MARKING);
            assertThat(sheet.getFooter().getRight()).isEqualTo("Page &P of &N");
            assertThat(sheet.getLastRowNum()).isEqualTo(3);
            XSSFRow first = sheet.getRow(2);
            assertThat(first.getCell(0).getNumericCellValue()).isEqualTo(1);
            assertThat(first.getCell(1).getNumericCellValue()).isEqualTo((double) played.decision());
            assertThat(first.getCell(1).getHyperlink().getAddress()).isEqualTo(link(played, played.decision()));
            assertThat(DateUtil.isCellDateFormatted(first.getCell(3))).isTrue();
            assertThat(first.getCell(3).getLocalDateTimeCellValue())
                    .isCloseTo(
                            LocalDateTime.ofInstant(decidedAt(played), ZoneId.of("Europe/London")),
                            within(1, ChronoUnit.SECONDS));
            assertThat(first.getCell(14).getStringCellValue())
                    .isEqualTo(entry(played, played.decision()).hash());
            XSSFRow second = sheet.getRow(3);
            assertThat(second.getCell(6).getCellType()).isEqualTo(CellType.STRING);
            assertThat(second.getCell(6).getStringCellValue()).isEqualTo(FORMULA);
            assertThat(second.getCell(6).getCellStyle().getQuotePrefixed()).isTrue();
            sheet.forEach(
                    row -> row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA)));
        }
    }

    @Test
    void theDecisionLogGivesEachDecisionWithItsReasons() throws IOException {
        PlayedExercise played = anExercise();
        ReportFile word = keep(reports.decisionLog(played.evaluator(), played.id(), ReportFormat.DOCX));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word.content()));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            assertThat(extractor.getText())
                    .contains(
                            "Close Mill Lane",
                            "The plume reaches it first",
                            FORMULA,
                            "Ring the bus company, Okafor, 10:30")
                    .contains(entry(played, played.decision()).hash().substring(0, 12));
        }
        ReportFile pdf = keep(reports.decisionLog(played.evaluator(), played.id(), ReportFormat.PDF));
        try (PDDocument document = Loader.loadPDF(pdf.content())) {
            assertThat(text(document, 0)).contains("Close Mill Lane").contains(MARKING);
        }
    }

    @Test
    void aPieceOfEvidenceTellsWhatWasDoneKnownAndJudged() throws IOException {
        PlayedExercise played = anExercise();
        Caller.SignedIn apprentice = played.apprentice();
        Caller.SignedIn assessor = played.person("assessor", InstallationRole.ASSESSOR);
        learners.enrol(apprentice);
        learners.nameAssessor(apprentice, assessor.person());
        KsbCode ksb = new KsbCode("S1");
        EvidenceId id = made(evidence.submit(
                apprentice,
                new EntryRef(played.id(), played.decision()),
                0,
                "I closed the lane before the plume reached it",
                Set.of(ksb)));
        made(evidence.judge(
                assessor,
                id,
                ksb,
                Judgement.ACCEPTED,
                "A reasoned decision under time pressure",
                evidence.piece(assessor, id).read()));

        ReportFile file = keep(reports.evidence(assessor, id));
        try (PDDocument pdf = Loader.loadPDF(file.content())) {
            String text = text(pdf, 0).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("Close Mill Lane", "The plume reaches it first", "What was known then", "relied on")
                    .contains("I closed the lane before the plume reached it")
                    .contains(standards.ksb(ksb).orElseThrow().text().substring(0, 30))
                    .contains("Accepted by", "A reasoned decision under time pressure")
                    .contains(standards.standardName())
                    .contains(entry(played, played.decision()).hash().substring(0, 30));
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(text(pdf, page).split(MARKING, -1)).hasSize(3);
            }
            assertThat(links(pdf)).contains(link(played, played.decision()));
        }
        assertThatThrownBy(() -> reports.evidence(played.director(), id)).isInstanceOf(NotAllowed.class);
    }

    private static EvidenceId made(Change<EvidenceId> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<EvidenceId>) change).value();
    }

    @Test
    void playersGetNoDocuments() throws IOException {
        PlayedExercise played = PlayedExercise.ended(context);
        assertThatThrownBy(() -> reports.postExercise(played.price(), played.id(), ReportFormat.PDF))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reports.decisionLog(played.apprentice(), played.id(), ReportFormat.XLSX))
                .isInstanceOf(NotAllowed.class);
    }

    private void says(String text, PlayedExercise played) {
        String plain = text.replaceAll("\\s+", " ");
        assertThat(plain)
                .contains("Post-exercise report: Caravan site, May")
                .contains(played.play().plan().aim().replaceAll("\\s+", " ").substring(0, 40))
                .contains("G. Price")
                .contains("M. Okafor")
                .contains("Finding 1, to improve: Role resilience")
                .contains("Nobody owned Mill Lane <b>&amp; nobody")
                .contains("Give each road an owner")
                .contains("Entry " + played.decision())
                .contains(entry(played, played.decision()).hash().substring(0, 12))
                .contains("Decision 1, Tactical")
                .contains("Half acknowledged within")
                .contains("Hash of the last entry")
                .contains(records.seal(played.director(), played.id())
                        .orElseThrow()
                        .headHash()
                        .substring(0, 20))
                .contains("./run verify FILE --key KEY");
    }

    private PlayedExercise anExercise() {
        PlayedExercise played = PlayedExercise.running(context);
        done(logbook.logDecision(
                played.okafor(),
                played.id(),
                ClientId.random(),
                new DecisionDraft(
                        null,
                        List.of(),
                        FORMULA,
                        "To see what a table makes of it, \u0007 and of ŵ and ŷ",
                        "",
                        "",
                        List.of(new ActionWords("Ring the bus company", "Okafor", "10:30")),
                        ""),
                time.instant()));
        played.end();
        FindingAnswer found = findings.record(
                played.evaluator(),
                played.id(),
                new FindingDraft(
                        "Nobody owned Mill Lane <b>&amp; nobody\nasked",
                        "One cell owns each closure",
                        "Crews met a shut gate",
                        "Role resilience",
                        false,
                        List.of(played.inject().seq(), played.decision())));
        assertThat(found).isInstanceOf(FindingAnswer.Done.class);
        lessons.identify(
                played.evaluator(),
                ((FindingAnswer.Done) found).finding().id(),
                new LessonDraft("Owners of roads", "Give each road an owner", "Role resilience", false));
        return played.seal();
    }

    private LedgerEntry entry(PlayedExercise played, long seq) {
        return records.read(played.director(), played.id(), seq - 1, 1).getFirst();
    }

    private Instant decidedAt(PlayedExercise played) {
        return entry(played, played.decision()).occurredAt();
    }

    private String link(PlayedExercise played, long seq) {
        return address.of("/exercise/" + played.id() + "/log?entry=" + seq).toString();
    }

    /** The text of a page, or of all for 0. */
    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        if (page > 0) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
        }
        return stripper.getText(pdf);
    }

    /** All its text in the order in which it is read aloud: no line of one column beside that of another. */
    private static String asWritten(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }

    private static List<String> links(PDDocument pdf) throws IOException {
        List<String> links = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI to) {
                    links.add(to.getURI());
                }
            }
        }
        return links;
    }

    private static List<String> headings(XWPFDocument word) {
        return word.getBodyElements().stream()
                .filter(XWPFParagraph.class::isInstance)
                .map((IBodyElement element) -> (XWPFParagraph) element)
                .filter(paragraph -> "Heading1".equals(paragraph.getStyle()))
                .map(XWPFParagraph::getText)
                .collect(Collectors.toList());
    }

    private static ReportFile keep(ReportFile file) throws IOException {
        return keep("", file);
    }

    private static ReportFile keep(String of, ReportFile file) throws IOException {
        Files.write(Files.createDirectories(SEEN).resolve(of + file.name()), file.content());
        return file;
    }
}
