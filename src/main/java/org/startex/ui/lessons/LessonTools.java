package org.startex.ui.lessons;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.startex.conduct.ConductService;
import org.startex.debrief.Finding;
import org.startex.debrief.FindingService;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.FindingId;
import org.startex.kernel.PersonId;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonService;
import org.startex.logbook.LogbookService;
import org.startex.people.Caller;
import org.startex.people.CurrentCaller;
import org.startex.people.NotAllowed;
import org.startex.people.PeopleService;
import org.startex.people.PersonName;
import org.startex.people.SignedInPerson;
import org.startex.scenario.LibraryEntry;
import org.startex.scenario.Scenario;
import org.startex.scenario.ScenarioService;
import org.startex.standards.LessonThemes;
import org.startex.ui.UserZone;

/** What the screens of lessons work with. */
@Component
public class LessonTools {
    private static final int MOST_PEOPLE = 500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private final LessonService lessons;
    private final FindingService findings;
    private final ConductService conduct;
    private final LogbookService logbook;
    private final PeopleService people;
    private final ScenarioService scenarios;
    private final LessonThemes themes;
    private final CurrentCaller caller;
    private final InstantSource time;

    LessonTools(
            LessonService lessons,
            FindingService findings,
            ConductService conduct,
            LogbookService logbook,
            PeopleService people,
            ScenarioService scenarios,
            LessonThemes themes,
            CurrentCaller caller,
            InstantSource time) {
        this.lessons = lessons;
        this.findings = findings;
        this.conduct = conduct;
        this.logbook = logbook;
        this.people = people;
        this.scenarios = scenarios;
        this.themes = themes;
        this.caller = caller;
        this.time = time;
    }

    LessonService lessons() {
        return lessons;
    }

    ConductService conduct() {
        return conduct;
    }

    LogbookService logbook() {
        return logbook;
    }

    LessonThemes themes() {
        return themes;
    }

    Caller caller() {
        return caller.get();
    }

    /** Whoever sits here. */
    @Nullable
    PersonId person() {
        return caller.get() instanceof Caller.SignedIn signedIn ? signedIn.person() : null;
    }

    /** Today, where the reader is. */
    LocalDate today() {
        return LocalDate.ofInstant(time.instant(), UserZone.of(UI.getCurrent()));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The day of an instant, where the reader is. */
    static String day(Instant instant) {
        return DAY.format(instant.atZone(UserZone.of(UI.getCurrent())));
    }

    /** A finding, as far as the reader may see it. */
    Optional<Finding> finding(FindingId id) {
        try {
            return findings.finding(caller(), id);
        } catch (NotAllowed notTheirs) {
            return Optional.empty();
        }
    }

    /** Whether the reader may make lessons of an exercise's findings. */
    boolean identifies(ExerciseId exercise) {
        return findings.mayWrite(caller(), exercise);
    }

    /** Whether the reader may open the record of an exercise. */
    boolean readsRecord(ExerciseId exercise) {
        return conduct.standing(caller(), exercise)
                .filter(standing ->
                        standing.member().present() && standing.role().seesAll())
                .isPresent();
    }

    /** People who can be given something to do: everybody for those who may look people up, else the reader alone. */
    List<PersonName> people() {
        try {
            return people.directory(caller(), "", MOST_PEOPLE);
        } catch (NotAllowed notTheirs) {
            return caller.signedIn().stream()
                    .map((SignedInPerson me) -> new PersonName(me.person(), me.name(), "", me.username()))
                    .toList();
        }
    }

    /** Whether the reader may look people up. */
    boolean looksUpPeople() {
        try {
            people.directory(caller(), "", 1);
            return true;
        } catch (NotAllowed notTheirs) {
            return false;
        }
    }

    /** Scenarios whose injects can test a lesson. */
    List<Scenario> scenarios() {
        return scenarios.list(caller(), "").stream()
                .flatMap(entry -> entry instanceof LibraryEntry.Ready ready ? Stream.of(ready.scenario()) : Stream.of())
                .toList();
    }

    /** A scenario's title; its short name where the reader may not see the library. */
    String scenarioTitle(String slug) {
        try {
            return scenarios.scenario(caller(), slug).map(Scenario::title).orElse(slug);
        } catch (NotAllowed notTheirs) {
            return slug;
        }
    }

    /** Themes to offer: the list that comes with the program, and those that lessons have already. */
    List<String> themesInUse(List<Lesson> all) {
        return Stream.concat(themes.themes().stream(), all.stream().map(Lesson::theme))
                .distinct()
                .toList();
    }
}
