package org.startex.conduct;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;

/** What somebody, or the timer, wants of an exercise. Each carries who asks; the time is an argument of the rule. */
public sealed interface ExerciseCommand {
    /** Who asks, or null for the program. */
    @Nullable
    ParticipantId by();

    /** What makes it the same act when it is sent again. When it happened is not part of that: a page that sends again tells it anew. */
    default String content() {
        return toString();
    }

    /** Plan it: the first command of all. */
    record PlanExercise(
            ParticipantId by, String name, String organisation, String slug, String digest, Grace grace, Plan plan)
            implements ExerciseCommand {}

    /** STARTEX. */
    record StartExercise(ParticipantId by) implements ExerciseCommand {}

    record PauseExercise(ParticipantId by, String reason) implements ExerciseCommand {}

    /**
     * Exercise time runs on.
     *
     * @param waited what becomes of the injects that waited during an outage; without meaning after any other pause
     * @param laterMicros how much later the rest comes, where that is chosen
     */
    record ResumeExercise(ParticipantId by, WaitedInjects waited, long laterMicros) implements ExerciseCommand {
        public ResumeExercise(ParticipantId by) {
            this(by, WaitedInjects.AS_PLANNED, 0);
        }
    }

    record ChangePace(ParticipantId by, Pace pace) implements ExerciseCommand {}

    /** Send an inject of the plan now. */
    record SendInject(ParticipantId by, InjectNumber number) implements ExerciseCommand {}

    /** Do something with an inject of the plan that has not left. */
    sealed interface Steer extends ExerciseCommand {
        @Override
        ParticipantId by();

        /** The inject. */
        InjectNumber number();
    }

    record HoldInject(ParticipantId by, InjectNumber number, String reason) implements Steer {}

    record ReleaseInject(ParticipantId by, InjectNumber number) implements Steer {}

    record SkipInject(ParticipantId by, InjectNumber number, String reason) implements Steer {}

    record PutBackInject(ParticipantId by, InjectNumber number) implements Steer {}

    /**
     * Change when it falls due.
     *
     * @param from when it was due as the controller saw it, so that two who move at once move it once
     */
    record MoveInject(ParticipantId by, InjectNumber number, ExerciseTime from, ExerciseTime to, String reason)
            implements Steer {}

