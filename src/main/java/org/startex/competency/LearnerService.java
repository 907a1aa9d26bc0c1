package org.startex.competency;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.startex.kernel.PersonId;
import org.startex.people.Caller;
import org.startex.people.ParticipantRegister;
import org.startex.people.PeopleService;
import org.startex.people.PersonName;
import org.startex.standards.StandardsCatalogue;

/** People's competency records: each enrols by their own choice, names their own assessors, and is read by nobody else. */
@Service
public class LearnerService {
    private final LearnerRepository learners;
    private final EvidenceRepository evidence;
    private final LearnerRights rights;
    private final PeopleService people;
    private final ParticipantRegister register;
    private final StandardsCatalogue standard;
    private final InstantSource time;

    LearnerService(
            LearnerRepository learners,
            EvidenceRepository evidence,
            LearnerRights rights,
            PeopleService people,
            ParticipantRegister register,
            StandardsCatalogue standard,
            InstantSource time) {
        this.learners = learners;
        this.evidence = evidence;
        this.rights = rights;
        this.people = people;
        this.register = register;
        this.standard = standard;
        this.time = time;
    }

    /** Begins the caller's own record. For whoever is signed in. */
    public Change<PersonId> enrol(Caller caller) {
        PersonId person = rights.person(caller, "enrol");
        return learners.insert(person, standard.standardReference(), now())
                ? Change.done(person)
                : Change.refuse(Refusal.ALREADY_ENROLLED);
    }

    /** People to name as assessor: those who hold that role, without the caller. For whoever is signed in. */
    public List<PersonName> assessors(Caller caller) {
        PersonId person = rights.person(caller, "look up assessors");
        return people.assessors(caller).stream()
                .filter(one -> !one.person().equals(person))
                .toList();
    }

    /** Lets an assessor read and judge the caller's record from now on. For whoever is signed in, about their own record. */
    public Change<PersonId> nameAssessor(Caller caller, PersonId assessor) {
        PersonId person = rights.person(caller, "name an assessor");
        if (learners.enrolledAt(person).isEmpty()) {
            return Change.refuse(Refusal.NOT_ENROLLED);
        }
        if (assessor.equals(person)) {
            return Change.refuse(Refusal.NOT_YOURSELF);
        }
        if (people.assessors(caller).stream().noneMatch(one -> one.person().equals(assessor))) {
            return Change.refuse(Refusal.NOT_AN_ASSESSOR);
        }
        return learners.name(person, assessor, now()) ? Change.done(assessor) : Change.refuse(Refusal.ALREADY_NAMED);
    }

    /** Ends an assessor's right to read and judge the caller's record; what they judged stays. For whoever is signed in, about their own record. */
    public Change<PersonId> endAssessor(Caller caller, PersonId assessor) {
        PersonId person = rights.person(caller, "end an assessor");
        return learners.end(person, assessor, now()) ? Change.done(assessor) : Change.refuse(Refusal.NOT_NAMED);
    }

    /** The caller's own record, once they are enrolled. For whoever is signed in. */
    public Optional<LearnerRecord> mine(Caller caller) {
        return read(rights.person(caller, "read one's own record"));
    }

    /** A person's record. For that person and the assessors whom they named. */
    public Optional<LearnerRecord> record(Caller caller, PersonId learner) {
        rights.requireReader(caller, learner, "read a competency record");
        return read(learner);
    }

    /** Everybody who has named the caller as assessor. For assessors. */
    public List<LearnerRecord> learners(Caller caller) {
        PersonId assessor = rights.assessor(caller, "list learners");
        return learners.learnersOf(assessor).stream()
                .flatMap(learner -> read(learner).stream())
                .toList();
    }

    private Optional<LearnerRecord> read(PersonId learner) {
        return learners.enrolledAt(learner).map(enrolledAt -> {
            List<EvidencePiece> pieces = evidence.of(learner);
            return new LearnerRecord(
                    learner, name(learner), enrolledAt, named(learner), Matrix.of(standard, pieces), pieces);
        });
    }

    private List<LearnerRecord.NamedAssessor> named(PersonId learner) {
        return learners.assessorsOf(learner).stream()
                .map(one -> new LearnerRecord.NamedAssessor(one.assessor(), name(one.assessor()), one.since()))
                .toList();
    }

    private String name(PersonId person) {
        return register.personName(person).orElse("");
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
