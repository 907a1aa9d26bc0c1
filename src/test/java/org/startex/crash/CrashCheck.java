package org.startex.crash;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The crash check. In each round four players and a controller act on the running program; at a moment that the seed picks the program, PostgreSQL or
 * both die without warning; everything comes back; everybody says again what was not answered and resumes from what they have. Then the
 * record is exported and held against what the people noted, and against every player's feed.
 */
final class CrashCheck implements AutoCloseable {
    /** What dies. */
    enum Kill {
        PROGRAM,
        POSTGRES,
        BOTH
    }

    /** Defects on purpose, which the check must find. */
    enum Defect {
        NONE,
        /** The writer answers before the commit. */
        ANSWER_BEFORE_COMMIT,
        /** PostgreSQL confirms commits that are not yet written. */
        NO_SYNCHRONOUS_COMMIT
    }

    /** What came of it. */
    record Result(
            int rounds,
            Map<Kill, Integer> kills,
            int exercises,
            int acts,
            int entries,
            int resumptions,
            List<String> faults) {
        @Override
        public String toString() {
            return "%d rounds, killed %s, %d exercises, %d acts, %d entries, %d connections of players, %d faults"
                    .formatted(rounds, kills, exercises, acts, entries, resumptions, faults.size());
        }
    }

    private static final int ROUNDS_OF_AN_EXERCISE = 10;
    private static final int INJECTS_OF_A_ROUND = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CrashProgram program;
    private final Random random;
    private final long seed;
    private final PrintStream out;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Kill, Integer> kills = new EnumMap<>(Kill.class);
    private final List<String> faults = new ArrayList<>();
    private @Nullable Game game;
    private int rounds;
    private int exercises;
    private int acts;
    private int entries;
    private int connections;

    CrashCheck(Path folder, Path jar, long seed, Defect defect, PrintStream out)
            throws IOException, InterruptedException {
        this.seed = seed;
        this.random = new Random(seed);
        this.out = out;
        program = new CrashProgram(
                folder, jar, defect == Defect.ANSWER_BEFORE_COMMIT ? List.of("-Dcrash.hasty=true") : List.of());
        try {
            CrashScenario.write(program.scenarios());
            program.start();
            program.awaitReady();
            if (defect == Defect.NO_SYNCHRONOUS_COMMIT) {
                program.asOwner("alter system set synchronous_commit = off", "select pg_reload_conf()");
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            program.close();
            throw e;
        } catch (SQLException e) {
            program.close();
            throw new IllegalStateException(e);
        }
    }

    /**
     * A long run without the build: how many rounds, the seed, and perhaps a defect. Takes the packaged program from {@code target/startex.jar}.
     *
     * @throws IllegalStateException if anything was found
     */
    @SuppressWarnings("ClosingStandardOutputStreams")
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int howMany = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : new Random().nextInt(1_000_000);
        Defect defect = arguments.length > 2 ? Defect.valueOf(arguments[2]) : Defect.NONE;
        Path folder = Path.of("target", "crash-" + seed);
        try (CrashCheck check = new CrashCheck(folder, Path.of("target", "startex.jar"), seed, defect, System.out)) {
            if (howMany > 20) {
                check.makeStartsQuicker();
            }
            Result result = check.run(howMany);
            System.out.printf("crash check: seed %d, %s%n", seed, result);
            if (!result.faults().isEmpty()) {
                throw new IllegalStateException(result.faults().size() + " faults");
            }
        }
    }

    /**
     * One round.
     *
     * @return what was found wrong in it
     */
    List<String> round(Kill kill, boolean afterAnAnswer) throws IOException, InterruptedException {
        rounds++;
        kills.merge(kill, 1, Integer::sum);
        Game playing = gameForARound();
        long began = System.nanoTime();
        playing.controller.pace(600 + 100 * random.nextInt(50));
        playing.controller.resume();
        playing.act(true);
        Thread.sleep(200 + random.nextInt(1500));
        if (afterAnAnswer) {
            CountDownLatch confirmed = new CountDownLatch(1);
            playing.notes.afterNextDone(confirmed::countDown);
            if (!confirmed.await(5, TimeUnit.SECONDS)) {
                playing.notes.fault("nothing was confirmed for five seconds");
            }
        }
        strike(kill);
        Thread.sleep(200 + random.nextInt(900));
        playing.act(false);
        List<String> found = new ArrayList<>();
        if (!within(PATIENCE, () -> !playing.waiting())) {
            found.add("somebody still waits for an answer");
        }
        long seq = playing.stop();
        if (!within(PATIENCE, () -> playing.players.stream().allMatch(p -> p.covered() >= seq))) {
            found.add("somebody's feed does not reach %d: %s"
                    .formatted(
                            seq,
                            playing.players.stream().map(CrashPlayer::covered).toList()));
        }
        found.addAll(playing.notes.takeFaults());
        found.addAll(playing.check());
        found.replaceAll(fault -> "seed %d, round %d (%s): %s".formatted(seed, rounds, kill, fault));
        faults.addAll(found);
        out.printf(
                "round %d: %s killed%s, %d acts and %d entries so far in exercise %d, %.1f s, %d faults%n",
                rounds,
                kill,
                afterAnAnswer ? " after an answer" : "",
                playing.notes.acts().size(),
                playing.recorded,
                exercises,
                (System.nanoTime() - began) / 1e9,
                found.size());
        found.forEach(out::println);
        return found;
    }

