package org.startex.competency;

import org.springframework.stereotype.Component;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;

/**
 * Who may read and judge a person's record: the person, and those whom the person has named as assessors and who hold that role now. Nobody else: no administrator, no exercise
 * director.
 */
@Component
class LearnerRights {
    private final LearnerRepository learners;

    LearnerRights(LearnerRepository learners) {
        this.learners = learners;
    }

    /** The person who is signed in. */
    PersonId person(Caller caller, String act) {
        if (caller instanceof Caller.SignedIn signedIn) {
            return signedIn.person();
        }
        throw new NotAllowed(act);
    }

    /** The person who is signed in, if they assess at all. */
    PersonId assessor(Caller caller, String act) {
        if (caller instanceof Caller.SignedIn signedIn && signedIn.has(InstallationRole.ASSESSOR)) {
            return signedIn.person();
        }
        throw new NotAllowed(act);
    }

    boolean mayJudge(Caller caller, PersonId learner) {
        return caller instanceof Caller.SignedIn signedIn
                && signedIn.has(InstallationRole.ASSESSOR)
                && !signedIn.person().equals(learner)
                && learners.isAssessor(learner, signedIn.person());
    }

    boolean mayRead(Caller caller, PersonId learner) {
        return (caller instanceof Caller.SignedIn signedIn && signedIn.person().equals(learner))
                || mayJudge(caller, learner);
    }

    PersonId requireReader(Caller caller, PersonId learner, String act) {
        if (!mayRead(caller, learner)) {
            throw new NotAllowed(act);
        }
        return person(caller, act);
    }

    PersonId requireJudge(Caller caller, PersonId learner, String act) {
        if (!mayJudge(caller, learner)) {
            throw new NotAllowed(act);
        }
        return person(caller, act);
    }

    PersonId requireLearner(Caller caller, PersonId learner, String act) {
        PersonId person = person(caller, act);
        if (!person.equals(learner)) {
            throw new NotAllowed(act);
        }
        return person;
    }
}
