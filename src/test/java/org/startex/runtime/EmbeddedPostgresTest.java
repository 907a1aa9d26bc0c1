package org.startex.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.startex.runtime.EmbeddedPostgresProblem.Reason.DISK_FULL;
import static org.startex.runtime.EmbeddedPostgresProblem.Reason.FOLDER_IN_USE;
import static org.startex.runtime.EmbeddedPostgresProblem.Reason.NOT_WRITABLE;
import static org.startex.runtime.EmbeddedPostgresProblem.Reason.OTHER_VERSION;
import static org.startex.runtime.EmbeddedPostgresProblem.Reason.PASSWORD_LOST;
import static org.startex.runtime.EmbeddedPostgresProblem.Reason.PORT_IN_USE;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.startex.testing.TestPostgres;

class EmbeddedPostgresTest {
    @TempDir
    Path home;

    /** The programs that another test has unpacked: unpacking takes seconds. */
    @BeforeEach
    void borrowPrograms() throws IOException {
        Files.createDirectories(home.resolve("postgres"));
        Files.createSymbolicLink(
                home.resolve("postgres/bin"), TestPostgres.get().programs());
    }

    @AfterEach
    void giveProgramsBack() throws IOException {
        Files.delete(home.resolve("postgres/bin"));
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, 0)) {
            execute(server, "create table note (text text)", "insert into note values ('kept')");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, 0)) {
            assertThat(server.takenOver()).isFalse();
            assertThat(value(server, "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void writesThroughToTheDisk() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, 0)) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(value(server, "show " + setting)).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void survivesAKillOfTheServer() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, 0)) {
            int port = server.port();
            execute(server, "create table note (text text)", "insert into note values ('committed')");
            kill(server);
            assertThat(server.revive()).isTrue();
            assertThat(server.port()).isEqualTo(port);
            assertThat(value(server, "select text from note")).isEqualTo("committed");
            assertThat(server.revive()).isFalse();
        }
    }

    @Test
    void survivesAKillOfServerAndProgram() throws Exception {
        Process program = programOn(home);
        kill(home);
        program.destroyForcibly().waitFor();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, 0)) {
            assertThat(server.takenOver()).isFalse();
            assertThat(value(server, "select text from note")).isEqualTo("from the other");
        }
    }

    @Test
    void takesOverTheServerOfAProgramThatWasKilled() throws Exception {
        Process program = programOn(home);
        long served = EmbeddedPostgresPid.read(home.resolve("postgres/data"))
                .orElseThrow()
                .pid();
        program.destroyForcibly().waitFor();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, 0)) {
            assertThat(server.takenOver()).isTrue();
            assertThat(server.process().orElseThrow().pid()).isEqualTo(served);
            assertThat(value(server, "select text from note")).isEqualTo("from the other");
        }
        assertThat(EmbeddedPostgresPid.read(home.resolve("postgres/data"))).isEmpty();
    }

    @Test
    void refusesASecondProgramOnTheSameFolder() throws Exception {
        Process program = programOn(home);
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, 0))
                    .isInstanceOfSatisfying(EmbeddedPostgresProblem.class, problem -> {
                        assertThat(problem.reason()).isEqualTo(FOLDER_IN_USE);
                        assertThat(StartProblems.words(problem))
                                .contains(home.toString(), String.valueOf(program.pid()));
                    });
        } finally {
            program.destroy();
            program.waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void refusesASecondServerInTheSameProgramAndKeepsTheFirstOnesLock() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, 0)) {
            for (int i = 0; i < 2; i++) {
                assertProblem(FOLDER_IN_USE, () -> EmbeddedPostgres.start(home, 0));
            }
            assertThat(server.process()).isPresent();
        }
    }

    @Test
    void asksForThePassword() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, 0)) {
            assertThatThrownBy(() ->
                            DriverManager.getConnection(server.jdbcUrl("postgres"), EmbeddedPostgres.OWNER, "guessed"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void listensOnLoopbackAlone() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, 0)) {
            new Socket(InetAddress.getLoopbackAddress(), server.port()).close();
            List<InetAddress> others = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .toList();
            for (InetAddress other : others) {
                assertThatThrownBy(() -> new Socket(other, server.port()).close())
                        .as(other.toString())
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void theProgramsRoleIsNeitherOwnerNorSuperuser() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, 0)) {
            DatabaseAccess access = DatabasePreparation.inside(server);
            try (Connection owner = DriverManager.getConnection(access.url(), access.owner(), access.ownerPassword());
                    Statement statement = owner.createStatement()) {
                statement.execute("create table owned (text text)");
            }
            DatabasePreparation.refuseMightyRole(access);
            assertThatThrownBy(() -> DatabasePreparation.refuseMightyRole(new DatabaseAccess(
                            access.url(),
                            access.owner(),
                            access.ownerPassword(),
                            access.owner(),
                            access.ownerPassword())))
                    .isInstanceOfSatisfying(
                            StartProblem.class,
                            problem -> assertThat(problem.key()).isEqualTo("database.superuser"));
        }
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws IOException {
        EmbeddedPostgres.start(home, 0).close();
        Files.writeString(home.resolve("postgres/data/PG_VERSION"), "17\n");
        assertProblem(OTHER_VERSION, () -> EmbeddedPostgres.start(home, 0));
    }

    @Test
    void refusesToInventAPasswordForExistingData() throws IOException {
        EmbeddedPostgres.start(home, 0).close();
        Files.delete(home.resolve("postgres/password"));
        assertProblem(PASSWORD_LOST, () -> EmbeddedPostgres.start(home, 0));
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertProblem(PORT_IN_USE, () -> EmbeddedPostgres.start(home, taken.getLocalPort()));
        }
    }

    @Test
    void saysThatTheFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");
        assertProblem(NOT_WRITABLE, () -> EmbeddedPostgres.start(file.resolve("home"), 0));
    }

    @Test
    void understandsWhatAFullDiskSays() {
        IOException java = new IOException("No space left on device");
        assertThat(EmbeddedPostgresProblem.of(java, home).reason()).isEqualTo(DISK_FULL);
        String initdb = "initdb: error: could not write file \"x\": No space left on device";
        assertThat(EmbeddedPostgresProblem.of(initdb, home).reason()).isEqualTo(DISK_FULL);
    }

    @Test
    void everyProblemHasWords() {
        for (EmbeddedPostgresProblem.Reason reason : EmbeddedPostgresProblem.Reason.values()) {
            assertThat(StartProblems.words(new EmbeddedPostgresProblem(reason, null, "one", "two", "three")))
                    .contains("one");
        }
    }

    private static void assertProblem(EmbeddedPostgresProblem.Reason reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        EmbeddedPostgresProblem.class,
                        problem -> assertThat(problem.reason()).isEqualTo(reason));
    }

    private static void kill(EmbeddedPostgres server) throws Exception {
        server.process().orElseThrow().destroyForcibly();
        for (int i = 0; i < 100 && server.process().isPresent(); i++) {
            Thread.sleep(20);
        }
    }

    private static void kill(Path home) throws IOException {
        long pid = EmbeddedPostgresPid.read(home.resolve("postgres/data"))
                .orElseThrow()
                .pid();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static void execute(EmbeddedPostgres server, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl("postgres"), EmbeddedPostgres.OWNER, server.ownerPassword());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String value(EmbeddedPostgres server, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl("postgres"), EmbeddedPostgres.OWNER, server.ownerPassword());
                ResultSet result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    /** Another program that has started a server on the folder, written a note, and goes on. */
    private static Process programOn(Path home) throws IOException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProgram.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(program.inputReader().readLine()).isEqualTo("ready");
        return program;
    }

    /** What {@link #programOn} runs. */
    static final class OtherProgram {
        private OtherProgram() {}

        public static void main(String[] args) throws Exception {
            EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(args[0]), 0);
            execute(server, "create table note (text text)", "insert into note values ('from the other')");
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            System.out.println("ready");
            Thread.sleep(120_000);
        }
    }
}