    /** Rounds, each with another victim, in an order that the seed picks. */
    Result run(int howMany) throws IOException, InterruptedException {
        List<Kill> victims = new ArrayList<>();
        while (rounds < howMany) {
            if (victims.isEmpty()) {
                victims.addAll(List.of(Kill.PROGRAM, Kill.POSTGRES, Kill.BOTH));
                java.util.Collections.shuffle(victims, random);
            }
            round(victims.removeLast(), random.nextBoolean());
        }
        return finish();
    }

    /** Ends the exercise that is played, seals it and lets the program's own command verify it. */
    Result finish() throws IOException, InterruptedException {
        Game last = game;
        if (last != null) {
            retire(last);
        }
        return new Result(rounds, Map.copyOf(kills), exercises, acts, entries, connections, List.copyOf(faults));
    }

    @Override
    public void close() {
        Game last = game;
        if (last != null) {
            last.close();
        }
        program.close();
        http.shutdownNow();
    }

    /** For a long run: every start is quicker from now on. */
    void makeStartsQuicker() throws IOException, InterruptedException {
        program.stop();
        program.learnToStart();
        program.start();
        program.awaitReady();
    }

    private void strike(Kill kill) throws IOException, InterruptedException {
        switch (kill) {
            case PROGRAM -> program.killProgram();
            case POSTGRES -> program.killPostgres();
            case BOTH -> {
                if (random.nextBoolean()) {
                    program.killPostgres();
                    program.killProgram();
                } else {
                    program.killProgram();
                    program.killPostgres();
                }
            }
        }
        if (kill != Kill.POSTGRES) {
            program.start();
            program.awaitReady();
        } else if (!within(PATIENCE, program::postgresRuns)) {
            throw new IllegalStateException("PostgreSQL was not started again: see " + program.log());
        }
    }

    private Game gameForARound() throws IOException, InterruptedException {
        Game now = game;
        if (now != null && (now.rounds >= ROUNDS_OF_AN_EXERCISE || now.pending() < INJECTS_OF_A_ROUND)) {
            retire(now);
            now = null;
        }
        if (now == null) {
            now = new Game();
            game = now;
            exercises++;
        }
        now.rounds++;
        return now;
    }

    private void retire(Game old) throws IOException, InterruptedException {
        game = null;
        acts += old.notes.acts().size();
        connections += old.players.stream().mapToInt(CrashPlayer::connections).sum();
        Path sealed = old.seal();
        old.close();
        entries += new CrashRecord(sealed).size();
        int status = program.run("verify", sealed.toString());
        if (status != 0) {
            faults.add("seed %d: ./run verify answers %d for %s".formatted(seed, status, sealed));
        }
    }

    private static boolean within(Duration patience, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (condition.getAsBoolean()) {
                return true;
            }
            Thread.sleep(20);
        }
        return condition.getAsBoolean();
    }

    /** One exercise, its people and their notes. */
    private final class Game {
        private final Notes notes = new Notes();
        private final List<CrashPlayer> players = new ArrayList<>();
        private final CrashController controller;
        private final String exercise;
        private int rounds;
        private int recorded;

        Game() throws IOException, InterruptedException {
            ObjectNode plan =
                    StaffLine.JSON.createObjectNode().put("act", "plan").put("scenario", CrashScenario.SLUG);
            try (StaffLine line = new StaffLine(program.staffPort())) {
                JsonNode planned = line.ask(plan);
                if (!planned.has("exercise")) {
                    throw new IllegalStateException("cannot plan: " + planned);
                }
                exercise = planned.get("exercise").asString();
            }
            controller = new CrashController(program.staffPort(), exercise, notes, new Random(random.nextLong()));
            JsonNode codes = ask("codes");
            for (String cell : CrashScenario.CELLS) {
                for (String role : CrashScenario.ROLES) {
                    players.add(new CrashPlayer(
                            http,
                            program.port(),
                            codes.get(cell).asString(),
                            cell,
                            role,
                            notes,
                            new Random(random.nextLong())));
                }
            }
            ask(question("start"));
            controller.pause();
        }

        void act(boolean on) {
            players.forEach(p -> p.act(on));
            controller.act(on);
        }

        boolean waiting() {
            return controller.waiting() || players.stream().anyMatch(p -> p.waiting() > 0);
        }

        int pending() throws InterruptedException {
            return ask("state").get("pending").asInt();
        }

        /** Lets time run a little more, also where an outage has stopped it, then stops it. */
        long stop() throws InterruptedException {
            controller.resume();
            Thread.sleep(300);
            controller.pause();
            return ask("state").get("head").asLong();
        }

        List<String> check() throws IOException, InterruptedException {
            CrashRecord record = new CrashRecord(export("record"));
            recorded = record.size();
            return record.check(notes, players);
        }

        Path seal() throws IOException, InterruptedException {
            ask(question("end").put("text", ""));
            ask(question("seal"));
            return export("sealed");
        }

        void close() {
            controller.close();
            players.forEach(CrashPlayer::close);
        }

        private Path export(String name) throws InterruptedException {
            Path file = program.folder().resolve(name + ".jsonl");
            ask(question("export").put("file", file.toString()));
            return file;
        }

        private ObjectNode question(String act) {
            return StaffLine.JSON
                    .createObjectNode()
                    .put("act", act)
                    .put("exercise", exercise)
                    .put("clientId", java.util.UUID.randomUUID().toString());
        }

        private JsonNode ask(String act) throws InterruptedException {
            return ask(question(act));
        }

        private JsonNode ask(ObjectNode question) throws InterruptedException {
            return controller.ask(question);
        }
    }
}
