package org.startex.debrief;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.startex.conduct.ExerciseDesk;
import org.startex.conduct.RecordService;
import org.startex.kernel.EntryRef;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.FindingId;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;
import org.startex.ledger.Reason;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.people.ParticipantRegister;

/**
 * Findings of an exercise. Its director, controllers and evaluators write them, after ENDEX; its staff, exercise directors and the LRC working group read them. Every version is
 * kept, and a finding that no longer stands is withdrawn with a reason and never deleted.
 */
@Service
public class FindingService {
    private final ExerciseDesk desk;
    private final RecordService records;
    private final ParticipantRegister register;
    private final FindingRepository repository;
    private final TransactionOperations transaction;
    private final InstantSource time;

    FindingService(
            ExerciseDesk desk,
            RecordService records,
            ParticipantRegister register,
            FindingRepository repository,
            TransactionOperations transaction,
            InstantSource time) {
        this.desk = desk;
        this.records = records;
        this.register = register;
        this.repository = repository;
        this.transaction = transaction;
        this.time = time;
    }

    /**
     * Writes a finding down. For its director, controllers and evaluators. Refused before ENDEX, when a text or the theme is missing, and when it cites no entry or one that the
     * record does not have.
     */
    public FindingAnswer record(Caller caller, ExerciseId exercise, FindingDraft draft) {
        PersonId by = staff(caller, exercise, "write a finding");
        return check(exercise, draft)
                .<FindingAnswer>map(FindingAnswer.Refused::new)
                .orElseGet(() -> {
                    FindingId id = FindingId.random();
                    transaction.executeWithoutResult(status -> {
                        repository.lock(exercise);
                        repository.insert(
                                id, exercise, repository.nextNumber(exercise), Findings.tidy(draft), by, now());
                    });
                    return done(id);
                });
    }

    /**
     * Changes a finding. For whoever may write findings of its exercise. Refused as {@link #record} is, when it was withdrawn, and when somebody changed it meanwhile.
     *
     * @param version the version that the writer had before them
     */
    public FindingAnswer change(Caller caller, FindingId id, int version, FindingDraft draft) {
        FindingRepository.Row old = require(id, "change a finding");
        PersonId by = staff(caller, old.exercise(), "change a finding");
        Optional<Reason> bad = standing(old)
                .or(() -> old.version() == version ? Optional.empty() : Optional.of(Reason.of("finding-changed")))
                .or(() -> check(old.exercise(), draft));
        if (bad.isPresent()) {
            return new FindingAnswer.Refused(bad.get());
        }
        boolean changed = Boolean.TRUE.equals(
                transaction.execute(status -> repository.change(old, Findings.tidy(draft), by, now())));
        return changed ? done(id) : new FindingAnswer.Refused(Reason.of("finding-changed"));
    }

    /** Says that a finding no longer stands, with a reason. It keeps its number and stays to be read. For whoever may write findings of its exercise. */
    public FindingAnswer withdraw(Caller caller, FindingId id, String reason) {
        FindingRepository.Row old = require(id, "withdraw a finding");
        PersonId by = staff(caller, old.exercise(), "withdraw a finding");
        Optional<Reason> bad = standing(old).or(() -> Findings.checkWithdrawal(reason));
        if (bad.isPresent()) {
            return new FindingAnswer.Refused(bad.get());
        }
        boolean changed =
                Boolean.TRUE.equals(transaction.execute(status -> repository.withdraw(old, reason.strip(), by, now())));
        return changed ? done(id) : new FindingAnswer.Refused(Reason.of("finding-changed"));
    }

    /** The findings that stand, by number. For its staff, exercise directors and the LRC working group. */
    public List<Finding> findings(Caller caller, ExerciseId exercise) {
        reader(caller, exercise, "read findings");
        return named(repository.findings(exercise)).stream()
                .filter(Finding::stands)
                .toList();
    }

    /** The findings that were withdrawn, by number. For whoever may read findings of the exercise. */
    public List<Finding> withdrawn(Caller caller, ExerciseId exercise) {
        reader(caller, exercise, "read findings");
        return named(repository.findings(exercise)).stream()
                .filter(finding -> !finding.stands())
                .toList();
    }

