package org.startex.swarm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.startex.Startex;
import org.startex.conduct.ConductService;
import org.startex.conduct.JoiningService;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;
import org.startex.people.Caller;

/**
 * The program as it is served, with one exercise in it and its director at the standard input: {@code start} and {@code end}. Arguments: folder, port, cells,
 * injects. The injects fall due one a second, for every cell.
 */
final class HallServer {
    private static final String TEXT = "We have six at Saltmarsh Haven on home oxygen. ".repeat(14);

    private HallServer() {}

    /** Serves until the standard input ends. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        writeScenario(folder.resolve("scenarios/hall"), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        ConfigurableApplicationContext context = new SpringApplication(Startex.class)
                .run(
                        "--startex.home=" + folder.resolve("home"),
                        "--startex.port=" + arguments[1],
                        "--startex.scenarios=" + folder.resolve("scenarios"));
        ConductService conduct = context.getBean(ConductService.class);
        DSLContext sql = context.getBean(DSLContext.class);
        Caller director = new Caller.SignedIn(
                new PersonId((UUID) sql.fetchValue("select person_id from account where username = 'director'")),
                Set.of(InstallationRole.EXERCISE_DIRECTOR));
        ExerciseId exercise = conduct.plan(
                director, "hall", "Hall", context.getBean(InstantSource.class).instant());
        String codes = context.getBean(JoiningService.class).codes(director, exercise).stream()
                .filter(code -> code.cell() != null)
                .map(code -> code.code())
                .collect(Collectors.joining(","));
        System.out.println("CODES " + codes);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            switch (order) {
                case "start" ->
                    conduct.start(director, exercise, ClientId.random()).get(10, TimeUnit.SECONDS);
                case "end" ->
                    conduct.end(director, exercise, ClientId.random(), "").get(10, TimeUnit.SECONDS);
                default -> throw new IllegalArgumentException(order);
            }
            System.out.println("DONE " + order);
        }
        context.close();
        System.exit(0);
    }

    private static void writeScenario(Path folder, int cells, int injects) throws IOException {
        Files.createDirectories(folder);
        StringBuilder scenario = new StringBuilder("""
                format: 1
                title: Hall
                hazard: Power cut
                kind: communications
                aim: To see what a hall bears.
                marking: OFFICIAL
                code-word: FULL HOUSE
                start: { date: 2026-05-14, time: "09:00", zone: Europe/London }
                length: "3:00"
                objectives:
                  - { code: O1, title: In time, text: Every inject is there when it is due. }
                phases:
                  - { title: "Phase 1", from: T+00:00 }
                no-duff:
                  - "Stop playing."
                  - "Stay where you are."
                  - "Real messages begin “No duff”."
                cells:
                """);
        IntStream.rangeClosed(1, cells)
                .forEach(i -> scenario.append(
                        "  - { code: c%02d, title: Cell %02d, roles: [ { code: lead, title: Lead } ] }%n"
                                .formatted(i, i)));
        Files.writeString(folder.resolve("scenario.yaml"), scenario);
        String all =
                IntStream.rangeClosed(1, cells).mapToObj("c%02d"::formatted).collect(Collectors.joining(", "));
        StringBuilder written = new StringBuilder();
        for (int i = 1; i <= injects; i++) {
            written.append("""
                    - number: "%d"
                      title: "Inject %d"
                      due: %s
                      from: Control
                      to: [%s]
                      channel: radio
                      text: "%s"
                      objectives: [O1]
                    """.formatted(i, i, new ExerciseTime((4 + i) * 1_000_000L), all, TEXT.strip()));
        }
        Files.writeString(folder.resolve("injects.yaml"), written);
    }
}
