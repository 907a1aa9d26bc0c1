package org.startex.swarm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A full hall: one inject a second for every cell, a fifth of the players acknowledging each, the server in a JVM of its own with {@code -Xmx512m} and the parallel collector, as {@code ./run} starts it, and the swarm in this
 * one, on the same machine. In the same run a bare scheduled executor with a loop over plain Tomcat sockets, measured by the same swarm. Prints both tables and the
 * ratio.
 */
final class HallBenchmark {
    private static final int PLAYERS = Integer.getInteger("players", 1000);
    private static final int CELLS = Integer.getInteger("cells", 24);
    private static final int SECONDS = Integer.getInteger("seconds", 300);
    private static final int JOIN = Integer.getInteger("join", 30);
    private static final int ACKNOWLEDGE = Integer.getInteger("acknowledge", 20);

    /** A server in a process of its own. */
    private record Server(Process process, BufferedReader says, PrintStream orders, URI address, List<String> codes) {
        static Server begin(Class<?> type, Path folder, List<String> arguments, int port) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    type.getName()));
            String options = System.getProperty("server.options", "-XX:+UseParallelGC");
            if (!options.isEmpty()) {
                command.addAll(1, List.of(options.split(" ")));
            }
            command.addAll(arguments);
            Process process = new ProcessBuilder(command)
                    .redirectError(Files.createDirectories(folder)
                            .resolve("errors.log")
                            .toFile())
                    .start();
            BufferedReader says =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String codes = said(says, "CODES ");
            return new Server(
                    process,
                    says,
                    new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8),
                    URI.create("http://localhost:" + port),
                    List.of(codes.split(",")));
        }

        private static String said(BufferedReader says, String beginning) throws IOException {
            for (String line = says.readLine(); line != null; line = says.readLine()) {
                if (line.startsWith(beginning)) {
                    return line.substring(beginning.length());
                }
                System.err.println(line);
            }
            throw new IOException("the server has ended");
        }

        void order(String order) throws IOException {
            orders.println(order);
            said(says, "DONE " + order);
        }

        void end() throws InterruptedException {
            orders.close();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private HallBenchmark() {}

    /** Runs it; system properties {@code players}, {@code cells}, {@code seconds}, {@code join}, {@code acknowledge}, {@code server.options}. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("hall-");
        SwarmReport bare = null;
        if (arguments.length == 0 || !arguments[0].equals("startex")) {
            int port = freePort();
            bare = play(
                    "A scheduled executor and a loop over Tomcat's sockets",
                    Server.begin(
                            BareServer.class,
                            folder.resolve("bare"),
                            List.of(String.valueOf(port), String.valueOf(CELLS), String.valueOf(SECONDS)),
                            port));
        }
        int port = freePort();
        SwarmReport startex = play(
                "Startex",
                Server.begin(
                        HallServer.class,
                        folder.resolve("startex"),
                        List.of(
                                folder.resolve("startex").toString(),
                                String.valueOf(port),
                                String.valueOf(CELLS),
                                String.valueOf(SECONDS)),
                        port));
        if (bare != null) {
            System.out.printf(
                    "ratio  p50 %.2f  p99 %.2f, after half a minute  p50 %.2f  p99 %.2f%n",
                    startex.live().millis(0.5) / bare.live().millis(0.5),
                    startex.live().millis(0.99) / bare.live().millis(0.99),
                    startex.warm().millis(0.5) / bare.warm().millis(0.5),
                    startex.warm().millis(0.99) / bare.warm().millis(0.99));
        }
        System.exit(0);
    }

    private static SwarmReport play(String title, Server server) throws Exception {
        SwarmPlan plan = new SwarmPlan(
                server.address(),
                server.codes(),
                PLAYERS,
                Duration.ofSeconds(JOIN),
                Duration.ofSeconds(SECONDS + 120L),
                1,
                ACKNOWLEDGE,
                0,
                Duration.ofSeconds(8),
                0);
        CompletableFuture<SwarmReport> report = new CompletableFuture<>();
        Swarm swarm = new Swarm(plan);
        Thread.ofPlatform().start(() -> {
            try {
                report.complete(swarm.run(progress -> System.err.println(title + ": " + progress)));
            } catch (SwarmRefused | InterruptedException failure) {
                report.completeExceptionally(failure);
            }
        });
        // Everybody is in, and the machine has come to rest.
        Thread.sleep(Duration.ofSeconds(JOIN + 10L));
        server.order("start");
        Thread.sleep(Duration.ofSeconds(SECONDS + 15L));
        server.order("end");
        SwarmReport found = report.get(5, TimeUnit.MINUTES);
        server.end();
        System.out.println(title);
        found.lines().forEach(System.out::println);
        System.out.println();
        return found;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
