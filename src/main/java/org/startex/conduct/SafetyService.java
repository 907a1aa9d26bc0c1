package org.startex.conduct;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.ledger.Answer;
import org.startex.people.Caller;

/** What keeps an exercise safe: its marking, the comms check, the drill of no duff, and how play goes on after a standstill. Answered after the commit. */
@Service
public class SafetyService {
    private final ExerciseDesk desk;

    SafetyService(ExerciseDesk desk) {
        this.desk = desk;
    }

    /**
     * Marks everything of the exercise otherwise from now on; whoever has joined sees the new words at once. For controllers. Refused after STARTEX, during a drill of
     * no duff, where one of the two is blank or too long, and where somebody has changed them since the caller saw them.
     *
     * @param seen how it was marked when the caller decided that
     */
    public CompletableFuture<Answer> changeMarking(
            Caller caller, ExerciseId exercise, ClientId id, Marking seen, Marking marking) {
        return desk.control(
                caller, exercise, id, "change the marking", by -> new ExerciseCommand.ChangeMarking(by, seen, marking));
    }

    /** Asks every player to confirm that they read this; may be repeated. For controllers. */
    public CompletableFuture<Answer> startCommsCheck(Caller caller, ExerciseId exercise, ClientId id) {
        return desk.control(caller, exercise, id, "start a comms check", ExerciseCommand.StartCommsCheck::new);
    }

    /**
     * Confirms a comms check. For players.
     *
     * @param check sequence of the entry that started it
     * @param occurredAt when the player pressed the button
     */
    public CompletableFuture<Answer> confirmCommsCheck(
            Caller caller, ExerciseId exercise, ClientId id, long check, Instant occurredAt) {
        Standing by = desk.require(caller, exercise, "confirm a comms check", role -> role == ExerciseRole.PLAYER);
        return desk.submit(exercise, new ExerciseCommand.ConfirmCommsCheck(by.participant(), check, occurredAt), id);
    }

    /** Begins a drill of no duff before STARTEX; what is to be practised may be empty. For controllers. */
    public CompletableFuture<Answer> drillNoDuff(Caller caller, ExerciseId exercise, ClientId id, String reason) {
        return desk.control(caller, exercise, id, "drill no duff", by -> new ExerciseCommand.DrillNoDuff(by, reason));
    }

    /**
     * Says that it is safe to go on, or that the drill is over; exercise time still stands. For controllers.
     *
     * @param waited what becomes of the injects that waited; without meaning outside play
     * @param laterMicros how much later the rest comes in exercise time, where that is chosen
     */
    public CompletableFuture<Answer> clearNoDuff(
            Caller caller, ExerciseId exercise, ClientId id, String reason, WaitedInjects waited, long laterMicros) {
        return desk.control(
                caller,
                exercise,
                id,
                "clear a real incident",
                by -> new ExerciseCommand.ClearRealIncident(by, reason, waited, laterMicros));
    }

    /**
     * Lets exercise time run on after an outage. For controllers.
     *
     * @param waited what becomes of the injects that waited
     * @param laterMicros how much later the rest comes in exercise time, where that is chosen
     */
    public CompletableFuture<Answer> resume(
            Caller caller, ExerciseId exercise, ClientId id, WaitedInjects waited, long laterMicros) {
        return desk.control(
                caller,
                exercise,
                id,
                "resume an exercise",
                by -> new ExerciseCommand.ResumeExercise(by, waited, laterMicros));
    }
}
