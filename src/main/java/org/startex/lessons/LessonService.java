package org.startex.lessons;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.startex.conduct.ConductService;
import org.startex.conduct.Play;
import org.startex.conduct.RecordService;
import org.startex.debrief.Finding;
import org.startex.debrief.FindingService;
import org.startex.kernel.EntryRef;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.FindingId;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.LessonId;
import org.startex.kernel.PersonId;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.people.ParticipantRegister;
import org.startex.scenario.ScenarioService;

/**
 * Lessons from a finding to an exercise that has shown that they hold. Everybody signed in reads them. Those who may write findings of an exercise identify
 * them; exercise directors and the LRC working group accept, plan and judge them; whoever owns an action says when it is done. Every step is kept.
 */
@Service
public class LessonService {
    private final LessonDesk desk;
    private final LessonRepository repository;
    private final LessonTests tests;
    private final LessonRights rights;
    private final FindingService findings;
    private final ConductService conduct;
    private final RecordService records;
    private final ScenarioService scenarios;
    private final ParticipantRegister register;

    LessonService(
            LessonDesk desk,
            LessonRepository repository,
            LessonTests tests,
            LessonRights rights,
            FindingService findings,
            ConductService conduct,
            RecordService records,
            ScenarioService scenarios,
            ParticipantRegister register) {
        this.desk = desk;
        this.repository = repository;
        this.tests = tests;
        this.rights = rights;
        this.findings = findings;
        this.conduct = conduct;
        this.records = records;
        this.scenarios = scenarios;
        this.register = register;
    }

    // From a finding to a change that is made

    /** Makes a lesson of a finding that stands. For those who may write findings of its exercise. */
    public LessonAnswer identify(Caller caller, FindingId finding, LessonDraft draft) {
        PersonId by = LessonRights.signedIn(caller, "identify a lesson");
        Finding found = findings.finding(Caller.PROGRAM, finding)
                .filter(one -> findings.mayWrite(caller, one.exercise()))
                .orElseThrow(() -> new NotAllowed("identify a lesson"));
        if (!found.stands()) {
            return new LessonAnswer.Refused(LessonFault.FINDING_WITHDRAWN);
        }
        return LessonRules.check(draft)
                .<LessonAnswer>map(LessonAnswer.Refused::new)
                .orElseGet(() -> new LessonAnswer.Done(desk.begin(
                        by,
                        number -> new LessonFact.Identified(
                                number, finding, found.exercise(), found.cites(), LessonWords.tidy(draft)))));
    }

    /** Puts a lesson into other words, until its change is made. For those who steer, and for whoever identified it until it is accepted. */
    public LessonAnswer reword(Caller caller, LessonId id, LessonDraft draft) {
        return act(caller, id, LessonAct.REWORD, new LessonCommand.Reword(draft));
    }

    /** Says that the partnership will make the change. A reason is needed if it was declined before. For exercise directors and the LRC working group. */
    public LessonAnswer accept(Caller caller, LessonId id, String reason) {
        return act(caller, id, LessonAct.ACCEPT, new LessonCommand.Accept(reason));
    }

    /** Says that the partnership will not make the change, and why. For exercise directors and the LRC working group. */
    public LessonAnswer decline(Caller caller, LessonId id, String reason) {
        return act(caller, id, LessonAct.DECLINE, new LessonCommand.Decline(reason));
    }

    /** Gives a lesson an owner and a day, or none. For those who steer, and for whoever identified it until it is accepted. */
    public LessonAnswer plan(Caller caller, LessonId id, @Nullable PersonId owner, @Nullable LocalDate due) {
        if (owner != null && register.personName(owner).isEmpty()) {
            LessonRights.require(caller, repository.lesson(id), LessonAct.PLAN);
            return new LessonAnswer.Refused(LessonFault.UNKNOWN_PERSON);
        }
        return act(caller, id, LessonAct.PLAN, new LessonCommand.Plan(owner, due));
    }

    /** Adds a piece of work. For those who steer, the lesson's owner, and whoever identified it until it is accepted. */
    public LessonAnswer addAction(Caller caller, LessonId id, String text, PersonId owner, @Nullable LocalDate due) {
        if (register.personName(owner).isEmpty()) {
            LessonRights.require(caller, repository.lesson(id), LessonAct.ADD_ACTION);
            return new LessonAnswer.Refused(LessonFault.UNKNOWN_PERSON);
        }
        return act(caller, id, LessonAct.ADD_ACTION, new LessonCommand.AddAction(text, owner, due));
    }

    /** Says that a piece of work is done, with what shows it. For its owner. */
    public LessonAnswer done(Caller caller, LessonId id, int action, String evidence) {
        PersonId by = LessonRights.signedIn(caller, "tick an action");
        return desk.act(id, by, new LessonCommand.DoAction(by, action, evidence));
    }

    /** Says that a piece of work is no longer needed, and why. For those who may add one. */
    public LessonAnswer drop(Caller caller, LessonId id, int action, String reason) {
        return act(caller, id, LessonAct.DROP_ACTION, new LessonCommand.DropAction(action, reason));
    }

