package org.startex.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.startex.kernel.ExerciseId;

/** Where a participant's token travels: in a cookie for its exercise, or from machines in the {@code Authorization} header. */
final class PlayToken {
    /** The beginning of the cookies' names; the exercise follows. */
    static final String COOKIE = "startex-play-";

    private static final String BEARER = "Bearer ";

    private PlayToken() {}

    /** The name of the cookie for an exercise. */
    static String cookie(ExerciseId exercise) {
        return COOKIE + exercise;
    }

    /** The token that came with a request. */
    static Optional<String> of(ExerciseId exercise, Map<String, List<String>> headers) {
        return bearer(values(headers, "Authorization").findFirst().orElse(""))
                .or(() -> values(headers, "Cookie")
                        .flatMap(header -> Arrays.stream(header.split(";")))
                        .map(String::strip)
                        .filter(pair -> pair.startsWith(cookie(exercise) + "="))
                        .map(pair -> pair.substring(pair.indexOf('=') + 1))
                        .findFirst());
    }

    /** What an {@code Authorization} header bears. */
    static Optional<String> bearer(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static Stream<String> values(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream());
    }
}
