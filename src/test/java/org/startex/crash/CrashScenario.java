package org.startex.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.startex.kernel.ExerciseTime;

/** A scenario with many injects close to each other, for two cells. */
final class CrashScenario {
    static final String SLUG = "crash";
    static final List<String> CELLS = List.of("alpha", "bravo");
    static final List<String> ROLES = List.of("lead", "second");

    private static final int INJECTS = 400;
    private static final int SECONDS_APART = 10;
    private static final List<String> TO =
            List.of("[alpha]", "[bravo]", "[alpha, bravo]", "[alpha/lead]", "[bravo/second]", "[bravo, alpha/second]");

    private CrashScenario() {}

    /** Number of each inject and its due time in microseconds, in order. */
    static Map<String, Long> due() {
        Map<String, Long> due = new LinkedHashMap<>();
        for (int i = 1; i <= INJECTS; i++) {
            due.put(String.valueOf(i), 1_000_000L * i * SECONDS_APART);
        }
        return due;
    }

    static void write(Path scenarios) throws IOException {
        Path folder = Files.createDirectories(scenarios.resolve(SLUG));
        Files.writeString(folder.resolve("scenario.yaml"), """
                format: 1
                title: Crash
                hazard: Power cut
                kind: communications
                aim: To see whether anything is lost.
                marking: OFFICIAL
                code-word: DARK ROOM
                start: { date: 2026-05-14, time: "09:00", zone: Europe/London }
                length: "6:00"
                objectives:
                  - { code: O1, title: Nothing lost, text: Whatever was confirmed is in the record. }
                cells:
                  - { code: alpha, title: Alpha, roles: [ { code: lead, title: Lead }, { code: second, title: Second } ] }
                  - { code: bravo, title: Bravo, roles: [ { code: lead, title: Lead }, { code: second, title: Second } ] }
                phases:
                  - { title: "Phase 1", from: T+00:00 }
                no-duff:
                  - "Stop playing."
                  - "Stay where you are."
                  - "Real messages begin “No duff”."
                """);
        StringBuilder injects = new StringBuilder();
        due().forEach((number, micros) -> injects.append("""
                - number: "%s"
                  title: "Inject %s"
                  due: %s
                  from: Control
                  to: %s
                  channel: radio
                  text: "This is inject %s."
                  objectives: [O1]
                """.formatted(
                number, number, new ExerciseTime(micros), TO.get(Integer.parseInt(number) % TO.size()), number)));
        Files.writeString(folder.resolve("injects.yaml"), injects);
    }
}
