package org.startex.conduct;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.startex.kernel.CellCode;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PersonId;
import org.startex.ledger.Answer;
import org.startex.ledger.LedgerUnavailable;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.people.ParticipantName;
import org.startex.people.ParticipantRegister;
import org.startex.scenario.Scenario;
import org.startex.scenario.ScenarioService;

/**
 * Plans and runs exercises. Acts are answered after the commit; the same client id again is answered as the first time. Directors and controllers
 * run play; anybody present may stop it for a real incident.
 */
@Service
public class ConductService {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ExerciseDesk desk;
    private final ConductRepository repository;
    private final ParticipantRegister register;
    private final ScenarioService scenarios;
    private final JoinCodes codes;
    private final InstantSource time;

    ConductService(
            ExerciseDesk desk,
            ConductRepository repository,
            ParticipantRegister register,
            ScenarioService scenarios,
            JoinCodes codes,
            InstantSource time) {
        this.desk = desk;
        this.repository = repository;
        this.register = register;
        this.scenarios = scenarios;
        this.codes = codes;
        this.time = time;
    }

    /**
     * Plans an exercise from a scenario as it stands now; the caller becomes its director. Makes a join code for each cell and one for which a
     * controller admits. For exercise directors.
     *
     * @throws IllegalArgumentException if there is no such scenario, or the title is blank or too long
     */
    public ExerciseId plan(Caller caller, String slug, String title, Instant plannedFor) {
        return plan(caller, slug, title, plannedFor, null);
    }

    /**
     * The same, with a marking and a code word of its own.
     *
     * @param marking null for those of the scenario
     * @throws IllegalArgumentException also if the marking or the code word is blank or too long
     */
    public ExerciseId plan(Caller caller, String slug, String title, Instant plannedFor, @Nullable Marking marking) {
        if (!(caller instanceof Caller.SignedIn person) || !person.has(InstallationRole.EXERCISE_DIRECTOR)) {
            throw new NotAllowed("plan an exercise");
        }
        Words.check(title, "title", Words.TITLE, true)
                .or(() -> marking == null ? Optional.empty() : Markings.check(marking))
                .ifPresent(reason -> {
                    throw new IllegalArgumentException(reason.message());
                });
        Scenario scenario = scenarios
                .scenario(caller, slug)
                .orElseThrow(() -> new IllegalArgumentException("no such scenario: " + slug));
        ExerciseId id = ExerciseId.random();
        repository.insertExercise(id, title, slug, plannedFor, time.instant());
        ParticipantName director = register.register(id, person.person());
        Answer answer = await(desk.submit(
                id,
                new ExerciseCommand.PlanExercise(
                        director.participant(),
                        director.name(),
                        director.organisation(),
                        slug,
                        scenario.digest(),
                        Grace.USUAL,
                        Plans.of(scenario, title, plannedFor, marked(scenario, marking))),
                ClientId.random()));
        if (answer instanceof Answer.Refused refused) {
            throw new IllegalStateException(refused.reason().code());
        }
        codes.open(id, scenario.cells().stream().map(c -> c.code()).toList(), plannedFor);
        return id;
    }

    private static Marking marked(Scenario scenario, @Nullable Marking marking) {
        return marking == null ? new Marking(scenario.marking(), scenario.codeWord()) : marking;
    }

    /** The exercises that the caller takes part in as staff, the latest first; all of them for administrators. For whoever is signed in. */
    public List<ExerciseSummary> exercises(Caller caller) {
        if (!(caller instanceof Caller.SignedIn person)) {
            throw new NotAllowed("list exercises");
        }
        return repository.exercises().stream()
                .filter(row -> !(desk.exercise(row.id()) instanceof Exercise.Unplanned))
                .map(row -> new ExerciseSummary(
                        row.id(),
                        row.title(),
                        row.slug(),
                        row.plannedFor(),
                        desk.exercise(row.id()).word(),
                        desk.standing(caller, row.id()).map(Standing::role)))
                .filter(s -> s.role().isPresent() || person.has(InstallationRole.ADMINISTRATOR))
                .toList();
    }

