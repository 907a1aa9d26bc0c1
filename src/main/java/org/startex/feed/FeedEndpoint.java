package org.startex.feed;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.startex.conduct.ReceiptService;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PublicAddress;
import org.startex.people.Caller;
import org.startex.people.ParticipantName;
import org.startex.people.ParticipantRegister;

/** Where pages connect: {@code /ws/feed?exercise=...}. One for all; what belongs to a connection is in its {@link FeedSocket}. */
final class FeedEndpoint extends Endpoint {
    static final String SUBPROTOCOL = "startex.feed.v1";

    /** The largest frame that a page may send, in bytes. */
    static final int LARGEST_FRAME = 64 * 1024;

    /** Under which the token that came with the handshake is kept; absent if none came. */
    static final String TOKEN = "startex.token";

    private static final Logger LOG = LoggerFactory.getLogger(FeedEndpoint.class);
    private static final String SOCKET = "startex.socket";
    private static final int FRAMES_A_SECOND = 20;
    private static final int FRAMES_AT_ONCE = 60;

    private final FeedHub hub;
    private final PlayerActs acts;
    private final ReceiptService receipts;
    private final ParticipantRegister register;
    private final PublicAddress address;

    FeedEndpoint(
            FeedHub hub,
            PlayerActs acts,
            ReceiptService receipts,
            ParticipantRegister register,
            PublicAddress address) {
        this.hub = hub;
        this.acts = acts;
        this.receipts = receipts;
        this.register = register;
        this.address = address;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxIdleTimeout(0);
        session.getAsyncRemote().setSendTimeout(hub.rhythm().send().toMillis());
        try {
            if (!SUBPROTOCOL.equals(session.getNegotiatedSubprotocol())) {
                end(session, Ending.OTHER_VERSION);
                return;
            }
            Optional<FeedSocket> socket = admit(session, config);
            if (socket.isPresent()) {
                open(session, socket.get());
            } else {
                end(session, Ending.NO_TOKEN);
            }
        } catch (RuntimeException away) {
            LOG.warn("a page could not be connected: {}", away.toString());
            end(session, Ending.RESTART);
        }
    }

    private Optional<FeedSocket> admit(Session session, EndpointConfig config) {
        Optional<ExerciseId> exercise = exercise(session);
        if (exercise.isEmpty() || !(config.getUserProperties().get(TOKEN) instanceof String token)) {
            return Optional.empty();
        }
        return register.byToken(token)
                .filter(caller -> caller.exercise().equals(exercise.get()))
                .map(caller -> socket(session, caller, token));
    }

    private FeedSocket socket(Session session, Caller.Joined caller, String token) {
        ParticipantId participant = caller.participant();
        return new FeedSocket(
                session,
                caller,
                token,
                register.name(caller.exercise(), participant).orElseGet(() -> new ParticipantName(participant, "", "")),
                register.personOf(caller.exercise(), participant).isPresent(),
                !session.isSecure() && !address.loopback(),
                session.getRequestParameterMap()
                        .getOrDefault("gathered", List.of())
                        .contains("true"));
    }

    /** The exercise that the address names; empty if it names none. */
    static Optional<ExerciseId> exercise(Map<String, List<String>> parameters) {
        List<String> values = parameters.getOrDefault("exercise", List.of());
        try {
            return values.size() == 1 && values.getFirst().length() == 36
                    ? Optional.of(ExerciseId.of(values.getFirst()))
                    : Optional.empty();
        } catch (IllegalArgumentException notAnExercise) {
            return Optional.empty();
        }
    }

    private static Optional<ExerciseId> exercise(Session session) {
        return exercise(session.getRequestParameterMap());
    }

    private void open(Session session, FeedSocket socket) {
        session.getUserProperties().put(SOCKET, socket);
        Frames frames = new Frames(socket, new ReceiptBox(socket, receipts));
        session.addMessageHandler(String.class, frames);
        session.addMessageHandler(
                ByteBuffer.class, (part, last) -> socket.outlet().end(Ending.NOT_IN_PROTOCOL));
        session.addMessageHandler(PongMessage.class, pong -> hub.heard(socket));
        hub.opened(socket);
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        if (session.getUserProperties().get(SOCKET) instanceof FeedSocket socket) {
            socket.outlet().end(Ending.RESTART);
            hub.closed(socket);
        }
    }

    /** A page that goes without a word, as phones do, is nothing to report. */
    @Override
    public void onError(Session session, Throwable failure) {
        LOG.debug("a connection failed", failure);
    }

    private static void end(Session session, Ending ending) {
        try {
            session.close(ending.reason());
        } catch (IOException gone) {
            LOG.debug("a page left before it was refused", gone);
        }
    }

    /** What one page sends, put together from the parts in which it comes. */
    private final class Frames implements MessageHandler.Partial<String> {
        private final FeedSocket socket;
        private final ReceiptBox box;
        private final FrameAllowance allowance = new FrameAllowance(FRAMES_A_SECOND, FRAMES_AT_ONCE, System.nanoTime());
        private @Nullable StringBuilder parts;

        Frames(FeedSocket socket, ReceiptBox box) {
            this.socket = socket;
            this.box = box;
        }

        @Override
        public void onMessage(String part, boolean last) {
            if (socket.outlet().ended()) {
                return;
            }
            StringBuilder frame = parts == null ? new StringBuilder() : parts;
            frame.append(part);
            if (frame.length() > LARGEST_FRAME) {
                socket.outlet().end(Ending.NOT_IN_PROTOCOL);
                return;
            }
            parts = last ? null : frame;
            if (last) {
                whole(frame.toString());
            }
        }

        private void whole(String frame) {
            hub.heard(socket);
            if (!allowance.take(System.nanoTime())) {
                socket.outlet().end(Ending.TOO_MANY_FRAMES);
            } else if (frame.length() * 3 > LARGEST_FRAME
                    && frame.getBytes(StandardCharsets.UTF_8).length > LARGEST_FRAME) {
                socket.outlet().end(Ending.NOT_IN_PROTOCOL);
            } else {
                understand(ClientFrame.read(frame));
            }
        }

        private void understand(ClientFrame frame) {
            switch (frame) {
                case ClientFrame.Understood(ClientMessage message) -> obey(message);
                case ClientFrame.Faulty faulty -> acts.refuse(socket, faulty.clientId(), faulty.reason());
                case ClientFrame.Foreign foreign -> socket.outlet().end(Ending.NOT_IN_PROTOCOL);
            }
        }

        private void obey(ClientMessage message) {
            switch (message) {
                case ClientMessage.Resume resume -> hub.resume(socket, resume.lastSeq());
                case ClientMessage.Received received -> box.received(received.seqs());
                case ClientMessage.Seen seen -> box.seen(seen.seqs());
                case ClientMessage.Colleagues asked -> hub.colleagues(socket);
                case ClientMessage.Act act -> acts.take(socket, act);
            }
        }
    }
}
