package org.startex.people;

import org.startex.kernel.PersonId;

/** What became of a change to an account. */
public sealed interface AccountChange {
    /** Done and committed. */
    record Changed(PersonId person) implements AccountChange {}

    /** Nothing was changed. */
    record Refused(AccountFault fault) implements AccountChange {}
}