    /** One finding, also when it was withdrawn; empty if there is none. For whoever may read findings of its exercise. */
    public Optional<Finding> finding(Caller caller, FindingId id) {
        Optional<FindingRepository.Row> row = repository.finding(id);
        row.ifPresentOrElse(
                found -> reader(caller, found.exercise(), "read a finding"), () -> signedIn(caller, "read a finding"));
        return row.map(found -> named(List.of(found)).getFirst());
    }

    /** Every version of a finding, the first first; none if there is no such finding. For whoever may read findings of its exercise. */
    public List<FindingVersion> history(Caller caller, FindingId id) {
        Optional<FindingRepository.Row> row = repository.finding(id);
        row.ifPresentOrElse(
                found -> reader(caller, found.exercise(), "read a finding"), () -> signedIn(caller, "read a finding"));
        Map<PersonId, String> names = new HashMap<>();
        return row.map(repository::history).orElse(List.of()).stream()
                .map(step -> new FindingVersion(
                        step.version(),
                        step.act(),
                        step.by(),
                        name(names, step.by()),
                        step.at(),
                        step.reason(),
                        step.content()))
                .toList();
    }

    /** The findings that stand and cite this entry. For whoever may read findings of its exercise. */
    public List<Finding> citing(Caller caller, EntryRef entry) {
        reader(caller, entry.exercise(), "read findings");
        return named(repository.citing(entry));
    }

    /** Whether the caller may write findings of this exercise once it has ended. For everybody, about themselves. */
    public boolean mayWrite(Caller caller, ExerciseId exercise) {
        return caller instanceof Caller.SignedIn
                && desk.standing(caller, exercise)
                        .filter(standing -> standing.member().present() && writes(standing.role()))
                        .isPresent();
    }

    private PersonId staff(Caller caller, ExerciseId exercise, String act) {
        if (!(caller instanceof Caller.SignedIn person)) {
            throw new NotAllowed(act);
        }
        desk.require(caller, exercise, act, FindingService::writes);
        return person.person();
    }

    private static boolean writes(ExerciseRole role) {
        return role.controls() || role == ExerciseRole.EVALUATOR;
    }

    private void reader(Caller caller, ExerciseId exercise, String act) {
        boolean ofTheInstallation = caller instanceof Caller.Program
                || (caller instanceof Caller.SignedIn person
                        && (person.has(InstallationRole.EXERCISE_DIRECTOR)
                                || person.has(InstallationRole.LRC_WORKING_GROUP)));
        if (!ofTheInstallation) {
            desk.require(caller, exercise, act, ExerciseRole::seesAll);
        }
    }

    private static void signedIn(Caller caller, String act) {
        if (!(caller instanceof Caller.SignedIn) && !(caller instanceof Caller.Program)) {
            throw new NotAllowed(act);
        }
    }

    private FindingRepository.Row require(FindingId id, String act) {
        return repository.finding(id).orElseThrow(() -> new NotAllowed(act));
    }

    private static Optional<Reason> standing(FindingRepository.Row row) {
        return row.gone() == null ? Optional.empty() : Optional.of(Reason.of("finding-withdrawn"));
    }

    private Optional<Reason> check(ExerciseId exercise, FindingDraft draft) {
        return Findings.check(desk.exercise(exercise), records.head(Caller.PROGRAM, exercise), draft);
    }

    private FindingAnswer done(FindingId id) {
        return new FindingAnswer.Done(
                named(List.of(repository.finding(id).orElseThrow())).getFirst());
    }

    private List<Finding> named(List<FindingRepository.Row> rows) {
        Map<PersonId, String> names = new HashMap<>();
        return rows.stream()
                .map(row -> new Finding(
                        row.id(),
                        row.exercise(),
                        row.number(),
                        row.version(),
                        row.content().what(),
                        row.content().expected(),
                        row.content().why(),
                        row.content().theme(),
                        row.content().goodPractice(),
                        row.content().cites(),
                        row.by(),
                        name(names, row.by()),
                        row.at(),
                        Optional.ofNullable(row.gone())
                                .map(gone -> new Finding.Withdrawn(
                                        gone.by(), name(names, gone.by()), gone.at(), gone.reason()))))
                .toList();
    }

    private String name(Map<PersonId, String> names, PersonId person) {
        return names.computeIfAbsent(person, one -> register.personName(one).orElse(""));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
