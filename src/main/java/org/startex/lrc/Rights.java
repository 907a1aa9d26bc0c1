package org.startex.lrc;

import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;

/** Who may do what here: everybody with an account reads, the LRC working group writes. */
final class Rights {
    private Rights() {}

    static void requireReader(Caller caller, String act) {
        if (!(caller instanceof Caller.SignedIn) && !(caller instanceof Caller.Program)) {
            throw new NotAllowed(act);
        }
    }

    static PersonId require(Caller caller, String act) {
        if (caller instanceof Caller.SignedIn person && person.has(InstallationRole.LRC_WORKING_GROUP)) {
            return person.person();
        }
        throw new NotAllowed(act);
    }
}
