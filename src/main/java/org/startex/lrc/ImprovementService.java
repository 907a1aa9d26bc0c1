package org.startex.lrc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.startex.conduct.ConductService;
import org.startex.conduct.Play;
import org.startex.kernel.EntryRef;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.LessonId;
import org.startex.kernel.LrcCode;
import org.startex.kernel.PersonId;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonService;
import org.startex.people.Caller;
import org.startex.people.ParticipantRegister;
import org.startex.standards.LrcItem;
import org.startex.standards.LrcKind;
import org.startex.standards.LrcManual;
import org.startex.standards.StandardsCatalogue;

/**
 * Improvement records: what the partnership changes in its capability because of a lesson, and whether it held. Everybody with an account reads them, as they
 * read lessons; the LRC working group writes them. A record is embedded by its lesson alone.
 */
@Service
public class ImprovementService {
    private final ImprovementDesk desk;
    private final ImprovementRepository repository;
    private final CapabilityRepository capability;
    private final LessonService lessons;
    private final ConductService conduct;
    private final LrcManual manual;
    private final StandardsCatalogue catalogue;
    private final ParticipantRegister register;

    ImprovementService(
            ImprovementDesk desk,
            ImprovementRepository repository,
            CapabilityRepository capability,
            LessonService lessons,
            ConductService conduct,
            LrcManual manual,
            StandardsCatalogue catalogue,
            ParticipantRegister register) {
        this.desk = desk;
        this.repository = repository;
        this.capability = capability;
        this.lessons = lessons;
        this.conduct = conduct;
        this.manual = manual;
        this.catalogue = catalogue;
        this.register = register;
    }

    /** One record by its number; empty if there is none. For whoever is signed in. */
    public Optional<Improvement> record(Caller caller, int number) {
        Rights.requireReader(caller, "see an improvement record");
        return desk.record(number).map(record -> named(record, new Names(register)));
    }

    /** Records by number. For whoever is signed in. */
    public List<Improvement> records(Caller caller, ImprovementFilter filter) {
        Rights.requireReader(caller, "see improvement records");
        Names names = new Names(register);
        return desk.records().stream()
                .map(record -> named(record, names))
                .filter(filter::wants)
                .toList();
    }

    /** The records that came of a lesson, by number. For whoever is signed in. */
    public List<Improvement> ofLesson(Caller caller, LessonId lesson) {
        return records(caller, ImprovementFilter.ALL).stream()
                .filter(record -> record.lesson().equals(lesson))
                .toList();
    }

    /** The records whose lesson stands on an entry, or was judged by it. For whoever is signed in. */
    public List<Improvement> citing(Caller caller, EntryRef entry) {
        Rights.requireReader(caller, "see improvement records");
        Set<LessonId> cited =
                lessons.citing(Caller.PROGRAM, entry).stream().map(Lesson::id).collect(Collectors.toSet());
        return cited.isEmpty()
                ? List.of()
                : records(caller, ImprovementFilter.ALL).stream()
                        .filter(record -> cited.contains(record.lesson()))
                        .toList();
    }

    /** Every line of a record's history, the earliest first. For whoever is signed in. */
    public List<ImprovementEntry> history(Caller caller, int number) {
        Rights.requireReader(caller, "see the history of an improvement record");
        desk.record(number);
        return told(repository.history(number));
    }

    /** The title of the exercise in which a record's lesson was found; empty if there is no such record. For whoever is signed in. */
    public String learnedFrom(Caller caller, int number) {
        Rights.requireReader(caller, "see an improvement record");
        return desk.record(number)
                .flatMap(record -> lessons.lesson(Caller.PROGRAM, record.lesson()))
                .map(lesson -> title(lesson.exercise(), new HashMap<>()))
                .orElse("");
    }

    /** When records were embedded or opened again, the earliest first. For whoever is signed in. */
    public List<ImprovementEntry> turns(Caller caller) {
        Rights.requireReader(caller, "see improvement records");
        desk.records();
        return told(repository.turns());
    }

