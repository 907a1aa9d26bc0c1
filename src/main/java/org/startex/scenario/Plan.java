package org.startex.scenario;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.startex.kernel.ConductKind;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.MessageRules;
import org.startex.kernel.RatingScale;

/** A scenario without its injects: what {@code scenario.yaml} says. */
record Plan(
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
        MessageRules messages) {

    Scenario with(
            String slug,
            String digest,
            List<Inject> injects,
            List<AdHocTemplate> templates,
            List<Storyline> storylines) {
        return new Scenario(
                slug,
                digest,
                title,
                hazard,
                kind,
                conduct,
                aim,
                marking,
                codeWord,
                start,
                zone,
                length,
                objectives,
                cells,
                phases,
                noDuffLines,
                ratingScale,
                messages,
                injects,
                templates,
                storylines);
    }
}
