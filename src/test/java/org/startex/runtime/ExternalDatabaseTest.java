package org.startex.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.startex.testing.TestPostgres;

/** An external database, set up as docs/operations.md says. */
class ExternalDatabaseTest {
    private static final TestPostgres SERVER = TestPostgres.get();
    private static final String DATABASE = "external";

    /** The statements of docs/operations.md, with other names where the roles of this server are in the way. */
    @BeforeAll
    static void setUpAsTheGuideSays() {
        SERVER.asOwner(
                "postgres",
                "drop database if exists " + DATABASE + " with (force)",
                "drop role if exists ex_owner",
                "drop role if exists ex_program",
                "drop role if exists ex_stranger",
                "create role ex_owner login password 'owner'",
                "create role ex_program login password 'program' in role startex_app",
                "create role ex_stranger login password 'stranger'",
                "create database " + DATABASE + " owner ex_owner");
    }

    @AfterAll
    static void takeAway() {
        SERVER.asOwner(
                "postgres",
                "drop database if exists " + DATABASE + " with (force)",
                "drop role ex_owner",
                "drop role ex_program",
                "drop role ex_stranger");
    }

    @Test
    void theOwnerMigratesWithoutBeingSuperuserAndTheProgramIsLetIn() {
        DatabaseAccess access = access("ex_program", "program");
        DatabasePreparation.outside(access);
        Flyway.configure()
                .dataSource(access.url(), access.owner(), access.ownerPassword())
                .load()
                .migrate();
        assertThatCode(() -> DatabasePreparation.refuseMightyRole(access)).doesNotThrowAnyException();
        assertThatThrownBy(() -> DatabasePreparation.refuseMightyRole(access("ex_owner", "owner")))
                .isInstanceOfSatisfying(
                        StartProblem.class, problem -> assertThat(problem.key()).isEqualTo("database.owns-tables"));
    }

    @Test
    void aSuperuserIsRefused() {
        assertProblem("database.superuser", access("startex_owner", SERVER.ownerPassword()), "nosuperuser");
    }

    @Test
    void aRoleWithoutRightsIsRefusedWithTheGrantItNeeds() {
        assertProblem("database.not-member", access("ex_stranger", "stranger"), "grant startex_app to ex_stranger");
    }

    @Test
    void aWrongPasswordIsToldAtOnceAndNotRepeated() {
        assertProblem("database.refuses", access("ex_program", "guessed"), "ex_program");
        DatabaseAccess wrongOwner = new DatabaseAccess(SERVER.url(DATABASE), "ex_program", "program", "ex_owner", "no");
        long start = System.nanoTime();
        assertThatThrownBy(() -> DatabasePreparation.outside(wrongOwner, Duration.ofSeconds(30)))
                .isInstanceOfSatisfying(
                        StartProblem.class, problem -> assertThat(problem.key()).isEqualTo("database.refuses"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aDatabaseThatDoesNotExistIsToldAtOnce() {
        DatabaseAccess nowhere = new DatabaseAccess(SERVER.url("nowhere"), "a", "b", "ex_owner", "owner");
        assertThatThrownBy(() -> DatabasePreparation.outside(nowhere, Duration.ofSeconds(30)))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedForAndThenTold() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        DatabaseAccess away = new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + port + "/startex?password=secret", "a", "b", "c", "d");
        assertThatThrownBy(() -> DatabasePreparation.outside(away, Duration.ofSeconds(2)))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("127.0.0.1:" + port + "/startex did not answer within 2 seconds")
                .hasMessageNotContainingAny("secret");
    }

    private static void assertProblem(String key, DatabaseAccess access, String remedy) {
        assertThatThrownBy(() -> DatabasePreparation.refuseMightyRole(access))
                .isInstanceOfSatisfying(StartProblem.class, problem -> {
                    assertThat(problem.key()).isEqualTo(key);
                    assertThat(problem).hasMessageContaining(remedy);
                });
    }

    private static DatabaseAccess access(String user, String password) {
        return new DatabaseAccess(SERVER.url(DATABASE), user, password, "ex_owner", "owner");
    }
}
