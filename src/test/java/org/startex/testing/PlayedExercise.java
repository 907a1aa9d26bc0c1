package org.startex.testing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.startex.conduct.ConductService;
import org.startex.conduct.Delivered;
import org.startex.conduct.Exercise;
import org.startex.conduct.JoinCode;
import org.startex.conduct.Joining;
import org.startex.conduct.JoiningService;
import org.startex.conduct.Pace;
import org.startex.conduct.Play;
import org.startex.conduct.Ticker;
import org.startex.kernel.CellCode;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PersonId;
import org.startex.ledger.Answer;
import org.startex.logbook.DecisionDraft;
import org.startex.logbook.LogbookService;
import org.startex.people.Caller;
import org.startex.people.PeopleService;

/**
 * The Caravan site exercise played for real by demonstration people: a player without an account in each of two cells and the apprentice in Tactical, some injects delivered, one of
 * them acknowledged and answered by a decision of the apprentice. Needs a settable time.
 */
public final class PlayedExercise {
    public static final CellCode TACTICAL = new CellCode("tactical");
    public static final CellCode REST_CENTRE = new CellCode("rest-centre");

    private final ConductService conduct;
    private final JoiningService joining;
    private final LogbookService logbook;
    private final PeopleService people;
    private final Ticker ticker;
    private final SettableTime time;

    private final ExerciseId id;
    private final Caller.SignedIn director;
    private final Caller.Joined price;
    private final Caller.Joined okafor;
    private final Caller.SignedIn apprentice;
    private final Delivered inject;
    private final long decision;

    private PlayedExercise(ApplicationContext context) {
        conduct = context.getBean(ConductService.class);
        joining = context.getBean(JoiningService.class);
        logbook = context.getBean(LogbookService.class);
        people = context.getBean(PeopleService.class);
        ticker = context.getBean(Ticker.class);
        time = (SettableTime) context.getBean(InstantSource.class);
        director = person("director", InstallationRole.EXERCISE_DIRECTOR);
        id = conduct.plan(director, "caravan-site", "Caravan site, May", time.instant());
        done(conduct.giveRole(
                director, id, ClientId.random(), person("evaluator").person(), ExerciseRole.EVALUATOR));
        done(conduct.giveRole(
                director, id, ClientId.random(), person("controller").person(), ExerciseRole.CONTROLLER));
        price = joins(Caller.NOBODY, TACTICAL, "G. Price");
        okafor = joins(Caller.NOBODY, REST_CENTRE, "M. Okafor");
        apprentice = person("apprentice");
        joins(apprentice, TACTICAL, "not asked");
        done(conduct.start(director, id, ClientId.random()));
        done(conduct.changePace(director, id, ClientId.random(), new Pace(6000)));
        ParticipantId tactical = participant(apprentice);
        while (play().delivered().stream()
                        .filter(d -> play().mayRead(tactical, d.audience()))
                        .count()
                < 2) {
            pass(Duration.ofSeconds(1));
        }
        inject = play().delivered().stream()
                .filter(d -> play().mayRead(tactical, d.audience()))
                .findFirst()
                .orElseThrow();
        done(conduct.acknowledge(apprentice, id, ClientId.random(), inject.seq(), time.instant()));
        pass(Duration.ofSeconds(2));
        decision = done(logbook.logDecision(
                apprentice,
                id,
                ClientId.random(),
                new DecisionDraft(
                        inject.seq(),
                        List.of(inject.seq()),
                        "Close Mill Lane",
                        "The plume reaches it first",
                        "Leave it open for the ambulances",
                        "Nobody drives into the plume",
                        List.of(),
                        ""),
                time.instant()));
    }

    /** Played so far and still running. */
    public static PlayedExercise running(ApplicationContext context) {
        return new PlayedExercise(context);
    }

    /** After ENDEX; not sealed. */
    public static PlayedExercise ended(ApplicationContext context) {
        return running(context).end();
    }

    /** Calls ENDEX. */
    public PlayedExercise end() {
        done(conduct.end(director, id, ClientId.random(), "Objectives met"));
        return this;
    }

    /** Seals the record. */
    public PlayedExercise seal() {
        done(conduct.seal(director, id, ClientId.random()));
        return this;
    }

    public ExerciseId id() {
        return id;
    }

    /** Its director, who may plan exercises. */
    public Caller.SignedIn director() {
        return director;
    }

    /** Its controller. */
    public Caller.SignedIn controller() {
        return person("controller");
    }

    /** Its evaluator. */
    public Caller.SignedIn evaluator() {
        return person("evaluator");
    }

    /** A player in Tactical with an account. */
    public Caller.SignedIn apprentice() {
        return apprentice;
    }

    /** A player in Tactical without an account. */
    public Caller.Joined price() {
        return price;
    }

    /** A player in the rest centre without an account. */
    public Caller.Joined okafor() {
        return okafor;
    }

    /** The inject that was answered. */
    public Delivered inject() {
        return inject;
    }

    /** Sequence of the decision that answered it. */
    public long decision() {
        return decision;
    }

    /** The exercise as it stands. */
    public Play play() {
        return conduct.exercise(Caller.PROGRAM, id).content().orElseThrow();
    }

    /** The caller's pseudonym in it. */
    public ParticipantId participant(Caller caller) {
        return conduct.standing(caller, id).orElseThrow().participant();
    }

    /** A demonstration person with these installation roles. */
    public Caller.SignedIn person(String username, InstallationRole... roles) {
        PersonId person = people
                .directory(
                        new Caller.SignedIn(PersonId.random(), Set.of(InstallationRole.EXERCISE_DIRECTOR)),
                        username,
                        50)
                .stream()
                .filter(each -> each.username().equals(username))
                .findFirst()
                .orElseThrow()
                .person();
        return new Caller.SignedIn(person, Set.of(roles));
    }

    /** Real time passes while the program is alive. */
    public void pass(Duration real) {
        for (long second = 0; second < real.toSeconds(); second++) {
            time.advance(Duration.ofSeconds(1));
            ticker.beat();
            for (int wait = 0; wait < 200 && somethingIsDue(); wait++) {
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    private boolean somethingIsDue() {
        ExerciseTime elapsed = play().clock().elapsedAt(time.instant());
        return conduct.exercise(Caller.PROGRAM, id) instanceof Exercise.Running running
                && running.play().pending().stream()
                        .findFirst()
                        .filter(inject -> inject.due().compareTo(elapsed) <= 0)
                        .isPresent();
    }

    private Caller.Joined joins(Caller caller, @Nullable CellCode cell, String name) {
        JoinCode code = joining.codes(director, id).stream()
                .filter(each -> Objects.equals(each.cell(), cell))
                .findFirst()
                .orElseThrow();
        return switch (joining.join(caller, new Joining.Request(code.code(), name, "Council", "", "10.1.1.1"))) {
            case Joining.Result.Joined joined -> new Caller.Joined(joined.exercise(), joined.participant());
            case Joining.Result.NotJoined not -> throw new AssertionError(not.toString());
        };
    }

    private static long done(CompletableFuture<Answer> answer) {
        return switch (answer.orTimeout(10, TimeUnit.SECONDS).join()) {
            case Answer.Done done -> done.seq();
            case Answer.Refused refused -> throw new AssertionError(refused.toString());
        };
    }
}
