package org.startex.people;

import java.util.Set;
import org.startex.kernel.InstallationRole;

/** Somebody who is to have an account, as written by an administrator. Organisation and mail may be empty. */
public record NewPerson(String name, String organisation, String mail, String username, Set<InstallationRole> roles) {
    public NewPerson {
        roles = Set.copyOf(roles);
    }
}
