package org.startex.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.Texts;
import org.startex.ledger.Reason;

/** How requests below {@code /play/api} are read and answered. */
final class PlayReplies {
    private static final String THROTTLED = "throttled";
    private static final Texts TEXTS = Texts.of("feed");

    private PlayReplies() {}

    /** The body of a request, if it is no longer than this. */
    static byte[] body(HttpServletRequest request, int longest) throws IOException, JoinWords.NotInProtocol {
        byte[] body = request.getInputStream().readNBytes(longest + 1);
        if (body.length > longest) {
            throw new JoinWords.NotInProtocol();
        }
        return body;
    }

    /** The exercise that a path or a body names. */
    static Optional<ExerciseId> exercise(String text) {
        try {
            return text.length() == 36 ? Optional.of(ExerciseId.of(text)) : Optional.empty();
        } catch (IllegalArgumentException notAnExercise) {
            return Optional.empty();
        }
    }

    static ResponseEntity<String> answer(Object words, HttpHeaders headers) {
        return ResponseEntity.ok()
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(FeedJson.MAPPER.writeValueAsString(words));
    }

    static ResponseEntity<String> failed(Reason reason, Duration retryAfter) {
        if (!retryAfter.isPositive()) {
            return failed(status(reason), reason);
        }
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        String message = reason.code().equals(THROTTLED) ? TEXTS.get("throttled.wait", seconds) : reason.message();
        return failed(status(reason), new JoinWords.Failed(reason.code(), message, seconds));
    }

    static ResponseEntity<String> failed(HttpStatus status, Reason reason) {
        return failed(status, new JoinWords.Failed(reason.code(), reason.message(), null));
    }

    private static ResponseEntity<String> failed(HttpStatus status, JoinWords.Failed words) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        Long seconds = words.retryAfterSeconds();
        if (seconds != null) {
            response.header(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return response.body(FeedJson.MAPPER.writeValueAsString(words));
    }

    private static HttpStatus status(Reason reason) {
        return switch (reason.code()) {
            case "unknown-code", "unknown-link", "unknown-rejoin-code" -> HttpStatus.NOT_FOUND;
            case "expired-code", "expired-link", "exercise-over", "sealed", "hot-debrief-closed" -> HttpStatus.GONE;
            case THROTTLED -> HttpStatus.TOO_MANY_REQUESTS;
            case "ejected", "staff-do-not-play", "not-admitted" -> HttpStatus.FORBIDDEN;
            case "name-taken", "already-joined", "hot-debrief-answered" -> HttpStatus.CONFLICT;
            case "record-away" -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
