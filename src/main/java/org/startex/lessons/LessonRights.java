package org.startex.lessons;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.startex.conduct.ExerciseDesk;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;

/**
 * Who may do what to lessons. Everybody signed in reads them: a partnership learns together. Which inject tests what is for those who may read the library,
 * so that nobody learns what an exercise to come will bring.
 */
@Component
class LessonRights {
    private final ExerciseDesk desk;

    LessonRights(ExerciseDesk desk) {
        this.desk = desk;
    }

    /** Exercise directors and the LRC working group steer what is learned. */
    static boolean steers(Caller caller) {
        return caller instanceof Caller.SignedIn person
                && (person.has(InstallationRole.EXERCISE_DIRECTOR) || person.has(InstallationRole.LRC_WORKING_GROUP));
    }

    /** Exercise directors and scenario authors attach lessons to injects. */
    static boolean attaches(Caller caller) {
        return caller instanceof Caller.SignedIn person
                && (person.has(InstallationRole.EXERCISE_DIRECTOR) || person.has(InstallationRole.SCENARIO_AUTHOR));
    }

    static boolean readsLibrary(Caller caller) {
        return switch (caller) {
            case Caller.Program program -> true;
            case Caller.SignedIn person -> attaches(person) || person.has(InstallationRole.ADMINISTRATOR);
            case Caller.Joined joined -> false;
            case Caller.Nobody nobody -> false;
        };
    }

    static void requireReader(Caller caller, String act) {
        if (!(caller instanceof Caller.SignedIn) && !(caller instanceof Caller.Program)) {
            throw new NotAllowed(act);
        }
    }

    static PersonId signedIn(Caller caller, String act) {
        if (caller instanceof Caller.SignedIn person) {
            return person.person();
        }
        throw new NotAllowed(act);
    }

    /** The person who acts, if they may do this to the lesson: whether it fits the lesson's state is for the rules to say. */
    static PersonId require(Caller caller, Optional<Lesson> lesson, LessonAct act) {
        PersonId person = signedIn(caller, act.name());
        if (!may(caller, person, lesson, act)) {
            throw new NotAllowed(act.name());
        }
        return person;
    }

    private static boolean may(Caller caller, PersonId person, Optional<Lesson> lesson, LessonAct act) {
        return switch (act) {
            case ACCEPT, DECLINE -> steers(caller);
            case REWORD, PLAN ->
                steers(caller) || lesson.filter(one -> isDraftOf(one, person)).isPresent();
            case ADD_ACTION, DROP_ACTION, IMPLEMENT ->
                steers(caller)
                        || lesson.filter(one -> person.equals(one.owner()) || isDraftOf(one, person))
                                .isPresent();
            case ATTACH, DETACH -> attaches(caller);
        };
    }

    /** While it waits to be accepted, a lesson is shaped by whoever identified it. */
    private static boolean isDraftOf(Lesson lesson, PersonId person) {
        return lesson.state() == LessonState.IDENTIFIED && lesson.identifiedBy().equals(person);
    }

    /** What the caller may do to a lesson as it stands. */
    static Set<LessonAct> acts(Caller caller, Lesson lesson) {
        if (!(caller instanceof Caller.SignedIn signedIn)) {
            return Set.of();
        }
        return Arrays.stream(LessonAct.values())
                .filter(act -> act.fits(lesson) && may(caller, signedIn.person(), Optional.of(lesson), act))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LessonAct.class)));
    }

    /** Whether the caller may judge what an exercise has tested: those who steer, and its director and evaluators. */
    boolean judges(Caller caller, ExerciseId exercise) {
        return steers(caller)
                || (caller instanceof Caller.SignedIn
                        && plays(caller, exercise, ExerciseRole.DIRECTOR, ExerciseRole.EVALUATOR));
    }

    /** Whether the caller may know before its end what an exercise tests. */
    boolean seesTests(Caller caller, ExerciseId exercise) {
        return readsLibrary(caller)
                || desk.standing(caller, exercise)
                        .filter(s -> s.member().present() && s.role().seesAll())
                        .isPresent();
    }

    private boolean plays(Caller caller, ExerciseId exercise, ExerciseRole... roles) {
        return desk.standing(caller, exercise)
                .filter(s -> s.member().present() && Arrays.asList(roles).contains(s.role()))
                .isPresent();
    }
}
