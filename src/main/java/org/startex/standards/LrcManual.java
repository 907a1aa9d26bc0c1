package org.startex.standards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.startex.kernel.LrcCode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Strategy and Manual to create a Local Resilience Capability: its eight steps with their questions, and its case study. It gives no scale of readiness and
 * no threshold; whoever wants one sets their own.
 */
public final class LrcManual {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Rows rows;
    private final List<LrcStep> steps;
    private final LrcCaseStudy caseStudy;

    private record QuestionRow(String lead, String text) {}

    private record StepRow(
            String code, int number, String verb, String phase, String title, List<QuestionRow> questions) {}

    private record GroupRow(
            String code, String name, String rationale, String description, List<String> needs, String scale) {}

    private record ResponseRow(String code, String title, List<String> comprises) {}

    private record CaseStudyRow(boolean demonstration, List<GroupRow> groups, List<ResponseRow> responses) {}

    private record Rows(
            String title, String publisher, String published, List<StepRow> steps, CaseStudyRow caseStudy) {}

    private LrcManual(Rows rows) {
        this.rows = rows;
        steps = rows.steps.stream().map(LrcManual::step).toList();
        if (!rows.caseStudy.demonstration) {
            throw new IllegalStateException("the case study is demonstration data and must say so");
        }
        caseStudy = new LrcCaseStudy(
                rows.caseStudy.groups.stream()
                        .map(g -> new LrcCaseStudy.Group(
                                new LrcCode(g.code), g.name, g.rationale, g.description, g.needs, g.scale))
                        .toList(),
                rows.caseStudy.responses.stream()
                        .map(r -> new LrcCaseStudy.Response(new LrcCode(r.code), r.title, r.comprises))
                        .toList());
    }

    private static LrcStep step(StepRow row) {
        List<LrcQuestion> questions = IntStream.range(0, row.questions.size())
                .mapToObj(i -> new LrcQuestion(i + 1, row.questions.get(i).lead, row.questions.get(i).text))
                .toList();
        return new LrcStep(new LrcCode(row.code), row.number, row.verb, row.phase, row.title, questions);
    }

    /** Reads the manual's lists that come with the program. */
    public static LrcManual load() {
        try (InputStream in = LrcManual.class.getResourceAsStream("lrc-manual.json")) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: lrc-manual.json");
            }
            return new LrcManual(JsonMapper.builder().build().readValue(in, Rows.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The eight steps in their order. */
    public List<LrcStep> steps() {
        return steps;
    }

    /** The step with this number. */
    public Optional<LrcStep> step(int number) {
        return steps.stream().filter(step -> step.number() == number).findFirst();
    }

    /** The step with this code. */
    public Optional<LrcStep> step(LrcCode code) {
        return steps.stream().filter(step -> step.code().equals(code)).findFirst();
    }

    /** The made-up partnership of the case study: demonstration data. */
    public LrcCaseStudy caseStudy() {
        return caseStudy;
    }

    /** What must be said wherever the manual's words are shown: publisher, title and date. */
    public String attribution() {
        return "%s, %s, %s".formatted(rows.publisher, rows.title, DATE.format(LocalDate.parse(rows.published)));
    }
}
