package org.startex.people;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;

/**
 * A person with an account, as an administrator sees them.
 *
 * @param hasPassword false while their one-time link waits to be used
 * @param signedInAt when they last signed in, if ever
 */
public record PersonRow(
        PersonId person,
        String name,
        String organisation,
        String mail,
        String username,
        Set<InstallationRole> roles,
        boolean enabled,
        boolean hasPassword,
        boolean demonstration,
        @Nullable Instant signedInAt) {
    public PersonRow {
        roles = Set.copyOf(roles);
    }
}
