package org.startex.conduct;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Reason;

/** What joining asks and answers. */
public final class Joining {
    private Joining() {}

    /**
     * Somebody would join.
     *
     * @param post the role in the cell, or empty
     * @param address the network address the request came from, for the throttle
     */
    public record Request(String code, String name, String organisation, String post, String address) {}

    /** What a code opens, or why it opens nothing. */
    public sealed interface Offer {
        /**
         * The code opens an exercise.
         *
         * @param place the cell, or empty when a controller admits
         * @param you the name under which a signed-in person would join
         */
        record Open(
                ExerciseId exercise,
                String title,
                String marking,
                String codeWord,
                Optional<Place> place,
                Optional<String> you)
                implements Offer {
            /** Roles to choose from. */
            public List<Post> posts() {
                return place.map(Place::posts).orElse(List.of());
            }
        }

        /**
         * It opens nothing.
         *
         * @param retryAfter how long to wait, zero when waiting does not help
         */
        record Closed(Reason reason, Duration retryAfter) implements Offer {}
    }

    /**
     * What came of using a personal link.
     *
     * @param code a join code that goes with the rejoin code; empty if none is open
     */
    public record ByLink(Result result, String code) {}

    /** Who joined, or why nobody did. */
    public sealed interface Result {
        /**
         * Joined, now or before under the same request.
         *
         * @param token proves who the page is; told once
         * @param rejoinCode brings a lost or changed phone back; told once
         */
        record Joined(ExerciseId exercise, ParticipantId participant, String token, String rejoinCode)
                implements Result {}

        /**
         * Nobody joined.
         *
         * @param retryAfter how long to wait, zero when waiting does not help
         */
        record NotJoined(Reason reason, Duration retryAfter) implements Result {}
    }
}
