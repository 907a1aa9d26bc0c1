package org.startex.feed;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Place;
import org.startex.conduct.Plan;
import org.startex.conduct.SentFromPage;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Fact;
import org.startex.ledger.LedgerEntry;
import org.startex.logbook.Message;
import org.startex.logbook.Party;

/** What a player's page is told of messages. Pure. */
final class MessageBodies {
    private MessageBodies() {}

    /** Whether whoever made the entry is not named to players: a body outside the exercise speaks, not the controller who plays it. */
    static boolean unnamed(Fact fact) {
        return fact instanceof Message message && message.from().kind() == Party.Kind.BODY;
    }

    static ServerMessage.Message of(
            Message message, LedgerEntry entry, Plan plan, Function<ParticipantId, String> nameOf) {
        Long thread = message.thread();
        return new ServerMessage.Message(
                switch (message) {
                    case Message.Sent s -> "message";
                    case Message.Requested r -> "request";
                    case Message.Answered a -> "answer";
                    case Message.Declined d -> "declined";
                },
                party(message.from(), message, plan, nameOf),
                party(message.to(), message, plan, nameOf),
                thread == null ? entry.seq() : thread,
                answered(message),
                message instanceof Message.Sent sent ? sent.inject() : null,
                message.words().text(),
                entry.occurredAt(),
                late(message),
                message instanceof SentFromPage sent && sent.enteredLate());
    }

    private static @Nullable Long answered(Message message) {
        return switch (message) {
            case Message.Sent s -> s.inReplyTo();
            case Message.Requested r -> r.inReplyTo();
            case Message.Answered a -> a.request();
            case Message.Declined d -> d.request();
        };
    }

    private static boolean late(Message message) {
        return switch (message) {
            case Message.Sent s -> s.late();
            case Message.Requested r -> r.late();
            case Message.Answered a -> false;
            case Message.Declined d -> false;
        };
    }

    private static ServerMessage.Party party(
            Party party, Message message, Plan plan, Function<ParticipantId, String> nameOf) {
        return switch (party.kind()) {
            case CONTROL -> new ServerMessage.Party("control", null, "");
            case EVERYBODY -> new ServerMessage.Party("everybody", null, "");
            case BODY -> new ServerMessage.Party("body", null, message.words().body());
            case PERSON ->
                new ServerMessage.Party(
                        "person", null, nameOf.apply(party.thePerson().orElseThrow()));
            case CELL ->
                new ServerMessage.Party(
                        "cell",
                        party.theCell().orElseThrow().value(),
                        party.theCell()
                                .flatMap(plan::place)
                                .map(Place::title)
                                .orElse(party.theCell().orElseThrow().value()));
        };
    }
}
