package org.startex.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PublicAddress;
import org.startex.people.AccountChange.Changed;
import org.startex.people.AccountChange.Refused;
import org.startex.testing.DatabaseTest;
import org.startex.testing.SettableTime;

@DatabaseTest
class FirstStartTest {
    private static final PublicAddress LOOPBACK = address("http://localhost:8080", true);
    private static final PublicAddress HALL = address("https://startex.example", false);
    private static final NewPerson FACTS = new NewPerson("L. Brook", "Partnership", "", "brook", Set.of());
    private static final String PASSWORD = "seven yellow tents";

    private final SettableTime time;
    private final Accounts accounts;

    FirstStartTest(DSLContext sql, TransactionTemplate transaction, SettableTime time) {
        this.time = time;
        accounts = new Accounts(sql, transaction, time);
    }

    @Test
    void anEmptyDatabaseOnLoopbackGetsDemonstrationPeopleOnce() {
        StartNotice notice = accounts.start.prepare(LOOPBACK);
        assertThat(notice.lines()).hasSize(8);
        assertThat(notice.lines().getFirst()).contains(FirstStart.PASSWORD);
        assertThat(notice.lines()).anyMatch(line -> line.contains("controller") && line.contains("J. Whitlock"));
        assertThat(accounts.start.prepare(LOOPBACK)).isEqualTo(notice);
        assertThat(accounts.service.people(Accounts.ADMINISTRATOR, "", 0, 100))
                .hasSize(7)
                .allMatch(PersonRow::demonstration);
    }

    @Test
    void eachDemonstrationSignInWorks() {
        accounts.start.prepare(LOOPBACK);
        assertThat(accounts.service.demonstration(Caller.NOBODY)).hasSize(7).allSatisfy(one -> {
            SignedInPerson person =
                    accounts.repository.byUsername(one.username()).orElseThrow();
            assertThat(accounts.passwords.matches(one.password(), person.passwordHash()))
                    .isTrue();
        });
        assertThat(accounts.repository.byUsername("admin").orElseThrow().roles())
                .containsExactly(InstallationRole.ADMINISTRATOR);
    }

    @Test
    void aDatabaseThatHasPeopleGetsNoDemonstration() {
        accounts.aPerson("brook", PASSWORD, InstallationRole.ADMINISTRATOR);
        assertThat(accounts.start.prepare(LOOPBACK).lines()).isEmpty();
        assertThat(accounts.service.demonstration(Caller.NOBODY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://startex.example, false",
        "http://192.0.2.10:8080, false",
        "http://localhost:8080, false",
        "https://startex.example, true",
        "http://localhost.example:8080, true"
    })
    void demonstrationPeopleAreRefusedWhereOthersCouldReachThem(String base, boolean loopback) {
        accounts.start.prepare(LOOPBACK);
        assertThatThrownBy(() -> accounts.start.prepare(address(base, loopback)))
                .isInstanceOf(DemonstrationRefused.class)
                .hasMessageContaining("STARTEX_HOME");
    }

    @Test
    void offLoopbackTheFirstStartPrintsALinkThatMakesTheAdministratorOnce() {
        String token = tokenIn(accounts.start.prepare(HALL));
        assertThat(accounts.service.link(Caller.NOBODY, token)).isEqualTo(new OneTimeLink.FirstAdministrator());
        Changed made = (Changed) accounts.service.makeAdministrator(Caller.NOBODY, token, FACTS, PASSWORD);
        SignedInPerson brook = accounts.repository.byId(made.person()).orElseThrow();
        assertThat(brook.roles()).containsExactly(InstallationRole.ADMINISTRATOR);
        assertThat(accounts.service.link(Caller.NOBODY, token)).isEqualTo(new OneTimeLink.Over());
        assertThat(accounts.service.makeAdministrator(
                        Caller.NOBODY, token, new NewPerson("X", "", "", "other", Set.of()), PASSWORD))
                .isEqualTo(new Refused(AccountFault.LINK_OVER));
        assertThat(accounts.start.prepare(HALL).lines()).isEmpty();
    }

    @Test
    void whatWasWrittenWronglyDoesNotUseTheLinkUp() {
        String token = tokenIn(accounts.start.prepare(HALL));
        assertThat(accounts.service.makeAdministrator(Caller.NOBODY, token, FACTS, "short"))
                .isEqualTo(new Refused(AccountFault.PASSWORD_SHORT));
        assertThat(accounts.service.makeAdministrator(
                        Caller.NOBODY, token, new NewPerson("L. Brook", "", "", "a b", Set.of()), PASSWORD))
                .isEqualTo(new Refused(AccountFault.USERNAME_UNFIT));
        assertThat(accounts.service.makeAdministrator(Caller.NOBODY, token, FACTS, PASSWORD))
                .isInstanceOf(Changed.class);
    }

    @Test
    void theLinkIsOverAfterADayAndTheNextStartMakesAnother() {
        String first = tokenIn(accounts.start.prepare(HALL));
        time.advance(Duration.ofHours(24));
        assertThat(accounts.service.link(Caller.NOBODY, first)).isEqualTo(new OneTimeLink.Over());
        String second = tokenIn(accounts.start.prepare(HALL));
        assertThat(second).isNotEqualTo(first);
        assertThat(accounts.service.link(Caller.NOBODY, second)).isEqualTo(new OneTimeLink.FirstAdministrator());
    }

    @Test
    void aNewStartEndsTheLinkOfTheOneBefore() {
        String first = tokenIn(accounts.start.prepare(HALL));
        tokenIn(accounts.start.prepare(HALL));
        assertThat(accounts.service.link(Caller.NOBODY, first)).isEqualTo(new OneTimeLink.Over());
    }

    private static String tokenIn(StartNotice notice) {
        String line = notice.lines().getLast().strip();
        assertThat(line).startsWith("https://startex.example/welcome/");
        return line.substring(line.lastIndexOf('/') + 1);
    }

    private static PublicAddress address(String base, boolean loopback) {
        return new PublicAddress(URI.create(base), base.startsWith("https"), loopback);
    }
}
