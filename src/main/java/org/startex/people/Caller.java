package org.startex.people;

import java.util.Set;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PersonId;

/** Who asks. Every public method of a service takes its caller first and decides by it; what nothing allows is refused. */
public sealed interface Caller {
    /** Somebody with an account. What they may do in an exercise is decided by their role in it. */
    record SignedIn(PersonId person, Set<InstallationRole> roles) implements Caller {
        public SignedIn {
            roles = Set.copyOf(roles);
        }

        /** Whether the person holds the role. */
        public boolean has(InstallationRole role) {
            return roles.contains(role);
        }
    }

    /** A page that holds a participant's token for one exercise; nothing beyond that exercise. */
    record Joined(ExerciseId exercise, ParticipantId participant) implements Caller {}

    /** A stranger. */
    record Nobody() implements Caller {}

    /** The program itself: its timer and its start. Never made from a request. */
    record Program() implements Caller {}

    /** A stranger. */
    Caller NOBODY = new Nobody();

    /** The program itself. */
    Caller PROGRAM = new Program();
}
