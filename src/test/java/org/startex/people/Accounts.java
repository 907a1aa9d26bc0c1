package org.startex.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;
import org.startex.testing.SettableTime;

/** The module put together by hand on a test's database. */
final class Accounts {
    static final Caller ADMINISTRATOR = new Caller.SignedIn(PersonId.random(), Set.of(InstallationRole.ADMINISTRATOR));

    final List<Object> events = new ArrayList<>();
    final PasswordEncoder passwords = new BoundedPasswordEncoder();
    final JoinThrottle throttle = new JoinThrottle();
    final AccountRepository repository;
    final RememberedSignInRepository rememberedRepository;
    final OneTimeLinkRepository links;
    final RememberedSignIns remembered;
    final FirstStart start;
    final SignIn signIn;
    final PeopleService service;

    Accounts(DSLContext sql, TransactionTemplate transaction, SettableTime time) {
        repository = new AccountRepository(sql);
        rememberedRepository = new RememberedSignInRepository(sql);
        links = new OneTimeLinkRepository(sql);
        SignInsEnding ending = new SignInsEnding(repository, rememberedRepository, events::add);
        remembered = new RememberedSignIns(rememberedRepository, repository, ending, transaction, time);
        start = new FirstStart(repository, links, passwords, transaction, time);
        signIn = new SignIn(repository, time);
        service = new PeopleService(
                repository, rememberedRepository, links, ending, start, passwords, throttle, transaction, time);
    }

    /** A person who can sign in with this password. */
    SignedInPerson aPerson(String username, String password, InstallationRole... roles) {
        PersonId person = PersonId.random();
        NewPerson facts = new NewPerson("M. Okafor", "Borough council", "", username, Set.of(roles));
        repository.insert(person, facts, passwords.encode(password), false, SettableTime.START);
        return repository.byId(person).orElseThrow();
    }
}