    private List<ImprovementEntry> told(List<ImprovementRepository.Entry> entries) {
        Names names = new Names(register);
        Map<ExerciseId, String> titles = new HashMap<>();
        return entries.stream()
                .map(entry -> new ImprovementEntry(
                        entry.number(),
                        entry.nr(),
                        entry.at(),
                        names.of(entry.by()),
                        entry.event(),
                        entry.state(),
                        entry.words(),
                        entry.exercise(),
                        title(entry.exercise(), titles)))
                .toList();
    }

    private String title(@Nullable ExerciseId exercise, Map<ExerciseId, String> known) {
        return exercise == null
                ? ""
                : known.computeIfAbsent(
                        exercise,
                        id -> conduct.exercise(Caller.PROGRAM, id)
                                .content()
                                .map(Play::plan)
                                .map(plan -> plan.title())
                                .orElse(""));
    }

    /** Proposes an improvement because of a lesson. For the working group. Refused when the lesson was declined, or when something needed is missing. */
    public LrcAnswer propose(Caller caller, LessonId lesson, ImprovementDraft written) {
        PersonId by = Rights.require(caller, "propose an improvement");
        ImprovementDraft draft = written.tidy();
        return draft.fault()
                .or(() -> choices(draft, null))
                .<LrcAnswer>map(LrcAnswer.Refused::new)
                .orElseGet(() -> desk.propose(by, lesson, draft));
    }

    /**
     * Agrees, begins, finishes, withdraws, changes a record, or notes how it is going. For the working group.
     *
     * @param changes how many lines its history had when the writer looked
     */
    public LrcAnswer act(Caller caller, int number, int changes, ImprovementAct act) {
        PersonId by = Rights.require(caller, "write an improvement record");
        if (act instanceof ImprovementAct.Change change) {
            Optional<LrcRefusal> wrong =
                    repository.byNumber(number).flatMap(before -> choices(change.draft(), before.draft()));
            if (wrong.isPresent()) {
                return new LrcAnswer.Refused(wrong.get());
            }
        }
        return desk.act(by, number, changes, act);
    }

    /** Whether the caller keeps the capability's records: the LRC working group. For everybody, about themselves. */
    public boolean writes(Caller caller) {
        return caller instanceof Caller.SignedIn person && person.has(InstallationRole.LRC_WORKING_GROUP);
    }

    /** What was chosen must be there; what is retired may stay where it was chosen before. */
    private Optional<LrcRefusal> choices(ImprovementDraft draft, @Nullable ImprovementDraft before) {
        LrcCode module = draft.module();
        LrcCode response = draft.response();
        LrcCode group = draft.group();
        PersonId owner = draft.owner();
        return LrcWords.first(
                choice(manual.step(draft.step()).isPresent(), LrcField.STEP),
                choice(
                        module == null
                                || catalogue
                                        .lrc(module)
                                        .map(LrcItem::kind)
                                        .filter(kind -> kind == LrcKind.MODULE)
                                        .isPresent(),
                        LrcField.MODULE),
                choice(
                        response == null
                                || (before != null && response.equals(before.response()))
                                || capability
                                        .response(response)
                                        .filter(found -> !found.retired())
                                        .isPresent(),
                        LrcField.RESPONSE),
                choice(
                        group == null
                                || (before != null && group.equals(before.group()))
                                || capability
                                        .group(group)
                                        .filter(found -> !found.retired())
                                        .isPresent(),
                        LrcField.GROUP),
                choice(owner == null || register.personName(owner).isPresent(), LrcField.OWNER));
    }

    private static Supplier<Optional<LrcRefusal>> choice(boolean there, LrcField field) {
        return LrcWords.demand(there, LrcFault.NOT_A_CHOICE, field);
    }

    private static Improvement named(Improvement record, Names names) {
        return record.ownedBy(names.of(record.draft().owner()));
    }
}