    /** Says that the change is made, with what shows it. For those who steer and the lesson's owner. */
    public LessonAnswer implemented(Caller caller, LessonId id, String evidence) {
        return act(caller, id, LessonAct.IMPLEMENT, new LessonCommand.Implement(evidence));
    }

    private LessonAnswer act(Caller caller, LessonId id, LessonAct act, LessonCommand command) {
        PersonId by = LessonRights.require(caller, repository.lesson(id), act);
        return desk.act(id, by, command);
    }

    // Tested again

    /** Lets an inject test a lesson, in each exercise of the scenario that is planned from now on. For exercise directors and scenario authors. */
    public LessonAnswer attach(Caller caller, LessonId id, String slug, InjectNumber inject) {
        PersonId by = LessonRights.require(caller, repository.lesson(id), LessonAct.ATTACH);
        boolean known = scenarios
                .scenario(Caller.PROGRAM, slug)
                .filter(scenario ->
                        scenario.injects().stream().anyMatch(one -> one.number().equals(inject)))
                .isPresent();
        return known
                ? desk.act(id, by, new LessonCommand.Attach(new ScenarioInject(slug, inject)))
                : new LessonAnswer.Refused(LessonFault.UNKNOWN_INJECT);
    }

    /** Takes an attachment off again. What exercises that have ended have shown of it stays. For exercise directors and scenario authors. */
    public LessonAnswer detach(Caller caller, LessonId id, int attachment, String reason) {
        return act(caller, id, LessonAct.DETACH, new LessonCommand.Detach(attachment, reason));
    }

    /**
     * Judges a test after its exercise has ended: whether the change held, why one thinks so, and which entries of that exercise's record show it. Where the inject
     * was never delivered, nothing but not reached can be said. For exercise directors, the LRC working group, and director and evaluators of that exercise; never for
     * somebody who owns or has owned the lesson.
     */
    public LessonAnswer judge(Caller caller, LessonTestId test, Held held, String reason, List<Long> cites) {
        PersonId by = LessonRights.signedIn(caller, "judge a lesson");
        if (!rights.judges(caller, test.exercise())) {
            throw new NotAllowed("judge a lesson");
        }
        Optional<Lesson> lesson = repository.lesson(test.lesson());
        Optional<LessonTest> under = lesson.flatMap(one -> tests.one(one, test));
        if (under.isEmpty()) {
            return new LessonAnswer.Refused(lesson.isEmpty() ? LessonFault.UNKNOWN_LESSON : LessonFault.UNKNOWN_TEST);
        }
        long head = conduct.exercise(Caller.PROGRAM, test.exercise())
                .content()
                .map(Play::seq)
                .orElse(0L);
        return desk.act(
                test.lesson(),
                by,
                new LessonCommand.Judge(
                        by,
                        new LessonCommand.Played(
                                test.attachment(),
                                test.exercise(),
                                under.get().endedAt(),
                                under.get().reached(),
                                head),
                        held,
                        reason,
                        cites));
    }

    /** The tests of a lesson. Those of exercises still to end only for readers of the library. For whoever is signed in, and the program. */
    public List<LessonTest> tests(Caller caller, LessonId id) {
        LessonRights.requireReader(caller, "read a lesson");
        boolean all = LessonRights.readsLibrary(caller);
        return repository.lesson(id).stream()
                .flatMap(lesson -> tests.of(lesson).stream())
                .filter(test -> all || test.ended())
                .toList();
    }

    /** The lessons that an exercise tests, by number. For its staff and readers of the library; once it has ended, for the LRC working group too. */
    public List<LessonTest> tests(Caller caller, ExerciseId exercise) {
        boolean sees = rights.seesTests(caller, exercise);
        if (!sees && !rights.judges(caller, exercise)) {
            throw new NotAllowed("see what an exercise tests");
        }
        return tests.in(exercise).stream().filter(test -> sees || test.ended()).toList();
    }

    /** The tests that wait for a judgement, the longest first. For whoever is signed in. */
    public List<LessonTest> testsDue(Caller caller) {
        LessonRights.requireReader(caller, "read lessons");
        return repository.lessons(LessonFilter.ALL).stream()
                .filter(lesson -> !lesson.attachments().isEmpty())
                .flatMap(lesson -> tests.of(lesson).stream())
                .filter(LessonTest::due)
                .sorted(Comparator.comparing(test -> Objects.requireNonNull(test.endedAt())))
                .toList();
    }

