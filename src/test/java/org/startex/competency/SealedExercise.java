package org.startex.competency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.startex.conduct.ConductService;
import org.startex.conduct.Delivered;
import org.startex.conduct.JoinCode;
import org.startex.conduct.Joining;
import org.startex.conduct.JoiningService;
import org.startex.kernel.CellCode;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.KsbCode;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PersonId;
import org.startex.ledger.Answer;
import org.startex.logbook.ActionWords;
import org.startex.logbook.DecisionDraft;
import org.startex.logbook.DecisionForDraft;
import org.startex.logbook.LogbookService;
import org.startex.logbook.LoggistService;
import org.startex.logbook.ObservationDraft;
import org.startex.people.AccountChange;
import org.startex.people.Caller;
import org.startex.people.NewPerson;
import org.startex.people.PeopleService;
import org.startex.testing.SettableTime;

/** Where tests of competency play: people with accounts, and an exercise that is played and sealed. */
@TestComponent
class SealedExercise {
    static final CellCode TACTICAL = new CellCode("tactical");
    private static final Caller ADMINISTRATOR =
            new Caller.SignedIn(PersonId.random(), Set.of(InstallationRole.ADMINISTRATOR));
    private static int people;

    final PeopleService accounts;
    final ConductService conduct;
    final JoiningService joining;
    final LogbookService logbook;
    final LoggistService loggists;
    final SettableTime time;

    SealedExercise(
            PeopleService accounts,
            ConductService conduct,
            JoiningService joining,
            LogbookService logbook,
            LoggistService loggists,
            SettableTime time) {
        this.accounts = accounts;
        this.conduct = conduct;
        this.joining = joining;
        this.logbook = logbook;
        this.loggists = loggists;
        this.time = time;
    }

    /** Somebody with an account. */
    Caller.SignedIn person(String name, InstallationRole... roles) {
        NewPerson facts = new NewPerson(name, "County council", "", username(++people), Set.of(roles));
        AccountChange added = accounts.add(ADMINISTRATOR, facts);
        assertThat(added).isInstanceOf(AccountChange.Changed.class);
        return new Caller.SignedIn(((AccountChange.Changed) added).person(), Set.of(roles));
    }

    private static String username(int number) {
        return "competent-" + number;
    }

    String usernameOf(Caller.SignedIn person) {
        return accounts.me(person).orElseThrow().username();
    }

    /** The same person without a role. */
    static Caller.SignedIn without(Caller.SignedIn person) {
        return new Caller.SignedIn(person.person(), Set.of());
    }

    /** A running exercise that this director has planned. */
    Run start(Caller.SignedIn director) {
        ExerciseId id = conduct.plan(director, "caravan-site", "Caravan site, May", time.instant());
        Run run = new Run(id, director);
        return run;
    }

    /** An exercise under way. */
    final class Run {
        final ExerciseId id;
        final Caller.SignedIn director;
        final List<Long> decisions = new ArrayList<>();

        private Run(ExerciseId id, Caller.SignedIn director) {
            this.id = id;
            this.director = director;
        }

        Run staff(Caller.SignedIn person, ExerciseRole role) {
            done(client -> conduct.giveRole(director, id, client, person.person(), role));
            return this;
        }

        /** Joins the Tactical cell, signed in or by a name alone. */
        Caller.Joined joins(Caller caller, String name) {
            JoinCode code = joining.codes(director, id).stream()
                    .filter(one -> TACTICAL.equals(one.cell()))
                    .findFirst()
                    .orElseThrow();
            Joining.Result result =
                    joining.join(caller, new Joining.Request(code.code(), name, "County council", "", "192.0.2.7"));
            assertThat(result).isInstanceOf(Joining.Result.Joined.class);
            return new Caller.Joined(id, ((Joining.Result.Joined) result).participant());
        }

        Run startex() {
            done(client -> conduct.start(director, id, client));
            return this;
        }

        /** The first inject that has left. */
        Delivered inject() {
            return conduct.exercise(Caller.PROGRAM, id)
                    .content()
                    .orElseThrow()
                    .delivered()
                    .getFirst();
        }

        long decides(Caller player, String decision, ActionWords... actions) {
            DecisionDraft draft = new DecisionDraft(
                    inject().seq(),
                    List.of(inject().seq()),
                    decision,
                    "The wind turns at 10:45",
                    "Wait for vehicles",
                    "Nobody in the smoke",
                    List.of(actions),
                    "");
            done(client -> logbook.logDecision(player, id, client, draft, time.instant()));
            long seq = logbook.decisions(Caller.PROGRAM, id).getLast().seq();
            decisions.add(seq);
            return seq;
        }

        /** What a loggist logs for somebody. */
        long logsFor(Caller loggist, ParticipantId maker, String decision) {
            DecisionDraft draft =
                    new DecisionDraft(null, List.of(), decision, "The wind turns at 10:45", "", "", List.of(), "");
            done(client ->
                    loggists.logFor(loggist, id, client, new DecisionForDraft(maker, TACTICAL, draft), time.instant()));
            return logbook.decisions(Caller.PROGRAM, id).getLast().seq();
        }

        void confirms(Caller maker, long decision) {
            done(client -> loggists.confirm(maker, id, client, decision, time.instant()));
        }

        void disputes(Caller maker, long decision, String reason) {
            done(client -> loggists.dispute(maker, id, client, decision, reason, time.instant()));
        }

        /** What this evaluator saw of the player about an entry. */
        long observes(Caller evaluator, Caller.Joined player, @Nullable Long about, String note, KsbCode... ksbs) {
            ObservationDraft draft = new ObservationDraft(
                    about, List.of(), List.of(ksbs), List.of(player.participant()), "P", List.of(), note, "");
            done(client -> logbook.observe(evaluator, id, client, draft, time.instant()));
            return logbook.observations(Caller.PROGRAM, id).getLast().seq();
        }

        Run sealed() {
            done(client -> conduct.end(director, id, client, ""));
            done(client -> conduct.seal(director, id, client));
            return this;
        }

        private void done(Function<ClientId, CompletableFuture<Answer>> act) {
            Answer answer =
                    act.apply(ClientId.random()).orTimeout(10, TimeUnit.SECONDS).join();
            assertThat(answer).isInstanceOf(Answer.Done.class);
        }
    }
}
