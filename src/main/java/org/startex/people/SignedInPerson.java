package org.startex.people;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;

/**
 * Somebody with an account, as Spring Security keeps them in a session.
 *
 * @param epoch the account's epoch when they signed in; the sign-in is over as soon as the account has a later one
 * @param passwordHash only while a password is being checked, never in a session
 */
public record SignedInPerson(
        PersonId person,
        String username,
        String name,
        Set<InstallationRole> roles,
        int epoch,
        boolean enabled,
        @Nullable String passwordHash)
        implements UserDetails {
    private static final long serialVersionUID = 1L;

    public SignedInPerson {
        roles = Set.copyOf(roles);
    }

    /** The same without the hash. */
    public SignedInPerson withoutPassword() {
        return new SignedInPerson(person, username, name, roles, epoch, enabled, null);
    }

    /** As a caller of services. */
    public Caller caller() {
        return new Caller.SignedIn(person, roles);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    /** Without the hash and without the name: it may come into a log. */
    @Override
    public String toString() {
        return "SignedInPerson[" + person + "]";
    }
}
