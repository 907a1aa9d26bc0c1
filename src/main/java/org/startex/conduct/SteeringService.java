package org.startex.conduct;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Answer;
import org.startex.people.Caller;

/**
 * What controllers do with the injects of an exercise that are still to come. Each act is an entry of the record with who and why; a second controller
 * who does the same is refused and changes nothing. Answered after the commit.
 */
@Service
public class SteeringService {
    private final ExerciseDesk desk;

    SteeringService(ExerciseDesk desk) {
        this.desk = desk;
    }

    /** Keeps a planned inject from falling due until it is released; the reason may be empty. For controllers. */
    public CompletableFuture<Answer> hold(
            Caller caller, ExerciseId exercise, ClientId id, InjectNumber number, String reason) {
        return control(
                caller, exercise, id, "hold an inject", by -> new ExerciseCommand.HoldInject(by, number, reason));
    }

    /** Lets a held inject fall due at its time; where that is past it is sent at once. For controllers. */
    public CompletableFuture<Answer> release(Caller caller, ExerciseId exercise, ClientId id, InjectNumber number) {
        return control(caller, exercise, id, "release an inject", by -> new ExerciseCommand.ReleaseInject(by, number));
    }

    /** Leaves a planned inject out; needs a reason. For controllers. */
    public CompletableFuture<Answer> skip(
            Caller caller, ExerciseId exercise, ClientId id, InjectNumber number, String reason) {
        return control(
                caller, exercise, id, "skip an inject", by -> new ExerciseCommand.SkipInject(by, number, reason));
    }

    /** Takes skipping back. An inject whose time has passed comes back held, so that nothing is sent unasked. For controllers. */
    public CompletableFuture<Answer> putBack(Caller caller, ExerciseId exercise, ClientId id, InjectNumber number) {
        return control(caller, exercise, id, "put an inject back", by -> new ExerciseCommand.PutBackInject(by, number));
    }

    /**
     * Gives a planned inject another time, after now and within 60 days of STARTEX; the reason may be empty. For controllers.
     *
     * @param from when it is due as the caller knows it: refused if somebody has moved it meanwhile
     */
    public CompletableFuture<Answer> move(
            Caller caller,
            ExerciseId exercise,
            ClientId id,
            InjectNumber number,
            ExerciseTime from,
            ExerciseTime to,
            String reason) {
        return control(
                caller,
                exercise,
                id,
                "move an inject",
                by -> new ExerciseCommand.MoveInject(by, number, from, to, reason));
    }

    private CompletableFuture<Answer> control(
            Caller caller,
            ExerciseId exercise,
            ClientId id,
            String act,
            Function<ParticipantId, ExerciseCommand> command) {
        Standing by = desk.require(caller, exercise, act, ExerciseRole::controls);
        return desk.submit(exercise, command.apply(by.participant()), id);
    }
}
