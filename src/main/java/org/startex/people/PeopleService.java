package org.startex.people;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;

/** People and their accounts: administrators keep them, each person keeps their own, and one-time links let somebody in. */
@Service
public class PeopleService {
    private static final int MOST_ROWS = 500;

    private final AccountRepository accounts;
    private final RememberedSignInRepository remembered;
    private final OneTimeLinkRepository links;
    private final SignInsEnding ending;
    private final FirstStart start;
    private final PasswordEncoder passwords;
    private final JoinThrottle throttle;
    private final TransactionOperations transaction;
    private final InstantSource time;

    PeopleService(
            AccountRepository accounts,
            RememberedSignInRepository remembered,
            OneTimeLinkRepository links,
            SignInsEnding ending,
            FirstStart start,
            PasswordEncoder passwords,
            JoinThrottle throttle,
            TransactionOperations transaction,
            InstantSource time) {
        this.accounts = accounts;
        this.remembered = remembered;
        this.links = links;
        this.ending = ending;
        this.start = start;
        this.passwords = passwords;
        this.throttle = throttle;
        this.transaction = transaction;
        this.time = time;
    }

    // What administrators do

    /** People with an account whose name, organisation or username holds each word of the search, by name. For administrators. */
    public List<PersonRow> people(Caller caller, String search, int offset, int limit) {
        administrator(caller, "list people");
        return accounts.people(search, offset, Math.min(limit, MOST_ROWS));
    }

    /** How many people {@link #people} finds. For administrators. */
    public int count(Caller caller, String search) {
        administrator(caller, "count people");
        return accounts.count(search);
    }

    /**
     * People to choose from when somebody is given a part in an exercise, or a lesson to look after. For administrators, exercise directors and the LRC
     * working group.
     */
    public List<PersonName> directory(Caller caller, String search, int limit) {
        require(
                caller instanceof Caller.SignedIn signedIn
                        && (signedIn.has(InstallationRole.ADMINISTRATOR)
                                || signedIn.has(InstallationRole.EXERCISE_DIRECTOR)
                                || signedIn.has(InstallationRole.LRC_WORKING_GROUP)),
                "look up people");
        return accounts.directory(search, Math.min(limit, MOST_ROWS));
    }

    /** Adds a person with an account that has no password yet; {@link #passwordLink} lets them choose one. For administrators. */
    public AccountChange add(Caller caller, NewPerson written) {
        administrator(caller, "add a person");
        return switch (AccountForm.read(written)) {
            case AccountForm.Unfit(AccountFault fault) -> new AccountChange.Refused(fault);
            case AccountForm.Fit(NewPerson facts) -> {
                PersonId person = PersonId.random();
                yield unlessTaken(
                        person, () -> accounts.insert(person, facts, null, false, now()), AccountFault.USERNAME_TAKEN);
            }
        };
    }

    /** Gives a person exactly these installation roles, from their next request on. For administrators. */
    public AccountChange setRoles(Caller caller, PersonId person, Set<InstallationRole> roles) {
        administrator(caller, "give roles");
        return change(
                person, roles.contains(InstallationRole.ADMINISTRATOR), () -> accounts.replaceRoles(person, roles));
    }

    /** Lets a person sign in, or no longer; the latter ends all their sign-ins. For administrators. */
    public AccountChange setEnabled(Caller caller, PersonId person, boolean enabled) {
        administrator(caller, "enable or disable an account");
        return change(person, enabled, () -> {
            accounts.setEnabled(person, enabled);
            if (!enabled) {
                ending.endAll(person);
                links.delete(person);
            }
        });
    }

    private AccountChange change(PersonId person, boolean keepsAdministrators, Runnable act) {
        return inTransaction(() -> {
            if (accounts.byId(person).isEmpty()) {
                return new AccountChange.Refused(AccountFault.UNKNOWN);
            }
            if (!keepsAdministrators && !accounts.anotherAdministrator(person)) {
                return new AccountChange.Refused(AccountFault.LAST_ADMINISTRATOR);
            }
            act.run();
            return new AccountChange.Changed(person);
        });
    }

