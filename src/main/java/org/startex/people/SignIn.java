package org.startex.people;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.startex.kernel.PersonId;

/** What the web security must know about accounts. It serves the wiring alone; screens use {@link PeopleService}. */
@Component
public class SignIn implements UserDetailsService, UserDetailsPasswordService {
    private final AccountRepository accounts;
    private final InstantSource time;

    SignIn(AccountRepository accounts, InstantSource time) {
        this.accounts = accounts;
        this.time = time;
    }

    /** The account with this username, whatever its capitals, with the hash of its password. */
    @Override
    public UserDetails loadUserByUsername(String username) {
        return accounts.byUsername(username.strip())
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** Replaces a hash made in an older way. */
    @Override
    public UserDetails updatePassword(UserDetails user, @Nullable String hash) {
        if (user instanceof SignedInPerson person && hash != null) {
            accounts.upgradePasswordHash(person.person(), person.passwordHash(), hash);
        }
        return user;
    }

    /** Notes that a person has signed in with their password. */
    public void signedIn(PersonId person) {
        accounts.signedIn(person, time.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** A sign-in as it stands at this moment, with today's roles and name; empty if it is over. */
    public Optional<SignedInPerson> stillSignedIn(SignedInPerson then) {
        return accounts.byId(then.person())
                .filter(now -> now.enabled() && now.epoch() == then.epoch())
                .map(SignedInPerson::withoutPassword);
    }
}
