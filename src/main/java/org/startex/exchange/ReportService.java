package org.startex.exchange;

import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;
import org.startex.competency.EvidencePiece;
import org.startex.competency.EvidenceService;
import org.startex.conduct.ConductService;
import org.startex.conduct.Exercise;
import org.startex.conduct.RecordService;
import org.startex.debrief.Finding;
import org.startex.debrief.FindingService;
import org.startex.debrief.TempoService;
import org.startex.kernel.EvidenceId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.PublicAddress;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonFilter;
import org.startex.lessons.LessonService;
import org.startex.logbook.LogbookService;
import org.startex.people.Caller;
import org.startex.standards.StandardsCatalogue;

/**
 * Documents of an exercise, for its staff. Each line names the entry of the record that it comes from, with the beginning of its hash, and leads to it. The marking stands above and
 * below every page.
 */
@Service
public class ReportService {
    private final ConductService conduct;
    private final RecordService records;
    private final LogbookService logbook;
    private final TempoService tempos;
    private final FindingService findings;
    private final LessonService lessons;
    private final EvidenceService evidence;
    private final StandardsCatalogue standards;
    private final PublicAddress address;
    private final InstantSource time;

    ReportService(
            ConductService conduct,
            RecordService records,
            LogbookService logbook,
            TempoService tempos,
            FindingService findings,
            LessonService lessons,
            EvidenceService evidence,
            StandardsCatalogue standards,
            PublicAddress address,
            InstantSource time) {
        this.conduct = conduct;
        this.records = records;
        this.logbook = logbook;
        this.tempos = tempos;
        this.findings = findings;
        this.lessons = lessons;
        this.evidence = evidence;
        this.standards = standards;
        this.address = address;
        this.time = time;
    }

    /**
     * What the exercise was for, who took part, what happened, what was found and learned, and how to check it: as Word document or PDF. For its staff.
     *
     * @throws IllegalArgumentException for any other format
     */
    public ReportFile postExercise(Caller caller, ExerciseId exercise, ReportFormat format) {
        Source source = source(caller, exercise);
        List<Finding> found = findings.findings(caller, exercise);
        List<Lesson> learned = lessons.lessons(Caller.PROGRAM, LessonFilter.ALL).stream()
                .filter(lesson -> lesson.origin().exercise().equals(exercise))
                .toList();
        Report report = new PostExercise(
                        source,
                        logbook.observations(caller, exercise),
                        tempos.tempo(caller, exercise),
                        found,
                        learned,
                        lessons.names(Caller.PROGRAM))
                .compose();
        return format.file(
                "report-" + source.fileName(),
                switch (format) {
                    case DOCX -> WordWriter.write(report);
                    case PDF -> PdfWriter.write(report);
                    case XLSX -> throw new IllegalArgumentException("no such report: " + format);
                });
    }

    /**
     * All decisions with their rationale: as Word document or PDF, or as a table to be sorted and filtered. For its staff.
     *
     * @throws IllegalArgumentException for any other format
     */
    public ReportFile decisionLog(Caller caller, ExerciseId exercise, ReportFormat format) {
        Source source = source(caller, exercise);
        DecisionLog log = new DecisionLog(source, logbook.decisions(caller, exercise));
        return format.file(
                "decisions-" + source.fileName(),
                switch (format) {
                    case DOCX -> WordWriter.write(log.compose());
                    case XLSX -> DecisionSheet.write(source, log);
                    case PDF -> PdfWriter.write(log.compose());
                });
    }

    /** A piece of evidence with the words of the KSBs that it was claimed for, as PDF. For its learner and the learner's assessors. */
    public ReportFile evidence(Caller caller, EvidenceId id) {
        EvidencePiece piece = evidence.piece(caller, id);
        Source source = source(Caller.PROGRAM, piece.entry().exercise());
        Report report = new EvidencePaper(
                        piece,
                        evidence.names(caller, id),
                        standards,
                        address,
                        source.plan().zone())
                .compose(source.marking(), time.instant());
        return ReportFormat.PDF.file(
                "evidence-" + source.fileName() + "-" + piece.entry().seq(), PdfWriter.write(report));
    }

    private Source source(Caller caller, ExerciseId exercise) {
        if (!(conduct.exercise(caller, exercise) instanceof Exercise.InPlay state)) {
            throw new IllegalArgumentException("no such exercise: " + exercise);
        }
        return new Source(
                state,
                conduct.names(caller, exercise),
                records.read(caller, exercise, 0, Integer.MAX_VALUE),
                records.seal(caller, exercise),
                address,
                time.instant());
    }
}