    /**
     * Makes a link by which a person chooses a password, good once and for a day; earlier ones are over. Their present password stays
     * until then. For administrators.
     *
     * @return what follows {@code /welcome/} in the address; empty if there is no such account
     */
    public Optional<String> passwordLink(Caller caller, PersonId person) {
        administrator(caller, "make a password link");
        return inTransaction(() -> accounts.byId(person)
                .filter(SignedInPerson::enabled)
                .map(account -> {
                    String token = Secrets.fresh();
                    Instant now = now();
                    links.delete(person);
                    links.insertChoosePassword(Secrets.hash(token), person, now, now.plus(FirstStart.LINK_GOOD_FOR));
                    return token;
                }));
    }

    // What each person does with their own account

    /** Ends all of a person's sign-ins on all devices. For the person and for administrators. */
    public AccountChange signOutEverywhere(Caller caller, PersonId person) {
        require(
                caller instanceof Caller.SignedIn signedIn
                        && (signedIn.person().equals(person) || signedIn.has(InstallationRole.ADMINISTRATOR)),
                "sign somebody out");
        return inTransaction(() -> ending.endAll(person)
                ? new AccountChange.Changed(person)
                : new AccountChange.Refused(AccountFault.UNKNOWN));
    }

    /** Everybody who assesses other people's competency evidence, by name. For whoever is signed in. */
    public List<PersonName> assessors(Caller caller) {
        require(caller instanceof Caller.SignedIn, "list assessors");
        return accounts.holders(InstallationRole.ASSESSOR);
    }

    /** The person who signs in under a username that the caller was told. For whoever is signed in, and the program. */
    public Optional<PersonName> colleague(Caller caller, String username) {
        require(caller instanceof Caller.SignedIn || caller instanceof Caller.Program, "look up a colleague");
        return accounts.named(username);
    }

    /** The caller's own account. For whoever is signed in. */
    public Optional<SignedInPerson> me(Caller caller) {
        return accounts.byId(signedIn(caller, "see an account").person()).map(SignedInPerson::withoutPassword);
    }

    /** Changes the caller's password and ends all their sign-ins, this one too. For whoever is signed in. */
    public AccountChange changePassword(Caller caller, String present, String fresh) {
        PersonId person = signedIn(caller, "change a password").person();
        Optional<SignedInPerson> account = accounts.byId(person);
        if (account.isEmpty()) {
            return new AccountChange.Refused(AccountFault.UNKNOWN);
        }
        String username = account.get().username();
        if (throttle.tryNow(JoinThrottle.Door.ACCOUNT, username, now()).isPositive()) {
            return new AccountChange.Refused(AccountFault.TOO_MANY_TRIES);
        }
        if (!passwords.matches(present, account.get().passwordHash())) {
            return new AccountChange.Refused(AccountFault.PASSWORD_WRONG);
        }
        throttle.right(JoinThrottle.Door.ACCOUNT, username);
        return PasswordRule.fault(username, fresh)
                .<AccountChange>map(AccountChange.Refused::new)
                .orElseGet(() -> setPassword(person, hash(fresh)));
    }

    private AccountChange setPassword(PersonId person, String hash) {
        return inTransaction(() -> {
            accounts.setPasswordHash(person, hash);
            links.delete(person);
            ending.endAll(person);
            return new AccountChange.Changed(person);
        });
    }

    /** The browsers that stay signed in as the caller, the latest used first. For whoever is signed in. */
    public List<RememberedBrowser> browsers(Caller caller) {
        return remembered.of(signedIn(caller, "list browsers").person(), now().minus(RememberedSignIns.KEPT_FOR));
    }

    /** Forgets one of the caller's browsers: it must sign in again when its session is over. For whoever is signed in. */
    public void forgetBrowser(Caller caller, String id) {
        PersonId person = signedIn(caller, "forget a browser").person();
        Secrets.bytes(id, Secrets.BYTES).ifPresent(series -> remembered.delete(person, series));
    }

    // What strangers do: the link in their hand allows it

