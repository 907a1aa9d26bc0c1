package org.startex.authorisation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.startex.conduct.ConductService;
import org.startex.conduct.Joining;
import org.startex.conduct.JoiningService;
import org.startex.debrief.FindingAnswer;
import org.startex.debrief.FindingDraft;
import org.startex.debrief.FindingService;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.FindingId;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.LessonId;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PersonId;
import org.startex.lessons.LessonAnswer;
import org.startex.lessons.LessonDraft;
import org.startex.lessons.LessonService;
import org.startex.people.AccountChange;
import org.startex.people.Caller;
import org.startex.people.NewPerson;
import org.startex.people.PeopleService;

/** Somebody of every kind who may call a service, around one exercise after ENDEX; and what is there in it to which things may be done. */
final class Callers {
    private static final Caller ADMINISTRATOR =
            new Caller.SignedIn(PersonId.random(), Set.of(InstallationRole.ADMINISTRATOR));

    private final PeopleService people;
    private final JoiningService joining;
    private final Map<ExerciseRole, PersonId> staff = new EnumMap<>(ExerciseRole.class);

    private final ExerciseId exercise;
    private final Caller.Joined joined;
    private final Caller.Joined joinedElsewhere;
    private final PersonId directorElsewhere;
    private final ParticipantId bystander;
    private final PersonId spare;
    private final FindingId finding;
    private final LessonId lesson;
    private final Map<String, Caller> byColumn;

    Callers(
            PeopleService people,
            ConductService conduct,
            JoiningService joining,
            FindingService findings,
            LessonService lessons,
            Instant plannedFor)
            throws Exception {
        this.people = people;
        this.joining = joining;
        PersonId director = person("director");
        Caller planning = new Caller.SignedIn(director, Set.of(InstallationRole.EXERCISE_DIRECTOR));
        exercise = conduct.plan(planning, "caravan-site", "Authorisation", plannedFor);
        String code = codeOfACell(planning, exercise);
        staff.put(ExerciseRole.DIRECTOR, director);
        for (ExerciseRole role : ExerciseRole.values()) {
            if (role != ExerciseRole.DIRECTOR && role != ExerciseRole.PLAYER) {
                PersonId person = person(role.code());
                conduct.giveRole(planning, exercise, ClientId.random(), person, role)
                        .get(10, TimeUnit.SECONDS);
                staff.put(role, person);
            }
        }
        PersonId player = person("player");
        join(new Caller.SignedIn(player, Set.of()), code, "");
        staff.put(ExerciseRole.PLAYER, player);
        joined = join(Caller.NOBODY, code, "A. Rahman");
        bystander = join(Caller.NOBODY, code, "G. Price").participant();
        spare = person("spare");
        directorElsewhere = person("director.elsewhere");
        Caller planningElsewhere = new Caller.SignedIn(directorElsewhere, Set.of(InstallationRole.EXERCISE_DIRECTOR));
        ExerciseId elsewhere = conduct.plan(planningElsewhere, "caravan-site", "Elsewhere", plannedFor);
        joinedElsewhere = join(Caller.NOBODY, codeOfACell(planningElsewhere, elsewhere), "A. Rahman");
        conduct.start(planning, exercise, ClientId.random()).get(10, TimeUnit.SECONDS);
        conduct.end(planning, exercise, ClientId.random(), "").get(10, TimeUnit.SECONDS);
        finding = aFinding(planning, findings);
        lesson = aLesson(planning, lessons);
        byColumn = everybody();
    }

    private FindingId aFinding(Caller director, FindingService findings) {
        FindingDraft draft = new FindingDraft("x", "x", "x", "x", false, List.of(1L));
        return switch (findings.record(director, exercise, draft)) {
            case FindingAnswer.Done done -> done.finding().id();
            case FindingAnswer.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** Accepted, so that whoever identified it has no more say in it than others. */
    private LessonId aLesson(Caller director, LessonService lessons) {
        LessonAnswer identified = lessons.identify(director, finding, new LessonDraft("x", "x", "x", false));
        if (identified instanceof LessonAnswer.Done done
                && lessons.accept(director, done.lesson().id(), "") instanceof LessonAnswer.Done accepted) {
            return accepted.lesson().id();
        }
        throw new IllegalStateException(identified.toString());
    }

    private PersonId person(String name) {
        NewPerson facts = new NewPerson(name, "Matrix", "", "matrix-" + name, Set.of());
        return switch (people.add(ADMINISTRATOR, facts)) {
            case AccountChange.Changed(PersonId person) -> person;
            case AccountChange.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private String codeOfACell(Caller director, ExerciseId exercise) {
        return joining.codes(director, exercise).stream()
                .filter(one -> one.cell() != null)
                .findFirst()
                .orElseThrow()
                .code();
    }

    private Caller.Joined join(Caller caller, String code, String name) {
        return switch (joining.join(caller, new Joining.Request(code, name, "Matrix", "", "192.0.2.1"))) {
            case Joining.Result.Joined in -> new Caller.Joined(in.exercise(), in.participant());
            case Joining.Result.NotJoined out -> throw new IllegalStateException(out.toString());
        };
    }

    /** By the columns of the table, in their order. */
    Map<String, Caller> byColumn() {
        return byColumn;
    }

    private Map<String, Caller> everybody() {
        Map<String, Caller> callers = new LinkedHashMap<>();
        callers.put("nobody", Caller.NOBODY);
        callers.put("joined player", joined);
        callers.put("signed in", new Caller.SignedIn(person("plain"), Set.of()));
        for (InstallationRole role : InstallationRole.values()) {
            String name = role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            callers.put(name, new Caller.SignedIn(person(name.replace(' ', '.')), Set.of(role)));
        }
        staff.forEach((role, person) -> callers.put(role.code(), new Caller.SignedIn(person, Set.of())));
        callers.put("joined elsewhere", joinedElsewhere);
        callers.put("director elsewhere", new Caller.SignedIn(directorElsewhere, Set.of()));
        return callers;
    }

    ExerciseId exercise() {
        return exercise;
    }

    /** A participant who loses nothing that a row needs. */
    ParticipantId bystander() {
        return bystander;
    }

    /** A person who loses nothing that a row needs. */
    PersonId spare() {
        return spare;
    }

    /** A finding of the exercise. */
    FindingId finding() {
        return finding;
    }

    /** A lesson that came of it. */
    LessonId lesson() {
        return lesson;
    }
}
