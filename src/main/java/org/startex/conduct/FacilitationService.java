package org.startex.conduct;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.ledger.Answer;
import org.startex.people.Caller;

/** What a facilitator does in a facilitated exercise: begins its moves, and leads the discussion of each. Answered after the commit. */
@Service
public class FacilitationService {
    private final ExerciseDesk desk;

    FacilitationService(ExerciseDesk desk) {
        this.desk = desk;
    }

    /**
     * Begins the next move: exercise time runs, from the move's beginning if that was still to come. A discussion that is open ends. A reason is needed
     * where injects are skipped. For controllers.
     *
     * @param move from 1: refused if somebody has begun it meanwhile
     * @param passedOver what becomes of the injects of the move before that have not left; those held or skipped stay so
     */
    public CompletableFuture<Answer> beginMove(
            Caller caller, ExerciseId exercise, ClientId id, int move, PassedOver passedOver, String reason) {
        return desk.control(
                caller,
                exercise,
                id,
                "begin a move",
                by -> new ExerciseCommand.BeginMove(by, move, passedOver, reason));
    }

    /**
     * Puts questions of the move to the tables, each to those it is for, and sets the timer anew; questions they have already stay theirs. For controllers.
     *
     * @param move the one that is played
     * @param questions their numbers within the move, from 1
     * @param minutes of real time, from 1 to 240
     */
    public CompletableFuture<Answer> openDiscussion(
            Caller caller, ExerciseId exercise, ClientId id, int move, List<Integer> questions, int minutes) {
        return desk.control(
                caller,
                exercise,
                id,
                "open a discussion",
                by -> new ExerciseCommand.OpenDiscussion(by, move, questions, minutes));
    }

    /**
     * Gives the tables more time: from the end of theirs, or from now if that is past. For controllers.
     *
     * @param until when their time is up as the caller knows it: refused if somebody has changed that meanwhile
     * @param minutes of real time, from 1 to 240
     */
    public CompletableFuture<Answer> extendDiscussion(
            Caller caller, ExerciseId exercise, ClientId id, Instant until, int minutes) {
        return desk.control(
                caller,
                exercise,
                id,
                "extend a discussion",
                by -> new ExerciseCommand.ExtendDiscussion(by, until, minutes));
    }

    /** Closes the discussion: answers from now on count as late. For controllers. */
    public CompletableFuture<Answer> closeDiscussion(Caller caller, ExerciseId exercise, ClientId id) {
        return desk.control(caller, exercise, id, "close a discussion", ExerciseCommand.CloseDiscussion::new);
    }
}
