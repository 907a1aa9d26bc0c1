package org.startex.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;

/** What the server tells a player's page: one JSON object per frame, told apart by {@code type}. Written down in {@code docs/protocol.md}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "welcome", value = ServerMessage.Welcome.class),
    @JsonSubTypes.Type(name = "clock", value = ServerMessage.ClockReading.class),
    @JsonSubTypes.Type(name = "entry", value = ServerMessage.Entry.class),
    @JsonSubTypes.Type(name = "entries", value = ServerMessage.Entries.class),
    @JsonSubTypes.Type(name = "upTo", value = ServerMessage.UpTo.class),
    @JsonSubTypes.Type(name = "done", value = ServerMessage.Done.class),
    @JsonSubTypes.Type(name = "refused", value = ServerMessage.Refused.class),
    @JsonSubTypes.Type(name = "busy", value = ServerMessage.Busy.class),
    @JsonSubTypes.Type(name = "resync", value = ServerMessage.Resync.class),
    @JsonSubTypes.Type(name = "colleagues", value = ServerMessage.Colleagues.class)
})
sealed interface ServerMessage {
    /** A thing with a code and the words for it: a cell, a role. */
    record Named(String code, String title) {}

    /** Who the page is. */
    record You(
            ParticipantId participant,
            String name,
            String organisation,
            @Nullable Named cell,
            @Nullable Named role,
            boolean admitted,
            boolean account) {}

    /**
     * Whom the page's participant may write to, beside control.
     *
     * @param bodies outside bodies that the scenario names; others may be asked too
     */
    record Contacts(List<Named> cells, List<String> bodies) {
        public Contacts {
            cells = List.copyOf(cells);
            bodies = List.copyOf(bodies);
        }
    }

    /**
     * Who you are, and all that does not come as an entry. Answers {@code resume}, and comes again when any of it changes.
     *
     * @param drill whether play stands for a drill of no duff alone; whoever is not let in yet gets no entry that says so
     */
    record Welcome(
            ExerciseId exercise,
            String title,
            String marking,
            String codeWord,
            You you,
            String state,
            boolean drill,
            List<String> noDuffLines,
            Contacts contacts,
            List<String> reduced)
            implements ServerMessage {
        public Welcome {
            noDuffLines = List.copyOf(noDuffLines);
            reduced = List.copyOf(reduced);
        }
    }

    /** The exercise clock, read once; the page draws it from here on. */
    record ClockReading(
            boolean running,
            long elapsedMicros,
            int pacePercent,
            Instant serverNow,
            LocalDateTime startTime,
            long lengthMicros)
            implements ServerMessage {}

    /**
     * An entry of the record that the player may read.
     *
     * @param coversFrom the first sequence this frame covers: nothing from there to {@code seq} but this was for the page
     * @param at exercise time in microseconds, or null before STARTEX
     * @param by the name to show, or null for the program
     * @param mine whether the page's own participant made it
     */
    record Entry(
            long seq,
            long coversFrom,
            @Nullable Long at,
            Instant recordedAt,
            @Nullable String by,
            boolean mine,

            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "kind")
            Body body)
            implements ServerMessage {}

    /** Several entries, in order, each of which covers on from the one before. */
    record Entries(List<Entry> entries) implements ServerMessage {
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /** Nothing for the page up to here. */
    record UpTo(long seq) implements ServerMessage {}

    /** The act is recorded. */
    record Done(ClientId clientId, long seq) implements ServerMessage {}

    /** The act is refused; nothing of it is recorded. */
    record Refused(
            ClientId clientId, String reason, @Nullable String field, String message) implements ServerMessage {}

    /** The record cannot be reached; the page keeps the act and sends it again. */
    record Busy(ClientId clientId, int retryAfterSeconds, String message) implements ServerMessage {}

    /** What the page may see has changed: it drops its feed and resumes from 0. */
    record Resync(String reason) implements ServerMessage {}

    /** Somebody of the page's own cell. */
    record Colleague(ParticipantId participant, String name) {}

    /** Who could take over the role of the page's participant, by name; nobody if they hold none. */
    record Colleagues(List<Colleague> people) implements ServerMessage {
        public Colleagues {
            people = List.copyOf(people);
        }
    }

    /** What an entry says, by its kind. */
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "inject", value = Inject.class),
        @JsonSubTypes.Type(name = "recalled", value = Recalled.class),
        @JsonSubTypes.Type(name = "corrected", value = Corrected.class),
        @JsonSubTypes.Type(name = "acknowledgement", value = Acknowledgement.class),
        @JsonSubTypes.Type(name = "decision", value = Decision.class),
        @JsonSubTypes.Type(name = "message", value = Message.class),
        @JsonSubTypes.Type(name = "confirmed", value = Confirmed.class),
        @JsonSubTypes.Type(name = "disputed", value = Disputed.class),
        @JsonSubTypes.Type(name = "noDuff", value = NoDuff.class),
        @JsonSubTypes.Type(name = "commsCheck", value = CommsCheck.class),
        @JsonSubTypes.Type(name = "commsConfirmed", value = CommsConfirmed.class),
        @JsonSubTypes.Type(name = "cleared", value = Cleared.class),
        @JsonSubTypes.Type(name = "started", value = Started.class),
        @JsonSubTypes.Type(name = "paused", value = Paused.class),
        @JsonSubTypes.Type(name = "resumed", value = Resumed.class),
        @JsonSubTypes.Type(name = "pace", value = Pace.class),
        @JsonSubTypes.Type(name = "jumped", value = Jumped.class),
        @JsonSubTypes.Type(name = "moveBegun", value = MoveBegun.class),
        @JsonSubTypes.Type(name = "moveEnded", value = MoveEnded.class),
        @JsonSubTypes.Type(name = "discussion", value = Discussion.class),
        @JsonSubTypes.Type(name = "question", value = Question.class),
        @JsonSubTypes.Type(name = "answer", value = TableAnswer.class),
        @JsonSubTypes.Type(name = "ended", value = Ended.class),
        @JsonSubTypes.Type(name = "sealed", value = Sealed.class)
    })
    sealed interface Body {}

    /** A file that comes with an inject. */
    record Attachment(String name, String mediaType, long bytes, String alt) {}

    /**
     * An inject delivered.
     *
     * @param number its number in the MSEL, or null for an ad-hoc inject
     * @param html safe to show
     * @param latenessMicros real time from when it was due until it was recorded; 0 if a controller sent it
     * @param acknowledged when the page's own participant acknowledged it, in real time
     */
    record Inject(
            @Nullable String number,
            String title,
            String from,
            List<String> to,
            String channel,
            String html,
            List<Attachment> attachments,
            long latenessMicros,
            @Nullable Instant acknowledged)
            implements Body {
        public Inject {
            to = List.copyOf(to);
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * Somebody of the cell acknowledged the inject that the entry with this sequence delivered.
     *
     * @param occurredAt when they did, only where it was entered late because the network was down; else null and left out, for these are many
     */
    record Acknowledgement(
            long inject,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant occurredAt) implements Body {}

    /** The inject that the entry with this sequence delivered does not count any more. */
    record Recalled(long inject) implements Body {}

    /**
     * The inject that the entry with this sequence delivered says something else.
     *
     * @param html what it says instead, safe to show
     */
    record Corrected(long inject, String html) implements Body {}

    /** Something to do that a decision brings. */
    record Action(String text, String owner, String due) {}

    /** Whose decision a loggist logged. */
    record Maker(ParticipantId participant, String name) {}

    /**
     * A decision of the cell.
     *
     * @param late why it was logged after ENDEX, or null
     * @param offline whether it was entered late because the network was down
     * @param maker whose decision it is, if a loggist logged it; else null
     */
    record Decision(
            int number,
            @Nullable Long inReplyTo,
            String decision,
            String rationale,
            List<Long> reliedOn,
            String options,
            String expectedEffect,
            List<Action> actions,
            Instant occurredAt,
            @Nullable String late,
            boolean offline,
            @Nullable Maker maker)
            implements Body {
        public Decision {
            reliedOn = List.copyOf(reliedOn);
            actions = List.copyOf(actions);
        }
    }

    /**
     * Who writes or is written to.
     *
     * @param kind {@code control}, {@code cell}, {@code person}, {@code everybody} or {@code body}
     * @param code a cell's code, else null
     * @param title the name to show: of the cell, the person or the body; empty for control and everybody
     */
    record Party(String kind, @Nullable String code, String title) {}

    /**
     * A message, a request to an outside body, or what came of one.
     *
     * @param sort {@code message}, {@code request}, {@code answer} or {@code declined}
     * @param thread sequence of the message that began the thread: this one's own if it did
     * @param inReplyTo sequence of the message or request that it answers, or null
     * @param inject sequence of the inject that it answers, or null
     * @param late whether it was written before ENDEX and arrived after it
     */
    record Message(
            String sort,
            Party from,
            Party to,
            long thread,
            @Nullable Long inReplyTo,
            @Nullable Long inject,
            String text,
            Instant occurredAt,
            boolean late,
            boolean offline)
            implements Body {}

    /** The maker stands by the decision of the entry with this sequence, which a loggist logged. */
    record Confirmed(long decision) implements Body {}

    /** The maker did not decide so, and says why. */
    record Disputed(long decision, String reason) implements Body {}

    /**
     * Play is stopped for a real incident.
     *
     * @param drill whether it is only a drill
     */
    record NoDuff(String reason, @Nullable String byRole, boolean drill) implements Body {}

    /** Every player is asked to confirm that they read this: the exercise's comms check with this number. */
    record CommsCheck(int number) implements Body {}

    /** The page's own participant confirmed the comms check that the entry with this sequence started. */
    record CommsConfirmed(long check) implements Body {}

    /** The real incident is over. */
    record Cleared(String reason) implements Body {}

    /** STARTEX. */
    record Started(String reason) implements Body {}

    /** The clock stands. */
    record Paused(String reason) implements Body {}

    /** The clock runs again. */
    record Resumed(String reason) implements Body {}

    /** The clock runs faster or slower. */
    record Pace(String reason) implements Body {}

    /**
     * The clock has jumped forward.
     *
     * @param to exercise time after it, in microseconds
     */
    record Jumped(long to) implements Body {}

    /** The facilitator has begun a move. */
    record MoveBegun(int move, String title) implements Body {}

    /** The story has come to the end of a move and waits. */
    record MoveEnded(int move, String title) implements Body {}

    /**
     * The discussion of a move was opened, extended or closed.
     *
     * @param until when its time is up, or was
     */
    record Discussion(int move, Instant until, boolean closed) implements Body {}

    /**
     * A question for the page's table.
     *
     * @param html safe to show
     */
    record Question(int move, int number, String html) implements Body {}

    /**
     * What the page's table answers; it stands in place of the version before.
     *
     * @param late whether it was written when the discussion was over
     * @param offline whether it was entered late because the network was down
     */
    record TableAnswer(
            int move, int number, int version, String text, Instant occurredAt, boolean late, boolean offline)
            implements Body {}

    /** ENDEX. */
    record Ended(String reason) implements Body {}

    /** The record takes no more. */
    record Sealed(String reason) implements Body {}
}
