package org.startex.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.startex.kernel.PublicAddress;

/**
 * Makes later starts quicker: a while after the first start a second program, of low priority and with an empty home of its own, starts,
 * visits the first pages and ends, and leaves the JVM's ahead-of-time cache beside the program. {@code ./run} uses it if it is there. Whatever
 * goes wrong here, the next start is merely slower.
 */
final class StartCache {
    /** The program's folder, set by {@code ./run}. */
    private static final String PROGRAM = "startex.program";

    private static final String TRAINING = "startex.training";
    private static final Duration PEACE_AFTER_START = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(StartCache.class);

    private StartCache() {}

    /** Whether this is the second program. */
    static boolean isTraining() {
        return Boolean.getBoolean(TRAINING);
    }

    /** Does what every start does, so that its classes are in the cache. */
    static void visitFirstPages(PublicAddress address) {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            for (String page : List.of("/", "/play", "/actuator/health")) {
                URI uri = address.of(page);
                client.send(
                        HttpRequest.newBuilder(uri)
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        BodyHandlers.discarding());
            }
        } catch (IOException failure) {
            LOG.debug("not visited", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes the cache in the background if there is none. */
    static void makeLater() {
        String folder = System.getProperty(PROGRAM);
        if (folder == null || isTraining()) {
            return;
        }
        Path program = Path.of(folder);
        Path cache = program.resolve("startex.aot");
        if (Files.isWritable(program) && !Files.exists(cache)) {
            Thread.ofPlatform().daemon().name("start-cache").start(() -> makeQuietly(program, cache));
        }
    }

    private static void makeQuietly(Path program, Path cache) {
        try {
            Thread.sleep(PEACE_AFTER_START);
            make(program, cache);
        } catch (IOException | RuntimeException failure) {
            LOG.debug("no start cache", failure);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static void make(Path program, Path cache) throws IOException, InterruptedException {
        Path half = program.resolve("startex.aot.new");
        Files.deleteIfExists(half);
        Path home = program.resolve("training");
        remove(home);
        Files.createDirectories(home);
        Process training = new ProcessBuilder(command(program, half))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("said.txt").toFile())
                .start();
        Thread stop = new Thread(() -> end(training, home), "stop training");
        Runtime.getRuntime().addShutdownHook(stop);
        boolean ended = training.waitFor(10, TimeUnit.MINUTES);
        if (ended && training.exitValue() == 0 && Files.exists(half)) {
            Files.move(half, cache, StandardCopyOption.ATOMIC_MOVE);
        }
        Runtime.getRuntime().removeShutdownHook(stop);
        end(training, home);
    }

    private static void end(Process training, Path home) {
        try {
            training.destroy();
            if (!training.waitFor(2, TimeUnit.SECONDS)) {
                // It is writing the cache by now, in a process of its own; its database ends by itself when its folder
                // is gone.
                training.descendants().forEach(ProcessHandle::destroyForcibly);
                training.destroyForcibly();
            }
            remove(home);
        } catch (IOException failure) {
            LOG.debug("left over", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** With its database, which may have had to lie elsewhere. */
    private static void remove(Path home) throws IOException {
        Path pointer = EmbeddedPostgresPlace.pointer(home.resolve("home"));
        if (Files.exists(pointer)) {
            EmbeddedPostgresBinaries.deleteTree(
                    Path.of(Files.readString(pointer).strip()));
        }
        EmbeddedPostgresBinaries.deleteTree(home);
    }

    private static List<String> command(Path program, Path half) throws IOException {
        List<String> command = new ArrayList<>();
        if (EmbeddedPostgresCommand.works(List.of("nice", "true"))) {
            command.addAll(List.of("nice", "-n", "19"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseParallelGC",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:AOTCacheOutput=" + half,
                "-D" + TRAINING + "=true",
                "-Dstartex.home=" + program.resolve("training").resolve("home"),
                "-Dstartex.scenarios=" + System.getenv().getOrDefault("STARTEX_SCENARIOS", "scenarios"),
                "-Dstartex.address=127.0.0.1",
                "-Dstartex.port=" + freePort(),
                "-Dstartex.public-url=",
                "-Dstartex.tls-certificate=",
                "-Dstartex.tls-key=",
                "-Dstartex.trusted-proxies=",
                "-Dstartex.database-url=",
                "-jar",
                program.resolve("startex.jar").toString()));
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
