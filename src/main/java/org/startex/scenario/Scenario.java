package org.startex.scenario;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.startex.kernel.CellCode;
import org.startex.kernel.ConductKind;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.MessageRules;
import org.startex.kernel.RatingScale;

/**
 * An authored exercise, complete and without fault: what lint refuses never becomes one of these.
 *
 * @param slug the folder's name, the scenario's name in addresses
 * @param digest SHA-256 of the authored files, in lower-case hex: names this version
 * @param conduct what drives it on: the clock, or the facilitator
 * @param marking the classification line shown on everything, for instance OFFICIAL
 * @param start the story's local date and time at STARTEX, in {@code zone}
 * @param length exercise time from STARTEX to ENDEX
 * @param noDuffLines the three lines shown when play stops for a real incident
 * @param ratingScale on which evaluators rate
 * @param messages who may write to whom
 * @param injects in the order of their due times, those without a time of their own last
 * @param templates what ad-hoc injects may begin with
 * @param storylines the threads of the story with the injects that tell them; may be empty
 */
public record Scenario(
        String slug,
        String digest,
        String title,
        String hazard,
        ScenarioKind kind,
        ConductKind conduct,
        String aim,
        String marking,
        String codeWord,
        LocalDateTime start,
        ZoneId zone,
        ExerciseTime length,
        List<Objective> objectives,
        List<Cell> cells,
        List<Phase> phases,
        List<String> noDuffLines,
        RatingScale ratingScale,
        MessageRules messages,
        List<Inject> injects,
        List<AdHocTemplate> templates,
        List<Storyline> storylines) {
    public Scenario {
        objectives = List.copyOf(objectives);
        cells = List.copyOf(cells);
        phases = List.copyOf(phases);
        noDuffLines = List.copyOf(noDuffLines);
        injects = List.copyOf(injects);
        templates = List.copyOf(templates);
        storylines = List.copyOf(storylines);
    }

    /** The cell with this code. */
    public Optional<Cell> cell(CellCode code) {
        return cells.stream().filter(c -> c.code().equals(code)).findFirst();
    }
}
