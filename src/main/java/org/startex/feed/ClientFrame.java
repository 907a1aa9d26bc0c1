package org.startex.feed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.CellCode;
import org.startex.kernel.ClientId;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What came up in one frame, read strictly: anybody may send anything. */
sealed interface ClientFrame {
    /** In the protocol. What it asks may still be refused by the rules. */
    record Understood(ClientMessage message) implements ClientFrame {}

    /** An act that cannot be taken as it stands. The connection stays, and the page learns why. */
    record Faulty(ClientId clientId, Reason reason) implements ClientFrame {}

    /** Not in the protocol, and nobody to answer. */
    record Foreign() implements ClientFrame {}

    /** The most sequences in one receipt or decision. */
    int MOST_SEQUENCES = 500;

    /** The most actions of a decision. */
    int MOST_ACTIONS = 20;

    /** Reads a frame. */
    static ClientFrame read(String frame) {
        Fields fields;
        try {
            if (!(FeedJson.MAPPER.readTree(frame) instanceof ObjectNode object)) {
                return new Foreign();
            }
            fields = new Fields(object);
        } catch (JacksonException notJson) {
            return new Foreign();
        }
        Optional<ClientId> answerTo = fields.clientId();
        try {
            ClientMessage message = fields.message();
            fields.nothingElse();
            return new Understood(message);
        } catch (Fault fault) {
            return answerTo.<ClientFrame>map(id -> new Faulty(id, fault.reason)).orElseGet(Foreign::new);
        }
    }

    /** Whether a text can be stored: no NUL, no half of a character pair. */
    static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Ends the reading of a frame. */
    final class Fault extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Reason reason;

