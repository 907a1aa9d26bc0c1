package org.startex.runtime;

import static org.startex.runtime.EmbeddedPostgresProblem.Reason.NO_START;
import static org.startex.runtime.EmbeddedPostgresProblem.Reason.OTHER_VERSION;
import static org.startex.runtime.EmbeddedPostgresProblem.Reason.PASSWORD_LOST;
import static org.startex.runtime.EmbeddedPostgresProblem.Reason.PORT_IN_USE;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of our own in a data folder. It listens on loopback alone, asks for a password, and writes through to the disk.
 * It belongs to one program at a time; if that program is killed the server stays, and the next program on the same folder takes it over.
 * It runs for an ordinary user and for root. The build uses it too, so it and its {@code EmbeddedPostgres...} neighbours know nothing else of Startex.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The role that owns the cluster and migrates; the program itself connects as a lesser one. */
    public static final String OWNER = "startex_owner";

    /** The major version whose programs we carry. */
    static final String VERSION = "18";

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final long KEPT_LOG_BYTES = 5_000_000;

    /** What becomes of the data when the machine loses power. */
    public enum Durability {
        /** Nothing committed is lost. */
        DURABLE,
        /** Anything may be lost: faster, for tests and the build alone. */
        FORGETFUL
    }

    private final Path home;
    private final EmbeddedPostgresPlace place;
    private final EmbeddedPostgresBinaries binaries;
    private final EmbeddedPostgresLock lock;
    private final String password;
    private final Durability durability;
    private int port;
    private boolean takenOver;

    private EmbeddedPostgres(
            Path home,
            EmbeddedPostgresPlace place,
            EmbeddedPostgresBinaries binaries,
            EmbeddedPostgresLock lock,
            Durability durability)
            throws IOException {
        this.home = home;
        this.place = place;
        this.binaries = binaries;
        this.lock = lock;
        this.durability = durability;
        this.password = password();
    }

    /** Starts a durable server; see {@link #start(Path, int, Durability)}. */
    public static EmbeddedPostgres start(Path home, int port) {
        return start(home, port, Durability.DURABLE);
    }

    /**
     * Starts the server of a data folder, making the folder and the cluster at first, or takes over the one that still lives there.
     *
     * @param port the port, or 0 for a free one
     * @throws EmbeddedPostgresProblem if it cannot be had, with the reason
     */
    public static EmbeddedPostgres start(Path home, int port, Durability durability) {
        EmbeddedPostgresLock lock = null;
        try {
            Path real = Files.createDirectories(home).toRealPath();
            lock = EmbeddedPostgresLock.take(real);
            EmbeddedPostgresPlace place = EmbeddedPostgresPlace.in(real);
            EmbeddedPostgresBinaries binaries =
                    EmbeddedPostgresBinaries.unpackedIn(place.folder().resolve("bin"));
            EmbeddedPostgres server = new EmbeddedPostgres(real, place, binaries, lock, durability);
            server.initialise();
            server.takeOverOrStart(port);
            return server;
        } catch (IOException failure) {
            free(lock);
            throw EmbeddedPostgresProblem.of(failure, home.toAbsolutePath().normalize());
        } catch (RuntimeException failure) {
            free(lock);
            throw failure;
        }
    }

    /**
     * Looks whether another program has the data folder, for an early word; {@link #start} looks again.
     *
     * @throws EmbeddedPostgresProblem if so
     */
    static void refuseTakenFolder(Path home) {
        try {
            EmbeddedPostgresLock.take(Files.createDirectories(home).toRealPath())
                    .close();
        } catch (IOException failure) {
            throw EmbeddedPostgresProblem.of(failure, home.toAbsolutePath().normalize());
        }
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** The owner's password. */
    public String ownerPassword() {
        return password;
    }

    /** Where a database of the server is found. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Whether the server was already running, left behind by a program that was killed. */
    public boolean takenOver() {
        return takenOver;
    }

    /** The folder of the server's files, where it had to lie outside the home. */
    public Optional<Path> outsideHome() {
        return place.isOutside(home) ? Optional.of(place.folder()) : Optional.empty();
    }

    /** The server's process, if it lives. */
    public Optional<ProcessHandle> process() {
        try {
            return EmbeddedPostgresPid.read(data())
                    .filter(pid -> pid.owner(data()) == EmbeddedPostgresPid.Owner.OURS)
                    .flatMap(pid -> ProcessHandle.of(pid.pid()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Starts the server again on the same port if it has died; does nothing if it lives.
     *
     * @return whether it had died
     * @throws EmbeddedPostgresProblem if it does not come back
     */
    public synchronized boolean revive() {
        if (process().isPresent()) {
            return false;
        }
        try {
            takeOverOrStart(port);
            return true;
        } catch (IOException failure) {
            throw EmbeddedPostgresProblem.of(failure, place.folder());
        }
    }

    /** Stops the server, cutting off whoever is still connected, and frees the folder. */
    @Override
    public synchronized void close() {
        try {
            if (process().isPresent()) {
                EmbeddedPostgresCommand.Outcome outcome = EmbeddedPostgresCommand.run(
                        place,
                        Duration.ofSeconds(70),
                        List.of(binaries.pgCtl(), "-D", data().toString(), "-m", "fast", "-w", "-t", "60", "stop"));
                if (!outcome.good() && process().isPresent()) {
                    throw EmbeddedPostgresProblem.of(outcome.said(), place.folder());
                }
            }
        } catch (IOException failure) {
            throw EmbeddedPostgresProblem.of(failure, place.folder());
        } finally {
            lock.close();
        }
    }

    private Path data() {
        return place.folder().resolve("data");
    }

    private Path log() {
        return place.folder().resolve("log.txt");
    }

    private Path passwordFile() {
        return place.folder().resolve("password");
    }

    private String password() throws IOException {
        Path file = passwordFile();
        if (!Files.exists(file)) {
            if (Files.exists(data())) {
                throw new EmbeddedPostgresProblem(PASSWORD_LOST, null, file);
            }
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            if (Files.getFileStore(place.folder()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    private void initialise() throws IOException {
        Path version = data().resolve("PG_VERSION");
        if (Files.exists(version)) {
            String found = Files.readString(version).strip();
            if (!found.equals(VERSION)) {
                throw new EmbeddedPostgresProblem(OTHER_VERSION, null, data(), found, VERSION);
            }
            return;
        }
        // Made beside and renamed, so that a crash never leaves half a cluster.
        Path half = place.folder().resolve("data-in-the-making");
        EmbeddedPostgresBinaries.deleteTree(half);
        place.owned();
        List<String> initdb =
                new ArrayList<>(List.of(binaries.initdb(), "-D", half.toString(), "-U", OWNER, "-E", "UTF8"));
        initdb.addAll(List.of("-A", "scram-sha-256", "--pwfile=" + passwordFile(), "--no-instructions"));
        // The builtin provider sorts alike on every machine.
        initdb.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
        if (durability == Durability.FORGETFUL) {
            initdb.add("--no-sync");
        }
        EmbeddedPostgresCommand.Outcome outcome = EmbeddedPostgresCommand.run(place, START_LIMIT, initdb);
        if (!outcome.good()) {
            throw EmbeddedPostgresProblem.of(outcome.said(), place.folder());
        }
        Files.move(half, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void takeOverOrStart(int wanted) throws IOException {
        Optional<EmbeddedPostgresPid> left = EmbeddedPostgresPid.read(data());
        if (left.isPresent()) {
            switch (left.get().owner(data())) {
                case OURS -> {
                    takeOver();
                    return;
                }
                case FOREIGN -> Files.deleteIfExists(EmbeddedPostgresPid.file(data()));
                case GONE -> {}
            }
        }
        startServer(wanted);
        binaries.deleteOthers();
    }

    private void takeOver() throws IOException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        int listening = 0;
        while (listening == 0 && System.nanoTime() < end) {
            listening = EmbeddedPostgresPid.read(data())
                    .map(EmbeddedPostgresPid::port)
                    .orElse(0);
            pause(50);
        }
        port = listening;
        takenOver = true;
        awaitAnswer();
    }

    private void startServer(int wanted) throws IOException {
        if (Files.exists(log()) && Files.size(log()) > KEPT_LOG_BYTES) {
            Files.move(log(), place.folder().resolve("log-before.txt"), StandardCopyOption.REPLACE_EXISTING);
        }
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            long logged = Files.exists(log()) ? Files.size(log()) : 0;
            int tried = wanted > 0 ? wanted : freePort();
            EmbeddedPostgresCommand.Outcome outcome =
                    EmbeddedPostgresCommand.run(place, START_LIMIT, startCommand(tried));
            if (outcome.good()) {
                port = tried;
                takenOver = false;
                awaitAnswer();
                return;
            }
            String said = outcome.said() + logFrom(logged);
            boolean portTaken = said.contains("could not bind") || said.contains("Address already in use");
            // Backends of a server that was killed need a moment to go.
            boolean othersStillThere = said.contains("shared memory block") || said.contains("lock file");
            if (System.nanoTime() > end || !((portTaken && wanted == 0) || othersStillThere)) {
                throw portTaken
                        ? new EmbeddedPostgresProblem(PORT_IN_USE, null, tried)
                        : EmbeddedPostgresProblem.of(said, place.folder());
            }
            pause(300);
        }
    }

    private List<String> startCommand(int port) {
        String options = "-p " + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100 -c timezone=UTC"
                // No personal data in the log: neither values bound to statements nor the details of a violated
                // constraint.
                + " -c log_min_duration_statement=1000 -c log_parameter_max_length=0 -c log_error_verbosity=terse"
                + (durability == Durability.DURABLE
                        ? ""
                        : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off");
        return List.of(
                binaries.pgCtl(),
                "-D",
                data().toString(),
                "-l",
                log().toString(),
                "-w",
                "-t",
                "60",
                "-o",
                options,
                "start");
    }

    private void awaitAnswer() throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), OWNER, password)) {
                connection.isValid(5);
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > end) {
                    throw new EmbeddedPostgresProblem(
                            NO_START, notYet, place.folder(), String.valueOf(notYet.getMessage()));
                }
                pause(50);
            }
        }
    }

    private String logFrom(long position) throws IOException {
        if (!Files.exists(log())) {
            return "";
        }
        byte[] all = Files.readAllBytes(log());
        int from = (int) Math.min(position, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void free(@Nullable EmbeddedPostgresLock lock) {
        if (lock != null) {
            lock.close();
        }
    }
}
