package org.startex.conduct;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;
import org.startex.kernel.Addressee;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.Answer;
import org.startex.people.Caller;

/**
 * What controllers do with the injects of an exercise: those that are still to come, and those that players have. Each act is an entry of the record with who and why; a second controller
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
        return desk.control(
                caller, exercise, id, "hold an inject", by -> new ExerciseCommand.HoldInject(by, number, reason));
    }

    /** Lets a held inject fall due at its time; where that is past it is sent at once. For controllers. */
    public CompletableFuture<Answer> release(Caller caller, ExerciseId exercise, ClientId id, InjectNumber number) {
        return desk.control(
                caller, exercise, id, "release an inject", by -> new ExerciseCommand.ReleaseInject(by, number));
    }

    /** Leaves a planned inject out; needs a reason. For controllers. */
    public CompletableFuture<Answer> skip(
            Caller caller, ExerciseId exercise, ClientId id, InjectNumber number, String reason) {
        return desk.control(
                caller, exercise, id, "skip an inject", by -> new ExerciseCommand.SkipInject(by, number, reason));
    }

    /** Takes skipping back. An inject whose time has passed comes back held, so that nothing is sent unasked. For controllers. */
    public CompletableFuture<Answer> putBack(Caller caller, ExerciseId exercise, ClientId id, InjectNumber number) {
        return desk.control(
                caller, exercise, id, "put an inject back", by -> new ExerciseCommand.PutBackInject(by, number));
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
        return desk.control(
                caller,
                exercise,
                id,
                "move an inject",
                by -> new ExerciseCommand.MoveInject(by, number, from, to, reason));
    }

    /**
     * Makes a planned inject be for others; the reason may be empty. For controllers.
     *
     * @param from whom it is for as the caller knows it: refused if somebody has changed that meanwhile
     */
    public CompletableFuture<Answer> readdress(
            Caller caller,
            ExerciseId exercise,
            ClientId id,
            InjectNumber number,
            List<Addressee> from,
            List<Addressee> to,
            String reason) {
        return desk.control(
                caller,
                exercise,
                id,
                "change whom an inject is for",
                by -> new ExerciseCommand.ReaddressInject(by, number, from, to, reason));
    }

    /**
     * Recalls an inject that players have: they see it struck through from now on. Needs a reason, which players are not told. For controllers.
     *
     * @param inject sequence of the entry that delivered it
     */
    public CompletableFuture<Answer> recall(
            Caller caller, ExerciseId exercise, ClientId id, long inject, String reason) {
        return desk.control(
                caller, exercise, id, "recall an inject", by -> new ExerciseCommand.RecallInject(by, inject, reason));
    }

    /**
     * Corrects an inject that players have: they see the new text beside the old one. The reason may be empty; players are not told it. For controllers.
     *
     * @param inject sequence of the entry that delivered it
     * @param corrections how often it was corrected as the caller knows it: refused if somebody has done so meanwhile
     * @param text what it says instead, Markdown as players read it
     */
    public CompletableFuture<Answer> correct(
            Caller caller, ExerciseId exercise, ClientId id, long inject, int corrections, String text, String reason) {
        return desk.control(
                caller,
                exercise,
                id,
                "correct an inject",
                by -> new ExerciseCommand.CorrectInject(by, inject, corrections, text, reason));
    }

    /**
     * Makes everything that has not left due so much later, held and skipped injects and coming phases as well; negative brings it forward, but nothing
     * before now. The reason may be empty. For controllers.
     *
     * @param postponements how often the rest was postponed as the caller knows it: refused if somebody has done so meanwhile
     */
    public CompletableFuture<Answer> postpone(
            Caller caller, ExerciseId exercise, ClientId id, Duration by, int postponements, String reason) {
        long micros = by.toNanos() / 1000;
        return desk.control(
                caller,
                exercise,
                id,
                "postpone the rest",
                participant -> new ExerciseCommand.PostponeRest(participant, micros, postponements, reason));
    }

    /**
     * Lets exercise time jump forward, never back; it cannot be undone. A reason is needed where injects are skipped. For controllers.
     *
     * @param to exercise time after the jump, within 60 days of STARTEX
     * @param passedOver what becomes of the injects that fall due between; those held or skipped stay so
     */
    public CompletableFuture<Answer> jump(
            Caller caller, ExerciseId exercise, ClientId id, ExerciseTime to, PassedOver passedOver, String reason) {
        return desk.control(
                caller,
                exercise,
                id,
                "let the clock jump",
                by -> new ExerciseCommand.JumpClock(by, to, passedOver, reason));
    }
}
