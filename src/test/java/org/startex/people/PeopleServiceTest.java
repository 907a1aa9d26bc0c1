package org.startex.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;
import org.startex.people.AccountChange.Changed;
import org.startex.people.AccountChange.Refused;
import org.startex.testing.DatabaseTest;
import org.startex.testing.SettableTime;

@DatabaseTest
class PeopleServiceTest {
    private static final String PASSWORD = "three green coaches";
    private static final String OTHER = "seven yellow tents";

    private final DSLContext sql;
    private final SettableTime time;
    private final Accounts accounts;
    private final PeopleService service;

    PeopleServiceTest(DSLContext sql, TransactionTemplate transaction, SettableTime time) {
        this.sql = sql;
        this.time = time;
        accounts = new Accounts(sql, transaction, time);
        service = accounts.service;
    }

    @Test
    void anAddedPersonChoosesAPasswordByALinkThatWorksOnce() {
        PersonId price = added("price");
        assertThat(row("price").hasPassword()).isFalse();
        String token = service.passwordLink(Accounts.ADMINISTRATOR, price).orElseThrow();
        assertThat(service.link(Caller.NOBODY, token)).isEqualTo(new OneTimeLink.ChoosePassword("G. Price", "price"));
        assertThat(service.choosePassword(Caller.NOBODY, token, "short"))
                .isEqualTo(new Refused(AccountFault.PASSWORD_SHORT));
        assertThat(service.choosePassword(Caller.NOBODY, token, PASSWORD)).isEqualTo(new Changed(price));
        assertThat(service.choosePassword(Caller.NOBODY, token, OTHER)).isEqualTo(new Refused(AccountFault.LINK_OVER));
        assertThat(matches("price", PASSWORD)).isTrue();
        assertThat(row("price").hasPassword()).isTrue();
    }

