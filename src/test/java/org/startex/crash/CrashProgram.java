package org.startex.crash;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The packaged program in a process of its own, as {@code ./run} starts it, on an embedded PostgreSQL in a home of its own; and the ways to end
 * both without warning.
 */
final class CrashProgram implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final Path folder;
    private final List<String> options;
    private final int port = freePort();
    private final int staffPort = freePort();
    private final Thread lastResort = new Thread(this::killAll);
    private List<String> quick = List.of();
    private @Nullable Process process;

    /**
     * @param folder where everything lies: the program, its home, its log
     * @param jar the packaged program
     * @param options more options of its JVM
     */
    CrashProgram(Path folder, Path jar, List<String> options) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder).toRealPath();
        this.options = List.copyOf(options);
        killPostgres();
        deleteTree(postgres());
        deleteTree(home());
        unpack(jar);
        Files.deleteIfExists(log());
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    int port() {
        return port;
    }

    int staffPort() {
        return staffPort;
    }

    Path folder() {
        return folder;
    }

    /** What the program has said, from all its lives. */
    Path log() {
        return folder.resolve("program.log");
    }

    /** The folder of scenarios that it loads. */
    Path scenarios() {
        return folder.resolve("scenarios");
    }

    /** Makes later starts quicker, for a long run: what the JVM learns in one short life is kept for the others. */
    void learnToStart() throws IOException, InterruptedException {
        Path cache = folder.resolve("program.aot");
        quick = List.of("-XX:AOTCacheOutput=" + cache);
        start();
        awaitReady();
        stop();
        quick = List.of("-XX:AOTCache=" + cache);
    }

    /** Starts it; returns at once. */
    void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dcrash.staff-port=" + staffPort));
        command.addAll(quick);
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                unpacked().resolve("startex.jar") + File.pathSeparator + folder.resolve("staff.jar"),
                "org.startex.Startex"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("STARTEX_"));
        builder.environment().put("STARTEX_HOME", home().toString());
        builder.environment().put("STARTEX_PORT", String.valueOf(port));
        builder.environment().put("STARTEX_SCENARIOS", scenarios().toString());
        process = builder.start();
    }

    /** Waits until staff are served. */
    void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < end) {
            Process now = process;
            if (now != null && !now.isAlive()) {
                throw new IllegalStateException(
                        "the program has ended by itself with %d: see %s".formatted(now.exitValue(), log()));
            }
            try (StaffLine line = new StaffLine(staffPort)) {
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("the program does not start: see " + log());
    }

    /** The program dies at once; its PostgreSQL stays. */
    void killProgram() {
        Process now = process;
        if (now != null) {
            now.destroyForcibly();
            now.onExit().join();
        }
    }

    /** PostgreSQL dies at once, with all its processes. */
    void killPostgres() {
        postmaster().ifPresent(server -> {
            List<ProcessHandle> all = new ArrayList<>(List.of(server));
            server.descendants().forEach(all::add);
            all.forEach(ProcessHandle::destroyForcibly);
        });
    }

    /** Whether PostgreSQL lives. */
    boolean postgresRuns() {
        return postmaster().isPresent();
    }

    /** Executes statements as the owner of the database, as whoever runs the server could. */
    void asOwner(String... statements) throws IOException, SQLException {
        List<String> pid = Files.readAllLines(pidFile());
        String password = Files.readString(postgres().resolve("password")).strip();
        try (Connection owner = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + pid.get(3).strip() + "/postgres", "startex_owner", password);
                Statement statement = owner.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Runs a command of the program, such as {@code verify FILE}, to its end. */
    int run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx256m", "-XX:TieredStopAtLevel=1", "-jar"));
        command.add(unpacked().resolve("startex.jar").toString());
        command.addAll(List.of(arguments));
        Process once = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        try {
            return once.waitFor(60, TimeUnit.SECONDS) ? once.exitValue() : -1;
        } finally {
            once.destroyForcibly();
        }
    }

    /** Ends it as a person would. */
    void stop() throws InterruptedException {
        Process now = process;
        if (now != null) {
            now.destroy();
            if (!now.waitFor(180, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the program does not end: see " + log());
            }
        }
    }

    /** Ends it as a person would, and makes sure that nothing is left. */
    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            killAll();
            Runtime.getRuntime().removeShutdownHook(lastResort);
        }
    }

    private void killAll() {
        killProgram();
        killPostgres();
    }

    private Optional<ProcessHandle> postmaster() {
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
            String data = postgres().resolve("data").toString();
            boolean ours = Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"))
                    .contains(data);
            return ours ? ProcessHandle.of(pid).filter(ProcessHandle::isAlive) : Optional.empty();
        } catch (IOException | RuntimeException gone) {
            return Optional.empty();
        }
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Path postgres() throws IOException {
        Path elsewhere = home().resolve("postgres-is-elsewhere");
        return Files.exists(elsewhere) ? Path.of(Files.readString(elsewhere).strip()) : home().resolve("postgres");
    }

    private Path pidFile() throws IOException {
        return postgres().resolve("data").resolve("postmaster.pid");
    }

    private Path unpacked() {
        return folder.resolve("program");
    }

    /** The jar as {@code ./run} unpacks it, and beside it the classes by which the check acts as staff. */
    private void unpack(Path jar) throws IOException, InterruptedException {
        deleteTree(unpacked());
        Process extract = new ProcessBuilder(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toAbsolutePath().toString(),
                        "extract",
                        "--destination",
                        unpacked().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("extract.log").toFile())
                .start();
        if (!extract.waitFor(60, TimeUnit.SECONDS) || extract.exitValue() != 0) {
            extract.destroyForcibly();
            throw new IllegalStateException("cannot unpack " + jar + ": see " + folder.resolve("extract.log"));
        }
        packStaff(folder.resolve("staff.jar"));
    }

    private static void packStaff(Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            // With its folders, or nobody finds components in it.
            for (String name : List.of("org/", "org/startex/", "org/startex/crash/", "org/startex/ledger/")) {
                out.putNextEntry(new JarEntry(name));
            }
            addClasses("org/startex/crash/StaffDesk", out);
            addClasses("org/startex/ledger/HastyLedgerRepository", out);
        }
    }

    private static void addClasses(String name, JarOutputStream out) throws IOException {
        Path first = Path.of(URI.create(Objects.requireNonNull(CrashProgram.class.getResource("/" + name + ".class"))
                .toString()));
        String simple = name.substring(name.lastIndexOf('/') + 1);
        try (Stream<Path> files = Files.list(Objects.requireNonNull(first.getParent()))) {
            for (Path file : files.toList()) {
                String fileName = String.valueOf(file.getFileName());
                if (fileName.equals(simple + ".class") || fileName.startsWith(simple + "$")) {
                    out.putNextEntry(new JarEntry(name.substring(0, name.lastIndexOf('/') + 1) + fileName));
                    Files.copy(file, out);
                }
            }
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A free port below those that the system gives to callers: somebody who calls a closed port of theirs again and again may reach themselves. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // another one, then
            }
        }
    }
}
