package org.startex.competency;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.KsbCode;
import org.startex.kernel.LessonId;
import org.startex.kernel.PersonId;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonFilter;
import org.startex.lessons.LessonService;
import org.startex.lessons.LessonState;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.people.ParticipantRegister;
import org.startex.standards.StandardsCatalogue;

/**
 * Development needs that lessons about skill raise. Those of a person are part of that person's record and are raised with their assessor's knowledge; those of a role concern nobody
 * in particular and are read by everybody.
 */
@Service
public class NeedService {
    private final NeedRepository needs;
    private final LearnerRepository learners;
    private final LearnerRights rights;
    private final LessonService lessons;
    private final ParticipantRegister register;
    private final StandardsCatalogue standard;
    private final TransactionOperations transaction;
    private final InstantSource time;

    NeedService(
            NeedRepository needs,
            LearnerRepository learners,
            LearnerRights rights,
            LessonService lessons,
            ParticipantRegister register,
            StandardsCatalogue standard,
            TransactionOperations transaction,
            InstantSource time) {
        this.needs = needs;
        this.learners = learners;
        this.rights = rights;
        this.lessons = lessons;
        this.register = register;
        this.standard = standard;
        this.transaction = transaction;
        this.time = time;
    }

    /** Lessons about skill that are not declined: what a need can come from. For whoever is signed in. */
    public List<Lesson> lessonsAboutSkill(Caller caller) {
        rights.person(caller, "look up lessons about skill");
        return lessons.lessons(caller, LessonFilter.ALL).stream()
                .filter(lesson -> lesson.skill() && lesson.state() != LessonState.DECLINED)
                .toList();
    }

    /** A person's needs, those still to be met first. For that person and the assessors whom they named. */
    public List<Need> ofPerson(Caller caller, PersonId person) {
        rights.requireReader(caller, person, "read a person's development needs");
        return needs.of(person);
    }

    /** The needs of all roles, by role. For whoever is signed in. */
    public List<Need> ofRoles(Caller caller) {
        rights.person(caller, "read the development needs of roles");
        return needs.ofRoles();
    }

    /** Needs that a lesson raised, as far as the caller may read them: those of roles, and of persons whose record is open to them. For whoever is signed in. */
    public List<Need> from(Caller caller, LessonId lesson) {
        rights.person(caller, "read what a lesson raised");
        return needs.from(lesson).stream()
                .filter(need ->
                        need.of().map(person -> rights.mayRead(caller, person)).orElse(true))
                .toList();
    }

    /**
     * Raises a need on a person's record. Refused while the person has no assessor: a need is raised with their knowledge. For that person and their assessors.
     *
     * @param text what is to be learned
     * @param ksbs of the standard; may be none
     */
    public Change<NeedId> raiseForPerson(
            Caller caller, PersonId person, LessonId lesson, String text, Set<KsbCode> ksbs) {
        PersonId by = rights.requireReader(caller, person, "raise a person's development need");
        if (learners.enrolledAt(person).isEmpty()) {
            return Change.refuse(Refusal.NOT_ENROLLED);
        }
        if (learners.assessorsOf(person).isEmpty()) {
            return Change.refuse(Refusal.NO_ASSESSOR);
        }
        return raise(caller, by, person, "", lesson, text, ksbs);
    }

    /** Raises a need on a role's record. For exercise directors, assessors and the LRC working group. */
    public Change<NeedId> raiseForRole(Caller caller, String role, LessonId lesson, String text, Set<KsbCode> ksbs) {
        PersonId by = steward(caller, "raise a role's development need");
        Optional<Refusal> bad = Needs.role(role);
        if (bad.isPresent()) {
            return Change.refuse(bad.get());
        }
        return raise(caller, by, null, role.strip(), lesson, text, ksbs);
    }

    private Change<NeedId> raise(
            Caller caller,
            PersonId by,
            @Nullable PersonId person,
            String role,
            LessonId lesson,
            String text,
            Set<KsbCode> ksbs) {
        Optional<Refusal> bad = Needs.fromLesson(lessons.lesson(caller, lesson), text);
        if (bad.isPresent()) {
            return Change.refuse(bad.get());
        }
        if (!ksbs.stream().allMatch(code -> standard.ksb(code).isPresent())) {
            return Change.refuse(Refusal.UNKNOWN_KSB);
        }
        Need need = new Need(
                NeedId.random(),
                person,
                role,
                lesson,
                text.strip(),
                standard.ksbs().stream()
                        .map(ksb -> ksb.code())
                        .filter(ksbs::contains)
                        .toList(),
                List.of(new Need.Step(1, now(), by, name(by), NeedState.OPEN, "")));
        return unlessTaken(() -> {
            needs.insert(need);
            return Change.done(need.id());
        });
    }

    /**
     * Says where a need stands, with the reason. Of a person's need: that person and their assessors, but only an assessor says that it is met. Of a role's need: whoever may raise
     * one.
     *
     * @param read how many steps of its history the caller had before them
     */
    public Change<NeedId> step(Caller caller, NeedId id, NeedState to, String reason, int read) {
        Need need = needs.need(id).orElseThrow(() -> new NotAllowed("change a development need"));
        Optional<PersonId> person = need.of();
        PersonId by = person.isPresent()
                ? rights.requireReader(caller, person.get(), "change a development need")
                : steward(caller, "change a role's development need");
        Optional<Refusal> bad =
                Needs.step(need, to, reason, person.filter(by::equals).isPresent(), read);
        if (bad.isPresent()) {
            return Change.refuse(bad.get());
        }
        return unlessTaken(() -> {
            needs.insert(id, new Need.Step(need.history().size() + 1, now(), by, name(by), to, reason.strip()));
            return Change.done(id);
        });
    }

    /** Whether the caller may raise and change the needs of roles. For whoever is signed in, about themselves. */
    public boolean steers(Caller caller) {
        rights.person(caller, "ask whether one keeps the needs of roles");
        return isSteward(caller);
    }

    private PersonId steward(Caller caller, String act) {
        if (!isSteward(caller)) {
            throw new NotAllowed(act);
        }
        return rights.person(caller, act);
    }

    private static boolean isSteward(Caller caller) {
        return caller instanceof Caller.SignedIn person
                && (person.has(InstallationRole.EXERCISE_DIRECTOR)
                        || person.has(InstallationRole.ASSESSOR)
                        || person.has(InstallationRole.LRC_WORKING_GROUP));
    }

    private Change<NeedId> unlessTaken(Supplier<Change<NeedId>> act) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> act.get()));
        } catch (DuplicateKeyException taken) {
            return Change.refuse(Refusal.CHANGED_MEANWHILE);
        }
    }

    private String name(PersonId person) {
        return register.personName(person).orElse("");
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
