package org.startex.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.startex.conduct.ConductService;
import org.startex.conduct.Delivered;
import org.startex.conduct.Exercise;
import org.startex.conduct.Play;
import org.startex.conduct.RecordService;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.LedgerVerifier;
import org.startex.ledger.Signer;
import org.startex.ledger.Verdict;
import org.startex.people.Caller;
import org.startex.people.PeopleService;
import org.startex.people.PersonName;
import org.startex.scenario.ScenarioService;
import org.startex.testing.SettableTime;
import org.startex.testing.StartexTest;
import org.startex.ui.EntryWords;
import org.startex.ui.Scene;

/**
 * Three hours with a hundred injects of every kind, four cells, twelve players, two controllers and an evaluator, played from a script at 60 times speed. What
 * people read in the log afterwards stands in a file beside the script, line for line; {@code -Dstartex.test.write-log=true} writes it anew for whoever has
 * changed the script, to be read before it is believed.
 */
@StartexTest
class ThreeHoursTest {
    private static final Path FOLDER = Path.of("src/test/resources/three-hours");
    private static final Path EXPECTED = FOLDER.resolve("log.txt");

    private static final List<String> NEVER_LEFT = List.of(
            "20", "45", "48", "54", "72", "K2", "K3", "K5", "K6", "K7", "K8", "K10", "C3", "C4", "C5", "C6", "W6");

    @Autowired
    ApplicationContext context;

    @Autowired
    ScenarioService scenarios;

    @Autowired
    ConductService conduct;

    @Autowired
    RecordService records;

    @Autowired
    PeopleService people;

    @Autowired
    Signer signer;

    @Autowired
    SettableTime time;

    @Test
    void theLogOfTheScriptedExerciseIsTheExpectedOne() throws Exception {
        Instant began = time.instant();
        Caller director = account("director", InstallationRole.EXERCISE_DIRECTOR);
        ExerciseId id = planned(director);
        role(director, id, "controller", ExerciseRole.CONTROLLER);
        role(director, id, "evaluator", ExerciseRole.EVALUATOR);
        List<String> astray = new ScriptedPlay(
                        context,
                        id,
                        Map.of(
                                "director", director,
                                "second", account("controller"),
                                "evaluator", account("evaluator")))
                .play(ScriptLine.read(Files.readAllLines(FOLDER.resolve("script.txt"))));

        time.set(time.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        List<String> log = log(director, id, began);
        if (Boolean.getBoolean("startex.test.write-log")) {
            Files.write(EXPECTED, log);
        }
        assertThat(astray).as("acts that were not answered as the script says").isEmpty();
        assertThat(log).containsExactlyElementsOf(Files.readAllLines(EXPECTED));
        nothingTwiceNothingLost(id);
        StringWriter file = new StringWriter();
        records.export(director, id, file);
        assertThat(LedgerVerifier.trusting(signer.publicKey(signer.current()).orElseThrow())
                        .verify(new StringReader(file.toString())))
                .isInstanceOf(Verdict.Sealed.class);
    }

    /** The library of the other tests is theirs again afterwards; the exercise keeps the version that it plays. */
    private ExerciseId planned(Caller director) {
        Caller author = account("author", InstallationRole.SCENARIO_AUTHOR);
        scenarios.load(author, FOLDER);
        try {
            assertThat(scenarios.scenario(director, "wend-valley").orElseThrow().injects())
                    .hasSize(100);
            return conduct.plan(director, "wend-valley", "Wend Valley, three hours", time.instant());
        } finally {
            scenarios.load(author, Path.of("scenarios"));
        }
    }

    private void nothingTwiceNothingLost(ExerciseId id) {
        Play play = conduct.exercise(Caller.PROGRAM, id).content().orElseThrow();
        Set<String> left = play.delivered().stream()
                .map(Delivered::number)
                .map(Object::toString)
                .collect(Collectors.toSet());
        assertThat(play.delivered()).hasSize(left.size());
        assertThat(play.undelivered())
                .extracting(inject -> inject.number().toString())
                .as("never left: skipped, in reserve, not cued, or still waiting")
                .containsExactlyInAnyOrderElementsOf(NEVER_LEFT);
    }

    private List<String> log(Caller director, ExerciseId id, Instant began) {
        Exercise.InPlay sealed = (Exercise.InPlay) conduct.exercise(director, id);
        Scene scene = new Scene(
                director,
                sealed,
                conduct.standing(director, id).map(standing -> standing.role()),
                conduct.names(director, id),
                time.instant());
        return records.read(director, id, 0, 10_000).stream()
                .map(entry -> line(scene, entry, began))
                .toList();
    }

    private static String line(Scene scene, LedgerEntry entry, Instant began) {
        Duration real = Duration.between(began, entry.recordedAt());
        return "%3d  +%d:%02d  %s  %s"
                .formatted(
                        entry.seq(),
                        real.toMinutes(),
                        real.toSecondsPart(),
                        EntryWords.time(scene, entry),
                        EntryWords.summary(scene, entry));
    }

    private void role(Caller director, ExerciseId id, String username, ExerciseRole role) throws Exception {
        var unused = conduct.giveRole(director, id, ClientId.random(), person(username), role)
                .get();
    }

    private Caller account(String username, InstallationRole... roles) {
        return new Caller.SignedIn(person(username), Set.of(roles));
    }

    private PersonId person(String username) {
        return people
                .directory(
                        new Caller.SignedIn(PersonId.random(), Set.of(InstallationRole.EXERCISE_DIRECTOR)),
                        username,
                        50)
                .stream()
                .filter(p -> p.username().equals(username))
                .map(PersonName::person)
                .findFirst()
                .orElseThrow();
    }
}
