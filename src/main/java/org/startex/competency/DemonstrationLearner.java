package org.startex.competency;

import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.startex.people.Caller;
import org.startex.people.PeopleService;
import org.startex.people.PersonName;

/** Where there are demonstration people, the apprentice is enrolled with the assessor, so that the loop can be shown at once. Done once; what the apprentice changes stays. */
@Component
class DemonstrationLearner {
    private static final String APPRENTICE = "apprentice";
    private static final String ASSESSOR = "assessor";

    private final PeopleService people;
    private final LearnerRepository learners;
    private final LearnerService service;

    DemonstrationLearner(PeopleService people, LearnerRepository learners, LearnerService service) {
        this.people = people;
        this.learners = learners;
        this.service = service;
    }

    @EventListener(ApplicationReadyEvent.class)
    void enrol() {
        Optional<PersonName> apprentice = demonstration(APPRENTICE);
        Optional<PersonName> assessor = demonstration(ASSESSOR);
        if (apprentice.isPresent() && assessor.isPresent()) {
            Caller learner = new Caller.SignedIn(apprentice.get().person(), java.util.Set.of());
            if (learners.enrolledAt(apprentice.get().person()).isEmpty()) {
                service.enrol(learner);
                service.nameAssessor(learner, assessor.get().person());
            }
        }
    }

    private Optional<PersonName> demonstration(String username) {
        return people.demonstration(Caller.PROGRAM).stream()
                .filter(one -> one.username().equals(username))
                .findFirst()
                .flatMap(one -> people.colleague(Caller.PROGRAM, username));
    }
}
