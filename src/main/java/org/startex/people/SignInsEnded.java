package org.startex.people;

import org.startex.kernel.PersonId;

/** All of a person's sign-ins made before this epoch are over. A hint after the commit; each request checks the truth. */
public record SignInsEnded(PersonId person, int epoch) {}
