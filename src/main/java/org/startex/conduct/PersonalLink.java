package org.startex.conduct;

import java.net.URI;
import org.startex.people.PlannedPerson;

/**
 * The personal link of somebody who is expected, as it was just made. Whoever has it is this person in the exercise, and nobody is told it again.
 *
 * @param link the whole address
 */
public record PersonalLink(PlannedPerson person, URI link) {
    /** Without the link. */
    @Override
    public String toString() {
        return "PersonalLink[" + person.id() + "]";
    }
}