        Fault(String code, String field) {
            super(code, null, false, false);
            this.reason = Reason.of(code, field);
        }
    }

    /** The fields of one JSON object, each asked for once by name and form. */
    final class Fields {
        private static final long MOST = (1L << 53) - 1;

        private final ObjectNode object;
        private final Set<String> asked = new HashSet<>();

        Fields(ObjectNode object) {
            this.object = object;
        }

        Optional<ClientId> clientId() {
            return identified("clientId", ClientId::of);
        }

        private ParticipantId participant(String name) throws Fault {
            asked.add(name);
            return identified(name, ParticipantId::of).orElseThrow(() -> new Fault("not-in-protocol", name));
        }

        private <T> Optional<T> identified(String name, Function<String, T> read) {
            JsonNode node = object.get(name);
            // The canonical form only: UUID.fromString also takes shorter ones.
            if (node == null || !node.isString() || node.stringValue().length() != 36) {
                return Optional.empty();
            }
            try {
                return Optional.of(read.apply(node.stringValue()));
            } catch (IllegalArgumentException notAnId) {
                return Optional.empty();
            }
        }

        ClientMessage message() throws Fault {
            return switch (text("type")) {
                case "resume" -> new ClientMessage.Resume(whole("lastSeq"));
                case "received" -> new ClientMessage.Received(sequences("seqs"));
                case "seen" -> new ClientMessage.Seen(sequences("seqs"));
                case "acknowledge" ->
                    new ClientMessage.Acknowledge(
                            id(), whole("inject"), whole("written"), whole("sent"), flag("offline"));
                case "decision" -> decision();
                case "message" -> written();
                case "answer" ->
                    new ClientMessage.TableAnswer(
                            id(),
                            small("move"),
                            small("number"),
                            small("base"),
                            text("answer"),
                            whole("written"),
                            whole("sent"),
                            flag("offline"));
                case "standBy" -> new ClientMessage.StandBy(id(), whole("decision"), whole("written"), whole("sent"));
                case "dispute" ->
                    new ClientMessage.Dispute(id(), whole("decision"), text("reason"), whole("written"), whole("sent"));
                case "noDuff" -> new ClientMessage.NoDuff(id(), text("reason"), whole("written"), whole("sent"));
                case "confirm" -> new ClientMessage.Confirm(id(), whole("check"), whole("written"), whole("sent"));
                case "colleagues" -> new ClientMessage.Colleagues();
                case "handOver" -> new ClientMessage.HandOver(id(), participant("to"), whole("written"), whole("sent"));
                default -> throw new Fault("not-in-protocol", "type");
            };
        }

        private ClientMessage decision() throws Fault {
            return new ClientMessage.Decision(
                    id(),
                    wholeOrNull("inReplyTo"),
                    text("decision"),
                    text("rationale"),
                    sequences("reliedOn"),
                    text("options"),
                    text("expectedEffect"),
                    actions(),
                    textOrNull("lateReason"),
                    whole("written"),
                    whole("sent"),
                    flag("offline"));
        }

        private ClientMessage written() throws Fault {
            String to = text("to");
            String cell = textOrNull("cell");
            String body = textOrNull("body");
            boolean formed = switch (to) {
                case "control" -> cell == null && body == null;
                case "cell" -> cell != null && CellCode.isOne(cell) && body == null;
                case "body" -> cell == null && body != null;
                default -> false;
            };
            if (!formed) {
                throw new Fault("not-in-protocol", "to");
            }
            return new ClientMessage.Message(
                    id(),
                    to,
                    cell,
                    body,
                    wholeOrNull("inReplyTo"),
                    wholeOrNull("inject"),
                    text("text"),
                    whole("written"),
                    whole("sent"),
                    flag("offline"));
        }

        private List<ClientMessage.Action> actions() throws Fault {
            List<ClientMessage.Action> actions = new ArrayList<>();
            for (JsonNode node : list("actions", MOST_ACTIONS)) {
                if (!(node instanceof ObjectNode action)) {
                    throw new Fault("not-in-protocol", "actions");
                }
                Fields fields = new Fields(action);
                actions.add(new ClientMessage.Action(fields.text("text"), fields.text("owner"), fields.text("due")));
                fields.nothingElse();
            }
            return actions;
        }

        private ClientId id() throws Fault {
            asked.add("clientId");
            return clientId().orElseThrow(() -> new Fault("not-in-protocol", "clientId"));
        }

        String text(String name) throws Fault {
            String text = textOrNull(name);
            if (text == null) {
                throw new Fault("not-in-protocol", name);
            }
            return text;
        }

        @Nullable
        String textOrNull(String name) throws Fault {
            JsonNode node = node(name);
            if (node == null || node.isNull()) {
                return null;
            }
            if (!node.isString()) {
                throw new Fault("not-in-protocol", name);
            }
            if (!storable(node.stringValue())) {
                throw new Fault("bad-text", name);
            }
            return node.stringValue();
        }

        private int small(String name) throws Fault {
            long value = whole(name);
            if (value > Integer.MAX_VALUE) {
                throw new Fault("not-in-protocol", name);
            }
            return (int) value;
        }

        long whole(String name) throws Fault {
            return whole(node(name), name);
        }

        private @Nullable Long wholeOrNull(String name) throws Fault {
            JsonNode node = node(name);
            return node == null || node.isNull() ? null : whole(node, name);
        }

        private List<Long> sequences(String name) throws Fault {
            List<Long> sequences = new ArrayList<>();
            for (JsonNode node : list(name, MOST_SEQUENCES)) {
                sequences.add(whole(node, name));
            }
            return sequences;
        }

        private Iterable<JsonNode> list(String name, int most) throws Fault {
            JsonNode node = node(name);
            if (node == null || !node.isArray()) {
                throw new Fault("not-in-protocol", name);
            }
            if (node.size() > most) {
                throw new Fault("too-long", name);
            }
            return node;
        }

        private static long whole(@Nullable JsonNode node, String name) throws Fault {
            if (node == null || !node.isIntegralNumber() || !node.canConvertToLong()) {
                throw new Fault("not-in-protocol", name);
            }
            long value = node.longValue();
            if (value < 0 || value > MOST) {
                throw new Fault("not-in-protocol", name);
            }
            return value;
        }

        /** Left out, it is false. */
        private boolean flag(String name) throws Fault {
            JsonNode node = node(name);
            if (node != null && !node.isBoolean()) {
                throw new Fault("not-in-protocol", name);
            }
            return node != null && node.booleanValue();
        }

        private @Nullable JsonNode node(String name) {
            asked.add(name);
            return object.get(name);
        }

        void nothingElse() throws Fault {
            for (String name : object.propertyNames()) {
                if (!asked.contains(name)) {
                    throw new Fault("not-in-protocol", "");
                }
            }
        }
    }
}