    /** What a one-time link is for. For everybody. */
    public OneTimeLink link(Caller caller, String token) {
        return links.find(Secrets.hash(token), now())
                .map(open -> open.person() == null
                        ? new OneTimeLink.FirstAdministrator()
                        : accounts.byId(open.person())
                                .filter(SignedInPerson::enabled)
                                .<OneTimeLink>map(p -> new OneTimeLink.ChoosePassword(p.name(), p.username()))
                                .orElseGet(OneTimeLink.Over::new))
                .orElseGet(OneTimeLink.Over::new);
    }

    /** Makes the first administrator and uses the link up. For everybody who holds the link, while there is no administrator. */
    public AccountChange makeAdministrator(Caller caller, String token, NewPerson written, String password) {
        if (!(link(caller, token) instanceof OneTimeLink.FirstAdministrator)) {
            return new AccountChange.Refused(AccountFault.LINK_OVER);
        }
        NewPerson asAdministrator = new NewPerson(
                written.name(),
                written.organisation(),
                written.mail(),
                written.username(),
                Set.of(InstallationRole.ADMINISTRATOR));
        return switch (AccountForm.read(asAdministrator)) {
            case AccountForm.Unfit(AccountFault fault) -> new AccountChange.Refused(fault);
            case AccountForm.Fit(NewPerson facts) ->
                PasswordRule.fault(facts.username(), password)
                        .<AccountChange>map(AccountChange.Refused::new)
                        .orElseGet(() -> makeAdministrator(token, facts, hash(password)));
        };
    }

    private AccountChange makeAdministrator(String token, NewPerson facts, String hash) {
        PersonId person = PersonId.random();
        try {
            return inTransaction(() -> {
                accounts.lockAdministrators();
                if (accounts.hasAdministrator() || !links.use(Secrets.hash(token), now())) {
                    return new AccountChange.Refused(AccountFault.LINK_OVER);
                }
                if (!accounts.insert(person, facts, hash, false, now())) {
                    throw new DuplicateKeyException("username");
                }
                return new AccountChange.Changed(person);
            });
        } catch (DuplicateKeyException taken) {
            return new AccountChange.Refused(AccountFault.USERNAME_TAKEN);
        }
    }

    /** Sets the password of the link's person, ends their sign-ins, and uses the link up. For everybody who holds the link. */
    public AccountChange choosePassword(Caller caller, String token, String password) {
        if (!(link(caller, token) instanceof OneTimeLink.ChoosePassword open)) {
            return new AccountChange.Refused(AccountFault.LINK_OVER);
        }
        Optional<AccountFault> fault = PasswordRule.fault(open.username(), password);
        if (fault.isPresent()) {
            return new AccountChange.Refused(fault.get());
        }
        String hash = hash(password);
        return inTransaction(() -> {
            Optional<SignedInPerson> account = accounts.byUsername(open.username());
            if (account.isEmpty() || !links.use(Secrets.hash(token), now())) {
                return new AccountChange.Refused(AccountFault.LINK_OVER);
            }
            return setPassword(account.get().person(), hash);
        });
    }

    /** The demonstration people to sign in as; none where there is no demonstration. For everybody. */
    public List<DemonstrationSignIn> demonstration(Caller caller) {
        return start.demonstration();
    }

    // How

    private AccountChange unlessTaken(PersonId person, Supplier<Boolean> insert, AccountFault otherwise) {
        try {
            return inTransaction(
                    () -> insert.get() ? new AccountChange.Changed(person) : new AccountChange.Refused(otherwise));
        } catch (DuplicateKeyException taken) {
            return new AccountChange.Refused(otherwise);
        }
    }

    private <T> T inTransaction(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(status -> act.get()));
    }

    private String hash(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }

    private static void administrator(Caller caller, String act) {
        require(caller instanceof Caller.SignedIn signedIn && signedIn.has(InstallationRole.ADMINISTRATOR), act);
    }

    private static Caller.SignedIn signedIn(Caller caller, String act) {
        if (caller instanceof Caller.SignedIn signedIn) {
            return signedIn;
        }
        throw new NotAllowed(act);
    }

    private static void require(boolean allowed, String act) {
        if (!allowed) {
            throw new NotAllowed(act);
        }
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