    @Test
    void twoWhoUseALinkAtOnceDoNotBothSucceed() throws Exception {
        String token =
                service.passwordLink(Accounts.ADMINISTRATOR, added("price")).orElseThrow();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<AccountChange>> tries = IntStream.range(0, 6)
                    .mapToObj(i -> pool.submit(() -> service.choosePassword(Caller.NOBODY, token, PASSWORD + i)))
                    .toList();
            int changed = 0;
            for (Future<AccountChange> one : tries) {
                changed += one.get() instanceof Changed ? 1 : 0;
            }
            assertThat(changed).isEqualTo(1);
        }
    }

    @Test
    void aNewLinkEndsTheOneBeforeAndADayEndsAll() {
        PersonId price = added("price");
        String first = service.passwordLink(Accounts.ADMINISTRATOR, price).orElseThrow();
        String second = service.passwordLink(Accounts.ADMINISTRATOR, price).orElseThrow();
        assertThat(service.link(Caller.NOBODY, first)).isEqualTo(new OneTimeLink.Over());
        time.advance(Duration.ofHours(24));
        assertThat(service.link(Caller.NOBODY, second)).isEqualTo(new OneTimeLink.Over());
    }

    @Test
    void usernamesDifferInMoreThanCapitals() {
        added("price");
        assertThat(service.add(Accounts.ADMINISTRATOR, facts("PRICE")))
                .isEqualTo(new Refused(AccountFault.USERNAME_TAKEN));
        assertThat(((SignedInPerson) accounts.signIn.loadUserByUsername(" Price ")).username())
                .isEqualTo("price");
    }

    @Test
    void unfitFactsAreRefused() {
        assertThat(add("", "", "", "price")).isEqualTo(new Refused(AccountFault.NAME_EMPTY));
        assertThat(add("x".repeat(81), "", "", "price")).isEqualTo(new Refused(AccountFault.NAME_TOO_LONG));
        assertThat(add("G. Price", "a\0", "", "price")).isEqualTo(new Refused(AccountFault.ORGANISATION_UNFIT));
        assertThat(add("G. Price", "", "no address", "price")).isEqualTo(new Refused(AccountFault.MAIL_UNFIT));
        for (String username : List.of("", "p", "a b", "-price", "prïce", "x".repeat(65), "a\0b")) {
            assertThat(add("G. Price", "", "", username)).isEqualTo(new Refused(AccountFault.USERNAME_UNFIT));
        }
        assertThat(service.count(Accounts.ADMINISTRATOR, "")).isZero();
    }

    @Test
    void searchFindsEveryWordInNameOrganisationOrUsername() {
        added("price");
        accounts.aPerson("okafor", PASSWORD);
        assertThat(found("pri")).containsExactly("price");
        assertThat(found("OKAFOR council")).containsExactly("okafor");
        assertThat(found("okafor police")).isEmpty();
        assertThat(found("")).containsExactlyInAnyOrder("price", "okafor");
        assertThat(found("100%_")).isEmpty();
        assertThat(service.count(Accounts.ADMINISTRATOR, "price")).isEqualTo(1);
    }

    @Test
    void somebodyWhoKeepsAccountsAlwaysRemains() {
        SignedInPerson brook = accounts.aPerson("brook", PASSWORD, InstallationRole.ADMINISTRATOR);
        assertThat(service.setRoles(Accounts.ADMINISTRATOR, brook.person(), Set.of()))
                .isEqualTo(new Refused(AccountFault.LAST_ADMINISTRATOR));
        assertThat(service.setEnabled(Accounts.ADMINISTRATOR, brook.person(), false))
                .isEqualTo(new Refused(AccountFault.LAST_ADMINISTRATOR));
        SignedInPerson other = accounts.aPerson("other", PASSWORD, InstallationRole.ADMINISTRATOR);
        assertThat(service.setRoles(Accounts.ADMINISTRATOR, brook.person(), Set.of(InstallationRole.ASSESSOR)))
                .isInstanceOf(Changed.class);
        assertThat(service.setEnabled(Accounts.ADMINISTRATOR, other.person(), false))
                .isEqualTo(new Refused(AccountFault.LAST_ADMINISTRATOR));
    }

    @Test
    void twoAdministratorsCannotShutEachOtherOut() throws Exception {
        for (int round = 0; round < 5; round++) {
            SignedInPerson a = accounts.aPerson("a" + round + "a", PASSWORD, InstallationRole.ADMINISTRATOR);
            SignedInPerson b = accounts.aPerson("b" + round + "b", PASSWORD, InstallationRole.ADMINISTRATOR);
            try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> one = pool.submit(() -> service.setEnabled(Accounts.ADMINISTRATOR, a.person(), false));
                Future<?> two = pool.submit(() -> service.setEnabled(Accounts.ADMINISTRATOR, b.person(), false));
                one.get();
                two.get();
            }
            assertThat(accounts.repository.hasAdministrator()).isTrue();
            sql.execute("delete from account_role");
        }
    }

    @Test
    void rolesHoldAtTheNextLook() {
        SignedInPerson okafor = accounts.aPerson("okafor", PASSWORD, InstallationRole.ADMINISTRATOR);
        accounts.aPerson("other", PASSWORD, InstallationRole.ADMINISTRATOR);
        service.setRoles(Accounts.ADMINISTRATOR, okafor.person(), Set.of(InstallationRole.ASSESSOR));
        assertThat(accounts.signIn.stillSignedIn(okafor).orElseThrow().roles())
                .containsExactly(InstallationRole.ASSESSOR);
    }

    @Test
    void disablingEndsEverySignInAndEveryLink() {
        accounts.aPerson("other", PASSWORD, InstallationRole.ADMINISTRATOR);
        SignedInPerson okafor = accounts.aPerson("okafor", PASSWORD);
        String link =
                service.passwordLink(Accounts.ADMINISTRATOR, okafor.person()).orElseThrow();
        service.setEnabled(Accounts.ADMINISTRATOR, okafor.person(), false);
        assertThat(accounts.signIn.stillSignedIn(okafor)).isEmpty();
        assertThat(service.link(Caller.NOBODY, link)).isEqualTo(new OneTimeLink.Over());
        assertThat(service.passwordLink(Accounts.ADMINISTRATOR, okafor.person()))
                .isEmpty();
        service.setEnabled(Accounts.ADMINISTRATOR, okafor.person(), true);
        assertThat(accounts.signIn.stillSignedIn(okafor))
                .as("old sign-ins stay ended")
                .isEmpty();
    }

    @Test
    void changingThePasswordNeedsThePresentOneAndEndsAllSignIns() {
        SignedInPerson okafor = accounts.aPerson("okafor", PASSWORD);
        assertThat(service.changePassword(okafor.caller(), "wrong wrong wrong", OTHER))
                .isEqualTo(new Refused(AccountFault.PASSWORD_WRONG));
        assertThat(service.changePassword(okafor.caller(), PASSWORD, "my-okafor-password"))
                .isEqualTo(new Refused(AccountFault.PASSWORD_CONTAINS_USERNAME));
        assertThat(accounts.signIn.stillSignedIn(okafor)).isPresent();
        assertThat(service.changePassword(okafor.caller(), PASSWORD, OTHER)).isInstanceOf(Changed.class);
        assertThat(accounts.signIn.stillSignedIn(okafor)).isEmpty();
        assertThat(matches("okafor", OTHER)).isTrue();
    }

    @Test
    void guessingThePresentPasswordIsSlowedDown() {
        SignedInPerson okafor = accounts.aPerson("okafor", PASSWORD);
        AccountChange last = new Changed(okafor.person());
        for (int i = 0; i < 11; i++) {
            last = service.changePassword(okafor.caller(), "wrong wrong " + i, OTHER);
        }
        assertThat(last).isEqualTo(new Refused(AccountFault.TOO_MANY_TRIES));
        assertThat(service.changePassword(okafor.caller(), PASSWORD, OTHER))
                .isEqualTo(new Refused(AccountFault.TOO_MANY_TRIES));
    }

    @Test
    void onesOwnBrowsersAreListedAndForgottenAndNobodyElses() {
        SignedInPerson okafor = accounts.aPerson("okafor", PASSWORD);
        SignedInPerson nair = accounts.aPerson("nair", PASSWORD);
        accounts.remembered.remember(okafor, "Firefox, Linux");
        accounts.remembered.remember(nair, "Chrome, Android");
        RememberedBrowser mine = service.browsers(okafor.caller()).getFirst();
        assertThat(mine.browser()).isEqualTo("Firefox, Linux");
        service.forgetBrowser(nair.caller(), mine.id());
        assertThat(service.browsers(okafor.caller())).hasSize(1);
        service.forgetBrowser(okafor.caller(), mine.id());
        assertThat(service.browsers(okafor.caller())).isEmpty();
        assertThat(service.browsers(nair.caller())).hasSize(1);
    }

    @Test
    void hashesAreArgon2idAndOlderOnesAreReplaced() {
        SignedInPerson okafor = accounts.aPerson("okafor", PASSWORD);
        assertThat(okafor.passwordHash()).startsWith("{argon2id}$argon2id$");
        String old = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
        assertThat(accounts.passwords.matches(PASSWORD, old)).isTrue();
        assertThat(accounts.passwords.upgradeEncoding(old)).isTrue();
        assertThat(accounts.passwords.upgradeEncoding(okafor.passwordHash())).isFalse();
        assertThat(accounts.passwords.matches(PASSWORD, null)).isFalse();
    }

    private AccountChange add(String name, String organisation, String mail, String username) {
        return service.add(Accounts.ADMINISTRATOR, new NewPerson(name, organisation, mail, username, Set.of()));
    }

    private static NewPerson facts(String username) {
        return new NewPerson("G. Price", "Police", "price@police.example", username, Set.of());
    }

    private PersonId added(String username) {
        return ((Changed) service.add(Accounts.ADMINISTRATOR, facts(username))).person();
    }

    private PersonRow row(String username) {
        return service.people(Accounts.ADMINISTRATOR, username, 0, 10).getFirst();
    }

    private List<String> found(String search) {
        return service.people(Accounts.ADMINISTRATOR, search, 0, 100).stream()
                .map(PersonRow::username)
                .toList();
    }

    private boolean matches(String username, String password) {
        return accounts.passwords.matches(
                password, accounts.repository.byUsername(username).orElseThrow().passwordHash());
    }
}
