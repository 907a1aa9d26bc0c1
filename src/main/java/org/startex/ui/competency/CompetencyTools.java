package org.startex.ui.competency;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.startex.competency.EvidenceService;
import org.startex.competency.LearnerService;
import org.startex.competency.NeedService;
import org.startex.conduct.ConductService;
import org.startex.conduct.Standing;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.LessonId;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonService;
import org.startex.people.Caller;
import org.startex.people.CurrentCaller;
import org.startex.standards.StandardsCatalogue;

/** What the screens of a competency record work with. Self-ratings are not among it. */
@Component
class CompetencyTools {
    private final LearnerService learners;
    private final EvidenceService evidence;
    private final NeedService needs;
    private final LessonService lessons;
    private final StandardsCatalogue standard;
    private final ConductService conduct;
    private final CurrentCaller current;
    private final InstantSource time;

    CompetencyTools(
            LearnerService learners,
            EvidenceService evidence,
            NeedService needs,
            LessonService lessons,
            StandardsCatalogue standard,
            ConductService conduct,
            CurrentCaller current,
            InstantSource time) {
        this.learners = learners;
        this.evidence = evidence;
        this.needs = needs;
        this.lessons = lessons;
        this.standard = standard;
        this.conduct = conduct;
        this.current = current;
        this.time = time;
    }

    LearnerService learners() {
        return learners;
    }

    EvidenceService evidence() {
        return evidence;
    }

    NeedService needs() {
        return needs;
    }

    Optional<Lesson> lesson(LessonId id) {
        return lessons.lesson(caller(), id);
    }

    StandardsCatalogue standard() {
        return standard;
    }

    Caller caller() {
        return current.get();
    }

    Instant now() {
        return time.instant();
    }

    /** Whether whoever sits here assesses at all. */
    boolean assesses() {
        return caller() instanceof Caller.SignedIn person && person.has(InstallationRole.ASSESSOR);
    }

    /** Whether whoever sits here may read the record of an exercise: its staff. */
    boolean readsRecord(ExerciseId exercise) {
        return conduct.standing(caller(), exercise)
                .map(Standing::role)
                .filter(ExerciseRole::seesAll)
                .isPresent();
    }
}
