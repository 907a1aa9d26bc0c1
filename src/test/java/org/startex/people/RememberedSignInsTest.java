package org.startex.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.startex.kernel.InstallationRole;
import org.startex.people.RememberedSignIns.Use;
import org.startex.testing.DatabaseTest;
import org.startex.testing.SettableTime;

@DatabaseTest
class RememberedSignInsTest {
    private final DSLContext sql;
    private final TransactionTemplate transaction;
    private final SettableTime time;
    private final Accounts accounts;
    private final RememberedSignIns remembered;
    private SignedInPerson okafor;

    RememberedSignInsTest(DSLContext sql, TransactionTemplate transaction, SettableTime time) {
        this.sql = sql;
        this.transaction = transaction;
        this.time = time;
        accounts = new Accounts(sql, transaction, time);
        remembered = accounts.remembered;
    }

    @BeforeEach
    void aPerson() {
        okafor = accounts.aPerson("okafor", "three green coaches");
    }

    @Test
    void aBrowserComesBackAndItsCookieChangesEachTime() {
        String first = remembered.remember(okafor, "Firefox, Linux");
        Use.Good back = (Use.Good) remembered.use(first);
        assertThat(back.person()).isEqualTo(okafor.withoutPassword());
        String second = back.nextCookie().orElseThrow();
        assertThat(second).isNotEqualTo(first);
        assertThat(remembered.use(second)).isInstanceOf(Use.Good.class);
    }

    @Test
    void itOutlivesTheProgram() {
        String cookie = remembered.remember(okafor, "");
        RememberedSignIns afterRestart = new Accounts(sql, transaction, time).remembered;
        assertThat(afterRestart.use(cookie)).isInstanceOf(Use.Good.class);
    }

    @Test
    void aCopiedCookieEndsAllSignInsOfThePerson() {
        String cookie = remembered.remember(okafor, "Firefox, Linux");
        String elsewhere = remembered.remember(okafor, "Chrome, Android");
        String thief = ((Use.Good) remembered.use(cookie)).nextCookie().orElseThrow();
        time.advance(RememberedSignIns.OVERLAP.plusMillis(1));
        assertThat(remembered.use(cookie)).isEqualTo(new Use.Stolen());
        assertThat(remembered.use(thief)).isEqualTo(new Use.Over());
        assertThat(remembered.use(elsewhere)).isEqualTo(new Use.Over());
        assertThat(accounts.signIn.stillSignedIn(okafor)).isEmpty();
        assertThat(accounts.events).containsExactly(new SignInsEnded(okafor.person(), okafor.epoch() + 1));
    }

    @Test
    void aThiefWhoComesSecondIsNoticedToo() {
        String stolen = remembered.remember(okafor, "");
        String own = ((Use.Good) remembered.use(stolen)).nextCookie().orElseThrow();
        String later = ((Use.Good) remembered.use(own)).nextCookie().orElseThrow();
        assertThat(remembered.use(stolen)).isEqualTo(new Use.Stolen());
        assertThat(remembered.use(later)).isEqualTo(new Use.Over());
    }

    @Test
    void requestsThatABrowserSendsAtOnceAreNoTheft() throws Exception {
        String cookie = remembered.remember(okafor, "");
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Use>> uses = IntStream.range(0, 8)
                    .mapToObj(i -> pool.submit(() -> remembered.use(cookie)))
                    .toList();
            int turned = 0;
            for (Future<Use> use : uses) {
                turned += ((Use.Good) use.get()).nextCookie().isPresent() ? 1 : 0;
            }
            assertThat(turned).isEqualTo(1);
        }
    }

    @Test
    void thirtyDaysWithoutUseAreTheEnd() {
        String cookie = remembered.remember(okafor, "");
        time.advance(RememberedSignIns.KEPT_FOR);
        String next = ((Use.Good) remembered.use(cookie)).nextCookie().orElseThrow();
        time.advance(RememberedSignIns.KEPT_FOR.plus(Duration.ofMillis(1)));
        assertThat(remembered.use(next)).isEqualTo(new Use.Over());
    }

    @Test
    void aDisabledAccountIsNotSignedIn() {
        String cookie = remembered.remember(okafor, "");
        accounts.aPerson("other", "three green coaches", InstallationRole.ADMINISTRATOR);
        accounts.service.setEnabled(Accounts.ADMINISTRATOR, okafor.person(), false);
        assertThat(remembered.use(cookie)).isEqualTo(new Use.Over());
    }

    @Test
    void aForgottenBrowserIsOverAndOthersAreNot() {
        String cookie = remembered.remember(okafor, "Firefox, Linux");
        String other = remembered.remember(okafor, "Chrome, Android");
        remembered.forget(cookie);
        assertThat(remembered.use(cookie)).isEqualTo(new Use.Over());
        assertThat(remembered.use(other)).isInstanceOf(Use.Good.class);
    }

    @Test
    void theDatabaseHoldsNothingThatSignsIn() {
        String cookie = remembered.remember(okafor, "");
        String row = sql.fetch("select * from remembered_sign_in").formatJSON();
        for (String part : cookie.split("\\.", 2)) {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            assertThat(row)
                    .doesNotContain(part)
                    .doesNotContain(Base64.getEncoder().encodeToString(bytes));
        }
    }

    @Test
    void anyTextMayBeShown() {
        for (String text : List.of(
                "", ".", "a.b", "é".repeat(43) + "." + "é".repeat(43), "\0", "A".repeat(43) + "." + "A".repeat(43))) {
            assertThat(remembered.use(text)).isEqualTo(new Use.Over());
            remembered.forget(text);
        }
    }
}
