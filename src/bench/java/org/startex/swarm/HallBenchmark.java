package org.startex.swarm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A full hall: one inject a second for every cell, a fifth of the players acknowledging each, the server in a JVM of its own with {@code -Xmx512m} and the parallel collector,
 * as {@code ./run} starts it, and the swarm in another, on the same machine. In the same run, before, a bare scheduled executor with a loop over plain Tomcat sockets. Each is measured by
 * a swarm in a fresh process, so that neither profits or suffers from the other. Prints both tables and the ratio.
 */
final class HallBenchmark {
    private static final int PLAYERS = Integer.getInteger("players", 1000);
    private static final int CELLS = Integer.getInteger("cells", 24);
    private static final int SECONDS = Integer.getInteger("seconds", 300);
    private static final int JOIN = Integer.getInteger("join", 30);
    private static final int ACKNOWLEDGE = Integer.getInteger("acknowledge", 20);

    /** The instrument must not stand still while it measures: it has room for nearly a minute, and what stays is moved once. */
    private static final String SWARM = System.getProperty(
            "swarm.options",
            "-Xms3g -Xmx3g -Xmn2400m -XX:+AlwaysPreTouch -XX:+UseParallelGC -XX:MaxTenuringThreshold=1");

    private static final String MEASURE = "measure";
    private static final String FIGURES = "FIGURES ";

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
            String options = System.getProperty("server.options", "-Xmn160m -XX:MetaspaceSize=160m -XX:+UseParallelGC");
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

    /**
     * Runs it; system properties {@code players}, {@code cells}, {@code seconds}, {@code join}, {@code acknowledge}, {@code server.options}, {@code swarm.options}; an
     * argument {@code bare} or {@code startex} leaves the other out.
     */
    public static void main(String[] arguments) throws Exception {
        List<String> asked = List.of(arguments);
        if (asked.contains(MEASURE)) {
            SwarmReport found = asked.contains("bare") ? bare() : startex();
            System.out.printf(Locale.ROOT, "%s%s%n", FIGURES, figures(found));
            System.exit(0);
        }
        if (asked.isEmpty()) {
            double[] bare = inFreshProcess("bare");
            double[] startex = inFreshProcess("startex");
            System.out.printf(
                    Locale.ROOT,
                    "ratio  p50 %.2f  p99 %.2f, after half a minute  p50 %.2f  p99 %.2f%n",
                    startex[0] / bare[0],
                    startex[1] / bare[1],
                    startex[2] / bare[2],
                    startex[3] / bare[3]);
        } else {
            inFreshProcess(asked.getFirst());
        }
    }

    private static String figures(SwarmReport found) {
        return Stream.of(found.live(), found.warm())
                .flatMap(late -> Stream.of(late.millis(0.5), late.millis(0.99)))
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    /** p50 and p99 of all, and of those after half a minute. */
    private static double[] inFreshProcess(String which) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of(SWARM.split(" ")));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), HallBenchmark.class.getName(), which, MEASURE));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        double[] figures = {};
        try (BufferedReader says =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = says.readLine(); line != null; line = says.readLine()) {
                if (line.startsWith(FIGURES)) {
                    figures = Stream.of(line.substring(FIGURES.length()).split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray();
                } else {
                    System.out.println(line);
                }
            }
        }
        if (process.waitFor() != 0 || figures.length == 0) {
            throw new IOException("no figures of " + which);
        }
        return figures;
    }

    private static SwarmReport bare() throws Exception {
        int port = freePort();
        return play(
                "A scheduled executor and a loop over Tomcat's sockets",
                Server.begin(
                        BareServer.class,
                        Files.createTempDirectory("hall-"),
                        List.of(String.valueOf(port), String.valueOf(CELLS), String.valueOf(SECONDS)),
                        port));
    }

    private static SwarmReport startex() throws Exception {
        Path folder = Files.createTempDirectory("hall-");
        int port = freePort();
        return play(
                "Startex",
                Server.begin(
                        HallServer.class,
                        folder,
                        List.of(
                                folder.toString(),
                                String.valueOf(port),
                                String.valueOf(CELLS),
                                String.valueOf(SECONDS)),
                        port));
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
        // Everybody is in, the machine has come to rest, and the instrument has cleared away what joining left behind.
        Thread.sleep(Duration.ofSeconds(JOIN + 5L));
        System.gc();
        Thread.sleep(Duration.ofSeconds(5));
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
