package org.startex.feed;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ClientId;
import org.startex.kernel.ParticipantId;

/** What a player's page tells the server: one JSON object per frame, told apart by {@code type}. Written down in {@code docs/protocol.md}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "resume", value = ClientMessage.Resume.class),
    @JsonSubTypes.Type(name = "received", value = ClientMessage.Received.class),
    @JsonSubTypes.Type(name = "seen", value = ClientMessage.Seen.class),
    @JsonSubTypes.Type(name = "acknowledge", value = ClientMessage.Acknowledge.class),
    @JsonSubTypes.Type(name = "decision", value = ClientMessage.Decision.class),
    @JsonSubTypes.Type(name = "message", value = ClientMessage.Message.class),
    @JsonSubTypes.Type(name = "answer", value = ClientMessage.TableAnswer.class),
    @JsonSubTypes.Type(name = "noDuff", value = ClientMessage.NoDuff.class),
    @JsonSubTypes.Type(name = "standBy", value = ClientMessage.StandBy.class),
    @JsonSubTypes.Type(name = "dispute", value = ClientMessage.Dispute.class),
    @JsonSubTypes.Type(name = "confirm", value = ClientMessage.Confirm.class),
    @JsonSubTypes.Type(name = "colleagues", value = ClientMessage.Colleagues.class),
    @JsonSubTypes.Type(name = "handOver", value = ClientMessage.HandOver.class)
})
sealed interface ClientMessage {
    /** Send what comes after this sequence; 0 for everything. */
    record Resume(long lastSeq) implements ClientMessage {}

    /** The page has these entries. */
    record Received(List<Long> seqs) implements ClientMessage {
        public Received {
            seqs = List.copyOf(seqs);
        }
    }

    /** These entries were on the screen. */
    record Seen(List<Long> seqs) implements ClientMessage {
        public Seen {
            seqs = List.copyOf(seqs);
        }
    }

    /** Say who of the cell could take over the player's role. */
    record Colleagues() implements ClientMessage {}

    /** What a person does. Sent twice with the same id, it acts once. */
    sealed interface Act extends ClientMessage {
        /** The act's own id, made by the page. */
        ClientId clientId();

        /** The page's wall time when the person acted, in epoch milliseconds, however wrong. */
        long written();

        /** The page's wall time when this frame left. */
        long sent();
    }

    /**
     * The player takes note of an inject.
     *
     * @param offline whether the page had no connection between writing and sending
     */
    record Acknowledge(ClientId clientId, long inject, long written, long sent, boolean offline) implements Act {}

    /** Something to do that a decision brings. */
    record Action(String text, String owner, String due) {}

    /**
     * The player decides.
     *
     * @param offline whether the page had no connection between writing and sending
     */
    record Decision(
            ClientId clientId,
            @Nullable Long inReplyTo,
            String decision,
            String rationale,
            List<Long> reliedOn,
            String options,
            String expectedEffect,
            List<Action> actions,
            @Nullable String lateReason,
            long written,
            long sent,
            boolean offline)
            implements Act {
        public Decision {
            reliedOn = List.copyOf(reliedOn);
            actions = List.copyOf(actions);
        }
    }

    /**
     * The player writes to somebody.
     *
     * @param to {@code control}, {@code cell} or {@code body}
     * @param cell the cell's code, else null
     * @param body the name of the outside body that is asked, else null
     * @param offline whether the page had no connection between writing and sending
     */
    record Message(
            ClientId clientId,
            String to,
            @Nullable String cell,
            @Nullable String body,
            @Nullable Long inReplyTo,
            @Nullable Long inject,
            String text,
            long written,
            long sent,
            boolean offline)
            implements Act {}

    /** The player confirms a comms check. */
    record Confirm(ClientId clientId, long check, long written, long sent) implements Act {}

    /**
     * The player writes down what the table answers.
     *
     * @param base the version that the writer had before them, 0 for none
     * @param offline whether the page had no connection between writing and sending
     */
    record TableAnswer(
            ClientId clientId, int move, int number, int base, String answer, long written, long sent, boolean offline)
            implements Act {}

    /** The player stands by what a loggist logged for them. */
    record StandBy(ClientId clientId, long decision, long written, long sent) implements Act {}

    /** The player did not decide what a loggist logged for them. */
    record Dispute(ClientId clientId, long decision, String reason, long written, long sent) implements Act {}

    /** The player hands over their role to a colleague of their cell. */
    record HandOver(ClientId clientId, ParticipantId to, long written, long sent) implements Act {}

    /** Somebody stops play for a real incident. */
    record NoDuff(ClientId clientId, String reason, long written, long sent) implements Act {}
}
