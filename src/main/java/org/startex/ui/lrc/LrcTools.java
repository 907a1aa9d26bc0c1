package org.startex.ui.lrc;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.startex.debrief.Finding;
import org.startex.debrief.FindingService;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonService;
import org.startex.lrc.CapabilityService;
import org.startex.lrc.ImprovementService;
import org.startex.lrc.ReadinessService;
import org.startex.people.Caller;
import org.startex.people.CurrentCaller;
import org.startex.people.NotAllowed;
import org.startex.people.PeopleService;
import org.startex.people.PersonName;
import org.startex.standards.LrcManual;
import org.startex.standards.StandardsCatalogue;
import org.startex.ui.UserZone;

/** What every screen of this workspace works with. */
@Component
class LrcTools {
    private final CapabilityService capability;
    private final ReadinessService readiness;
    private final ImprovementService improvements;
    private final LessonService lessons;
    private final FindingService findings;
    private final PeopleService people;
    private final LrcManual manual;
    private final StandardsCatalogue catalogue;
    private final CurrentCaller caller;
    private final InstantSource time;

    LrcTools(
            CapabilityService capability,
            ReadinessService readiness,
            ImprovementService improvements,
            LessonService lessons,
            FindingService findings,
            PeopleService people,
            LrcManual manual,
            StandardsCatalogue catalogue,
            CurrentCaller caller,
            InstantSource time) {
        this.capability = capability;
        this.readiness = readiness;
        this.improvements = improvements;
        this.lessons = lessons;
        this.findings = findings;
        this.people = people;
        this.manual = manual;
        this.catalogue = catalogue;
        this.caller = caller;
        this.time = time;
    }

    CapabilityService capability() {
        return capability;
    }

    ReadinessService readiness() {
        return readiness;
    }

    ImprovementService improvements() {
        return improvements;
    }

    LessonService lessons() {
        return lessons;
    }

    LrcManual manual() {
        return manual;
    }

    StandardsCatalogue catalogue() {
        return catalogue;
    }

    Caller caller() {
        return caller.get();
    }

    /** Whether the caller is of the working group. */
    boolean writes() {
        return improvements.writes(caller.get());
    }

    Instant now() {
        return time.instant();
    }

    /** The reader's day. */
    LocalDate today() {
        return LocalDate.ofInstant(time.instant(), zone());
    }

    ZoneId zone() {
        return UserZone.of(UI.getCurrent());
    }

    /** People to choose an owner from. */
    List<PersonName> people(String search) {
        return people.directory(caller.get(), search, 500);
    }

    /** The finding of a lesson, if the caller may read it. */
    Optional<Finding> finding(Lesson lesson) {
        try {
            return findings.finding(caller.get(), lesson.finding());
        } catch (NotAllowed notTheirs) {
            return Optional.empty();
        }
    }
}