    /** The exercises that play a scenario, in the order in which they were planned. For the program. */
    public List<ExerciseOfScenario> ofScenario(Caller caller, String slug) {
        if (!(caller instanceof Caller.Program)) {
            throw new NotAllowed("list the exercises of a scenario");
        }
        return repository.ofScenario(slug);
    }

    /** The whole exercise as recorded. For its staff and the program. */
    public Exercise exercise(Caller caller, ExerciseId exercise) {
        staff(caller, exercise, "see an exercise");
        return desk.exercise(exercise);
    }

    /** Who is behind each pseudonym. For its staff and the program. */
    public Map<ParticipantId, ParticipantName> names(Caller caller, ExerciseId exercise) {
        staff(caller, exercise, "see the names in an exercise");
        return register.names(exercise);
    }

    /** Who the caller is in the exercise; empty for strangers and the ejected. For everybody, about themselves. */
    public Optional<Standing> standing(Caller caller, ExerciseId exercise) {
        return desk.standing(caller, exercise);
    }

    /** Gives a person with an account a role other than player. For its director. */
    public CompletableFuture<Answer> giveRole(
            Caller caller, ExerciseId exercise, ClientId id, PersonId person, ExerciseRole role) {
        Standing by = desk.require(caller, exercise, "give a role", r -> r == ExerciseRole.DIRECTOR);
        ParticipantName name = register.register(exercise, person);
        return desk.submit(
                exercise,
                new ExerciseCommand.GiveRole(
                        by.participant(), name.participant(), role, name.name(), name.organisation()),
                id);
    }

    /** STARTEX. For controllers. */
    public CompletableFuture<Answer> start(Caller caller, ExerciseId exercise, ClientId id) {
        return desk.control(caller, exercise, id, "start an exercise", ExerciseCommand.StartExercise::new);
    }

    /** Stops exercise time; the reason may be empty. For controllers. */
    public CompletableFuture<Answer> pause(Caller caller, ExerciseId exercise, ClientId id, String reason) {
        return desk.control(
                caller, exercise, id, "pause an exercise", by -> new ExerciseCommand.PauseExercise(by, reason));
    }

    /** Lets exercise time run on. For controllers. */
    public CompletableFuture<Answer> resume(Caller caller, ExerciseId exercise, ClientId id) {
        return desk.control(caller, exercise, id, "resume an exercise", ExerciseCommand.ResumeExercise::new);
    }

    /** Changes the pace from now on. For controllers. */
    public CompletableFuture<Answer> changePace(Caller caller, ExerciseId exercise, ClientId id, Pace pace) {
        return desk.control(caller, exercise, id, "change the pace", by -> new ExerciseCommand.ChangePace(by, pace));
    }

    /** Sends a planned inject before its time. For controllers. */
    public CompletableFuture<Answer> send(Caller caller, ExerciseId exercise, ClientId id, InjectNumber number) {
        return desk.control(caller, exercise, id, "send an inject", by -> new ExerciseCommand.SendInject(by, number));
    }

    /** Sends an inject written on the spot. For controllers. */
    public CompletableFuture<Answer> sendAdHoc(Caller caller, ExerciseId exercise, ClientId id, AdHocInject inject) {
        return desk.control(
                caller, exercise, id, "send an ad-hoc inject", by -> new ExerciseCommand.SendAdHocInject(by, inject));
    }

    /** ENDEX; the reason may be empty. For controllers. */
    public CompletableFuture<Answer> end(Caller caller, ExerciseId exercise, ClientId id, String reason) {
        return desk.control(caller, exercise, id, "end an exercise", by -> new ExerciseCommand.EndExercise(by, reason));
    }

    /** Closes the record for ever. For controllers. */
    public CompletableFuture<Answer> seal(Caller caller, ExerciseId exercise, ClientId id) {
        return desk.control(caller, exercise, id, "seal a record", ExerciseCommand.SealExercise::new);
    }