    /** The lessons that injects of a scenario test from now on, by inject. For readers of the library. */
    public Map<InjectNumber, List<Lesson>> attached(Caller caller, String slug) {
        if (!LessonRights.readsLibrary(caller)) {
            throw new NotAllowed("see what a scenario tests");
        }
        return repository.attachedTo(slug).stream()
                .flatMap(lesson -> lesson.attachments().stream()
                        .filter(LessonAttachment::open)
                        .flatMap(attachment -> Stream.ofNullable(attachment.inject()))
                        .filter(inject -> inject.slug().equals(slug))
                        .map(inject -> Map.entry(inject.number(), lesson)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Whether the caller may judge what an exercise has tested, unless they own the lesson. For everybody, about themselves. */
    public boolean mayJudge(Caller caller, ExerciseId exercise) {
        return rights.judges(caller, exercise);
    }

    // Reading

    /** One lesson; empty if there is none. For whoever is signed in, and the program. */
    public Optional<Lesson> lesson(Caller caller, LessonId id) {
        return read(caller, repository.lesson(id));
    }

    /** One lesson by its number; empty if there is none. For whoever is signed in, and the program. */
    public Optional<Lesson> lesson(Caller caller, int number) {
        return read(caller, repository.lesson(number));
    }

    private static Optional<Lesson> read(Caller caller, Optional<Lesson> lesson) {
        LessonRights.requireReader(caller, "read a lesson");
        return lesson.map(one -> LessonRights.readsLibrary(caller) ? one : one.withoutInjects());
    }

    /** Lessons by number. For whoever is signed in, and the program. */
    public List<Lesson> lessons(Caller caller, LessonFilter filter) {
        return read(caller, repository.lessons(filter));
    }

    /** The lessons that came of a finding. For whoever is signed in, and the program. */
    public List<Lesson> of(Caller caller, FindingId finding) {
        return read(caller, repository.of(finding));
    }

    /** The lessons whose finding cites an entry, or that were judged by it. For whoever is signed in, and the program. */
    public List<Lesson> citing(Caller caller, EntryRef entry) {
        return read(caller, repository.citing(entry.exercise(), entry.seq()));
    }

    private static List<Lesson> read(Caller caller, List<Lesson> lessons) {
        LessonRights.requireReader(caller, "read lessons");
        return LessonRights.readsLibrary(caller)
                ? lessons
                : lessons.stream().map(Lesson::withoutInjects).toList();
    }

    /** The caller's own actions, open ones first, then by due day. For whoever is signed in. */
    public List<OwnAction> ownActions(Caller caller) {
        PersonId person = LessonRights.signedIn(caller, "list own actions");
        return repository.withActionOf(person).stream()
                .map(Lesson::withoutInjects)
                .flatMap(lesson -> lesson.actions().stream()
                        .filter(action -> action.owner().equals(person) && action.droppedWhy() == null)
                        .map(action -> new OwnAction(lesson, action)))
                .sorted(Comparator.comparing((OwnAction own) -> own.action().done())
                        .thenComparing(own -> own.action().due(), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(own -> own.lesson().number()))
                .toList();
    }

    /** Every step of a lesson, the first first. Which injects test it only for readers of the library. For whoever is signed in, and the program. */
    public List<LessonStep> history(Caller caller, LessonId id) {
        LessonRights.requireReader(caller, "read a lesson");
        boolean all = LessonRights.readsLibrary(caller);
        return repository.history(id).stream()
                .filter(step -> all || !(step.fact() instanceof LessonFact.Attached))
                .toList();
    }

    /** The entries that a lesson stands on, with their hashes. For whoever is signed in, and the program. */
    public List<CitedEntry> cited(Caller caller, LessonId id) {
        LessonRights.requireReader(caller, "read a lesson");
        return repository.lesson(id).stream()
                .flatMap(lesson -> records.hashes(Caller.PROGRAM, lesson.exercise(), lesson.cites()).entrySet().stream()
                        .map(entry ->
                                new CitedEntry(new EntryRef(lesson.exercise(), entry.getKey()), entry.getValue())))
                .toList();
    }

    /** The names of everybody who has a part in lessons. For whoever is signed in, and the program. */
    public Map<PersonId, String> names(Caller caller) {
        LessonRights.requireReader(caller, "read lessons");
        return repository.people().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        person -> register.personName(person).orElse("")));
    }

    /** The titles of the exercises in which lessons were found or judged. For whoever is signed in, and the program. */
    public Map<ExerciseId, String> exercises(Caller caller) {
        LessonRights.requireReader(caller, "read lessons");
        return repository.exercises().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        id -> conduct.exercise(Caller.PROGRAM, id)
                                .content()
                                .map(play -> play.plan().title())
                                .orElse("")));
    }

    /** What the caller may do to a lesson as it stands; nothing if there is none. For everybody, about themselves. */
    public Set<LessonAct> acts(Caller caller, LessonId id) {
        return repository
                .lesson(id)
                .map(lesson -> LessonRights.acts(caller, lesson))
                .orElse(Set.of());
    }

    /** What the caller may do to each of these lessons as it stands. For everybody, about themselves. */
    public Map<LessonId, Set<LessonAct>> acts(Caller caller, Collection<LessonId> ids) {
        return repository.lessons(ids).stream()
                .collect(Collectors.toMap(Lesson::id, lesson -> LessonRights.acts(caller, lesson)));
    }

    /** Whether the caller steers what is learned: accepts, plans and assigns. For everybody, about themselves. */
    public boolean steers(Caller caller) {
        return LessonRights.steers(caller);
    }
}
