package org.startex.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import tools.jackson.core.JacksonException;

/** What is asked and answered below {@code /play/api}, as {@code docs/protocol.md} writes it. */
final class JoinWords {
    private JoinWords() {}

    /** What does this code open? */
    record LookAtCode(@Nullable String code) {}

    /** Let me in. */
    record Join(
            @Nullable String code,
            @Nullable String name,
            @Nullable String organisation,
            @Nullable String role) {}

    /** I was in already; my phone is another. */
    record Rejoin(@Nullable String code, @Nullable String rejoinCode) {}

    /** I have a personal link. */
    record UseLink(@Nullable String link) {}

    /** I leave this browser. */
    record Leave(@Nullable String exercise) {}

    /**
     * What a code opens.
     *
     * @param cell null when the controller admits and gives the cell
     * @param you the name of a signed-in person, who joins as themselves
     */
    record Opened(
            ExerciseId exercise,
            String title,
            String marking,
            String codeWord,
            ServerMessage.@Nullable Named cell,
            List<ServerMessage.Named> roles,
            @Nullable String you) {
        Opened {
            roles = List.copyOf(roles);
        }
    }

    /**
     * Joined.
     *
     * @param rejoinCode told once; null for those who come back by signing in
     * @param token for machines alone; browsers have it in a cookie
     */
    record Joined(
            ExerciseId exercise,
            ParticipantId participant,
            @Nullable String rejoinCode,
            @Nullable String token) {}

    /**
     * Joined by a personal link.
     *
     * @param code the join code that goes with the rejoin code; null if none is open
     * @param token for machines alone; browsers have it in a cookie
     */
    record JoinedByLink(
            ExerciseId exercise,
            ParticipantId participant,
            @Nullable String code,
            String rejoinCode,
            @Nullable String token) {}

    /** The exercises this browser is in. */
    record Mine(List<Membership> exercises) {
        Mine {
            exercises = List.copyOf(exercises);
        }
    }

    /** One exercise this browser is in. */
    record Membership(ExerciseId exercise, String title, String name) {}

    /** What failed, with the text to show. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failed(String reason, String message, @Nullable Long retryAfterSeconds) {}

    /** A request that is not in the protocol. */
    static final class NotInProtocol extends Exception {
        private static final long serialVersionUID = 1;

        NotInProtocol() {
            super("", null, false, false);
        }
    }

    /** Reads a request's body. */
    static <T> T read(byte[] body, Class<T> type) throws NotInProtocol {
        try {
            T request = FeedJson.MAPPER.readValue(body, type);
            if (request == null) {
                throw new NotInProtocol();
            }
            return request;
        } catch (JacksonException notInProtocol) {
            throw new NotInProtocol();
        }
    }

    /** A text that was sent; empty if it was left out. */
    static String given(@Nullable String text) throws NotInProtocol {
        String given = text == null ? "" : text;
        if (!ClientFrame.storable(given)) {
            throw new NotInProtocol();
        }
        return given;
    }
}
