package org.startex.conduct;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.ConductKind;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.MessageRules;
import org.startex.kernel.RatingScale;
import org.startex.scenario.AdHocTemplate;
import org.startex.scenario.Storyline;

/**
 * What was planned, whole, as it stood when the exercise was planned: a later change of the scenario does not change it.
 *
 * @param slug the scenario's name in the library
 * @param digest the scenario's version
 * @param start the story's local date and time at STARTEX
 * @param ratingScale on which evaluators rate, or null in records older than scales: then the usual one counts
 * @param templates what ad-hoc injects may begin with; older records have none
 * @param injects in the order of their due times, those without a time of their own last
 * @param messageRules who may write to whom, or null in records older than messages: then the usual ones hold
 * @param conduct what drives it on, or null in records older than facilitated conduct: then it is the clock
 * @param storylines the threads of the story with the injects that tell them; older records have none
 */
public record Plan(
        String slug,
        String digest,
        String title,
        String hazard,
        String kind,
        String aim,
        String marking,
        String codeWord,
        LocalDateTime start,
        ZoneId zone,
        ExerciseTime length,
        List<String> noDuffLines,
        List<Place> places,
        List<PlannedObjective> objectives,
        List<PlannedPhase> phases,
        List<PlannedInject> injects,
        Instant plannedFor,
        @Nullable RatingScale ratingScale,
        List<AdHocTemplate> templates,
        @Nullable MessageRules messageRules,
        @Nullable ConductKind conduct,
        List<Storyline> storylines) {
    public Plan {
        noDuffLines = List.copyOf(noDuffLines);
        places = List.copyOf(places);
        objectives = List.copyOf(objectives);
        phases = List.copyOf(phases);
        injects = List.copyOf(injects);
        templates = List.copyOf(Objects.requireNonNullElse(templates, List.of()));
        storylines = List.copyOf(Objects.requireNonNullElse(storylines, List.of()));
    }

    /** What stands on everything. */
    public Marking marked() {
        return new Marking(marking, codeWord);
    }

    Plan marked(Marking now) {
        return new Plan(
                slug,
                digest,
                title,
                hazard,
                kind,
                aim,
                now.text(),
                now.codeWord(),
                start,
                zone,
                length,
                noDuffLines,
                places,
                objectives,
                phases,
                injects,
                plannedFor,
                ratingScale,
                templates,
                messageRules,
                conduct,
                storylines);
    }

    /** Who may write to whom. */
    public MessageRules messages() {
        return messageRules == null ? MessageRules.USUAL : messageRules;
    }

    /** Whether its moves are begun by hand. */
    public boolean facilitated() {
        return conduct == ConductKind.FACILITATED;
    }

    /** The cell with this code. */
    public Optional<Place> place(CellCode code) {
        return places.stream().filter(p -> p.code().equals(code)).findFirst();
    }

    /** The inject with this number. */
    public Optional<PlannedInject> inject(InjectNumber number) {
        return injects.stream().filter(i -> i.number().equals(number)).findFirst();
    }

    /** The storyline that an inject tells, if it tells one. */
    public Optional<Storyline> storyline(InjectNumber number) {
        return storylines.stream().filter(s -> s.injects().contains(number)).findFirst();
    }

    /** Whether an addressee exists: the cell, and the role in it if one is named. */
    public boolean knows(Addressee to) {
        return place(to.cell())
                .filter(p -> to.wholeCell()
                        || p.posts().stream().anyMatch(post -> post.code().equals(to.role())))
                .isPresent();
    }
}