    /**
     * Change whom it is for.
     *
     * @param from whom it was for as the controller saw it
     */
    record ReaddressInject(
            ParticipantId by, InjectNumber number, List<Addressee> from, List<Addressee> to, String reason)
            implements Steer {
        public ReaddressInject {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /** Something about the cue card of an inject. */
    sealed interface Voice extends ExerciseCommand {
        @Override
        ParticipantId by();

        /** The inject. */
        InjectNumber number();
    }

    /**
     * Say that an inject was spoken.
     *
     * @param speaker who said it, where that is not the one who tells so; else empty
     */
    record SpeakInject(ParticipantId by, InjectNumber number, String speaker, Instant spokenAt) implements Voice {
        @Override
        public String content() {
            return "speak " + number + " " + speaker;
        }
    }

    /**
     * Take that back.
     *
     * @param spoken sequence of the entry that is taken back
     */
    record UndoSpoken(ParticipantId by, InjectNumber number, long spoken) implements Voice {}

    /**
     * Note what was replied to it.
     *
     * @param spoken sequence of the entry that the reply belongs to
     */
    record NoteVoiceReply(ParticipantId by, InjectNumber number, long spoken, VoiceReplyWords words) implements Voice {}

    /** Say something of an inject that players have. */
    sealed interface Amend extends ExerciseCommand {
        @Override
        ParticipantId by();

        /** Sequence of the entry that delivered it. */
        long inject();
    }

    record RecallInject(ParticipantId by, long inject, String reason) implements Amend {}

    /**
     * Say what it says instead.
     *
     * @param corrections how often it was corrected as the controller saw it, so that two who correct at once correct once
     */
    record CorrectInject(ParticipantId by, long inject, int corrections, String text, String reason) implements Amend {}

    /**
     * Everything that has not left comes so much later, or earlier where it is negative.
     *
     * @param postponements how often that was done as the controller saw it, so that two who postpone at once postpone once
     */
    record PostponeRest(ParticipantId by, long byMicros, int postponements, String reason) implements ExerciseCommand {}

    /** Exercise time jumps forward. */
    record JumpClock(ParticipantId by, ExerciseTime to, PassedOver passedOver, String reason)
            implements ExerciseCommand {}

    /**
     * Begin the next move.
     *
     * @param move the next one as the facilitator saw it, so that two who begin it begin one
     */
    record BeginMove(ParticipantId by, int move, PassedOver passedOver, String reason) implements ExerciseCommand {}

    /** Something about the discussion of the move that is played. */
    sealed interface Discuss extends ExerciseCommand {
        @Override
        ParticipantId by();
    }

    /**
     * Give the tables some questions of the move, with so many minutes.
     *
     * @param questions their numbers within the move, from 1
     */
    record OpenDiscussion(ParticipantId by, int move, List<Integer> questions, int minutes) implements Discuss {
        public OpenDiscussion {
            questions = List.copyOf(questions);
        }
    }

    /**
     * Give the tables more minutes.
     *
     * @param until when its time is up as the facilitator saw it
     */
    record ExtendDiscussion(ParticipantId by, Instant until, int minutes) implements Discuss {}

    record CloseDiscussion(ParticipantId by) implements Discuss {}

    /** Send one written on the spot. */
    record SendAdHocInject(ParticipantId by, AdHocInject inject) implements ExerciseCommand {}

    /**
     * Say that the caller has it.
     *
     * @param inject sequence of the entry that delivered it
     */
    record AcknowledgeInject(ParticipantId by, long inject, WrittenAt written) implements ExerciseCommand {
        /** With a connection all the while. */
        public AcknowledgeInject(ParticipantId by, long inject, Instant occurredAt) {
            this(by, inject, WrittenAt.online(occurredAt));
        }

        @Override
        public String content() {
            return "acknowledge " + inject;
        }
    }

    /** A number in the log and the mark of an answer, for an entry that another module records. */
    record LogReply(ParticipantId by, @Nullable Long inject, int actions, String lateReason, Instant occurredAt)
            implements ExerciseCommand {
        /** One that raises no action. */
        public LogReply(ParticipantId by, @Nullable Long inject, String lateReason, Instant occurredAt) {
            this(by, inject, 0, lateReason, occurredAt);
        }
    }

    /** The same from a loggist for somebody else, in whose cell's log it stands. */
    record LogReplyFor(
            ParticipantId by,
            ParticipantId maker,
            CellCode cell,
            @Nullable Long inject,
            int actions,
            String lateReason,
            Instant occurredAt)
            implements ExerciseCommand {}

    /**
     * Take part.
     *
     * @param cell null when the controller is to admit, or for staff
     */
    record JoinExercise(
            ParticipantId by,
            ExerciseRole role,
            @Nullable CellCode cell,
            String post,
            boolean admitted,
            String name,
            String organisation)
            implements ExerciseCommand {}

    /** A director gives somebody with an account a role. */
    record GiveRole(ParticipantId by, ParticipantId participant, ExerciseRole role, String name, String organisation)
            implements ExerciseCommand {}

    record AdmitParticipant(ParticipantId by, ParticipantId participant, CellCode cell, String post)
            implements ExerciseCommand {}

    record MoveParticipant(ParticipantId by, ParticipantId participant, CellCode cell, String post)
            implements ExerciseCommand {}

    /** A player's role goes to another player of the cell: by that player, or by a controller. */
    record HandOverRole(ParticipantId by, ParticipantId from, ParticipantId to) implements ExerciseCommand {}

    record EjectParticipant(ParticipantId by, ParticipantId participant, String reason) implements ExerciseCommand {}

    /** No duff. */
    record StopForRealIncident(ParticipantId by, String reason, Instant occurredAt) implements ExerciseCommand {
        @Override
        public String content() {
            return "stop " + reason;
        }
    }

    /** A drill of no duff. */
    record DrillNoDuff(ParticipantId by, String reason) implements ExerciseCommand {}

    /**
     * It is safe to go on, or the drill is over.
     *
     * @param waited what becomes of the injects that waited; without meaning outside play
     * @param laterMicros how much later the rest comes, where that is chosen
     */
    record ClearRealIncident(ParticipantId by, String reason, WaitedInjects waited, long laterMicros)
            implements ExerciseCommand {
        public ClearRealIncident(ParticipantId by, String reason) {
            this(by, reason, WaitedInjects.AS_PLANNED, 0);
        }
    }

    /**
     * Mark everything of it otherwise.
     *
     * @param seen how it was marked when they decided that
     */
    record ChangeMarking(ParticipantId by, Marking seen, Marking marking) implements ExerciseCommand {}

    /** Ask every player to confirm that they read this. */
    record StartCommsCheck(ParticipantId by) implements ExerciseCommand {}

    /**
     * Say that the comms check has been read.
     *
     * @param check sequence of the entry that started it
     */
    record ConfirmCommsCheck(ParticipantId by, long check, Instant occurredAt) implements ExerciseCommand {
        @Override
        public String content() {
            return "confirm comms check " + check;
        }
    }

    /** ENDEX. */
    record EndExercise(ParticipantId by, String reason) implements ExerciseCommand {}

    record SealExercise(ParticipantId by) implements ExerciseCommand {}

    /** The timer: what has fallen due is delivered. Harmless at any time and any number of times. */
    record Tick() implements ExerciseCommand {
        @Override
        public @Nullable ParticipantId by() {
            return null;
        }
    }
}
