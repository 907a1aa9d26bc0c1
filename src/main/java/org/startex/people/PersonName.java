package org.startex.people;

import org.startex.kernel.PersonId;

/** A person to choose from a list: for a role in an exercise, for instance. */
public record PersonName(PersonId person, String name, String organisation, String username) {}
