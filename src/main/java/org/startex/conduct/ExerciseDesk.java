package org.startex.conduct;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Actor;
import org.startex.ledger.Answer;
import org.startex.ledger.Ledger;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.people.ParticipantRegister;

/** Where the modules of the conduct floor hand their acts to an exercise's writer, and learn who a caller is in it. Not for faces. */
@Component
public class ExerciseDesk {
    private final Ledger<Exercise> ledger;
    private final ParticipantRegister register;
    private final Heartbeat heartbeat;

    ExerciseDesk(Ledger<Exercise> ledger, ParticipantRegister register, Heartbeat heartbeat) {
        this.ledger = ledger;
        this.register = register;
        this.heartbeat = heartbeat;
    }

    /** The exercise as committed. */
    public Exercise exercise(ExerciseId id) {
        return ledger.state(id);
    }

    /** Whether the caller takes part, and as whom; also when not yet admitted, but not once ejected. */
    public Optional<Standing> standing(Caller caller, ExerciseId exercise) {
        Optional<ParticipantId> participant = switch (caller) {
            case Caller.SignedIn person -> register.ofPerson(exercise, person.person());
            case Caller.Joined joined ->
                joined.exercise().equals(exercise) ? Optional.of(joined.participant()) : Optional.empty();
            case Caller.Nobody nobody -> Optional.empty();
            case Caller.Program program -> Optional.empty();
        };
        return participant.flatMap(id -> ledger.state(exercise)
                .content()
                .flatMap(play -> play.member(id))
                .filter(member -> !member.ejected())
                .map(member -> new Standing(id, member)));
    }

    /**
     * The caller's standing, if the role is among the right ones and the caller is admitted.
     *
     * @param act what is asked for, for the log
     * @throws NotAllowed otherwise
     */
    public Standing require(Caller caller, ExerciseId exercise, String act, Predicate<ExerciseRole> right) {
        return standing(caller, exercise)
                .filter(s -> s.member().present() && right.test(s.role()))
                .orElseThrow(() -> new NotAllowed(act));
    }

    /**
     * Hands an act to the writer; answered after the commit.
     *
     * @param request the act's content as text: the same id with another content is refused
     */
    public CompletableFuture<Answer> submit(
            ExerciseId exercise, ParticipantId by, ClientId clientId, String request, Rule rule) {
        return submit(exercise, Actor.of(by), clientId, request, rule);
    }

    CompletableFuture<Answer> submit(ExerciseId exercise, ExerciseCommand command, @Nullable ClientId clientId) {
        ParticipantId by = command.by();
        return submit(
                exercise,
                by == null ? Actor.PROGRAM : Actor.of(by),
                clientId,
                command.content(),
                (state, now, lastAlive) -> Conduct.decide(state, command, now, lastAlive));
    }

    private CompletableFuture<Answer> submit(
            ExerciseId exercise, Actor actor, @Nullable ClientId clientId, String request, Rule rule) {
        return ledger.submit(
                exercise,
                actor,
                clientId,
                request,
                (state, now) -> rule.decide(state, now, heartbeat.lastAlive(exercise)));
    }

    /** An act of whoever controls play. */
    CompletableFuture<Answer> control(
            Caller caller,
            ExerciseId exercise,
            ClientId id,
            String act,
            Function<ParticipantId, ExerciseCommand> command) {
        Standing by = require(caller, exercise, act, ExerciseRole::controls);
        return submit(exercise, command.apply(by.participant()), id);
    }
}