    /** Lets a waiting player into a cell. For controllers. */
    public CompletableFuture<Answer> admit(
            Caller caller, ExerciseId exercise, ClientId id, ParticipantId participant, CellCode cell, String post) {
        return desk.control(
                caller,
                exercise,
                id,
                "admit a player",
                by -> new ExerciseCommand.AdmitParticipant(by, participant, cell, post));
    }

    /** Moves a player to another cell. For controllers. */
    public CompletableFuture<Answer> move(
            Caller caller, ExerciseId exercise, ClientId id, ParticipantId participant, CellCode cell, String post) {
        return desk.control(
                caller,
                exercise,
                id,
                "move a player",
                by -> new ExerciseCommand.MoveParticipant(by, participant, cell, post));
    }

    /**
     * Hands a player's role to another player of the same cell, who holds none; what is sent to the role goes to them from then on. For controllers, and for
     * whoever holds the role.
     */
    public CompletableFuture<Answer> handOver(
            Caller caller, ExerciseId exercise, ClientId id, ParticipantId from, ParticipantId to) {
        Standing by = desk.require(caller, exercise, "hand over a role", role -> true);
        if (!by.role().controls() && !by.participant().equals(from)) {
            throw new NotAllowed("hand over another's role");
        }
        return desk.submit(exercise, new ExerciseCommand.HandOverRole(by.participant(), from, to), id);
    }

    /** Shuts somebody out and ends their pages. For controllers. */
    public CompletableFuture<Answer> eject(
            Caller caller, ExerciseId exercise, ClientId id, ParticipantId participant, String reason) {
        return desk.control(
                        caller,
                        exercise,
                        id,
                        "eject a participant",
                        by -> new ExerciseCommand.EjectParticipant(by, participant, reason))
                .thenApply(answer -> {
                    if (answer instanceof Answer.Done) {
                        register.revokeTokens(exercise, participant);
                    }
                    return answer;
                });
    }

    /** Stops play for a real incident. For anybody who is present. */
    public CompletableFuture<Answer> stop(
            Caller caller, ExerciseId exercise, ClientId id, String reason, Instant occurredAt) {
        Standing by = desk.require(caller, exercise, "stop play for a real incident", role -> true);
        return desk.submit(exercise, new ExerciseCommand.StopForRealIncident(by.participant(), reason, occurredAt), id);
    }

    /** Says that it is safe to go on; exercise time still stands. For controllers. */
    public CompletableFuture<Answer> clear(Caller caller, ExerciseId exercise, ClientId id, String reason) {
        return desk.control(
                caller, exercise, id, "clear a real incident", by -> new ExerciseCommand.ClearRealIncident(by, reason));
    }

    /**
     * Acknowledges an inject. For players whose cell has it.
     *
     * @param inject sequence of the entry that delivered it
     * @param occurredAt when the player pressed the button
     */
    public CompletableFuture<Answer> acknowledge(
            Caller caller, ExerciseId exercise, ClientId id, long inject, Instant occurredAt) {
        return acknowledge(caller, exercise, id, inject, WrittenAt.online(occurredAt));
    }

    /** Acknowledges an inject as {@link #acknowledge(Caller, ExerciseId, ClientId, long, Instant)} does; one that comes late without a network says so. */
    public CompletableFuture<Answer> acknowledge(
            Caller caller, ExerciseId exercise, ClientId id, long inject, WrittenAt written) {
        Standing by = desk.require(caller, exercise, "acknowledge an inject", role -> role == ExerciseRole.PLAYER);
        return desk.submit(exercise, new ExerciseCommand.AcknowledgeInject(by.participant(), inject, written), id);
    }

    private void staff(Caller caller, ExerciseId exercise, String act) {
        if (!(caller instanceof Caller.Program)) {
            desk.require(caller, exercise, act, ExerciseRole::seesAll);
        }
    }

    /** Waits for an answer as long as a person would. */
    static Answer await(CompletableFuture<Answer> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the record did not answer in time", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LedgerUnavailable unavailable) {
                throw unavailable;
            }
            throw new IllegalStateException("the act failed", e);
        }
    }
}
