package org.startex.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.startex.debrief.HotAnswer;
import org.startex.debrief.HotDebriefResult;
import org.startex.debrief.HotDebriefService;
import org.startex.ledger.Reason;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;

/** The hot debrief on a participant's own page, as {@code docs/protocol.md} writes it. What was answered is never logged. */
@RestController
@RequestMapping(path = "/play/api/hot-debrief/{exercise}", produces = MediaType.APPLICATION_JSON_VALUE)
class HotDebriefController {
    private static final int LARGEST_REQUEST = 64 * 1024;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(3);

    private final HotDebriefService debriefs;
    private final PlayPages pages;
    private final FailedRequests failures;

    HotDebriefController(HotDebriefService debriefs, PlayPages pages, FailedRequests failures) {
        this.debriefs = debriefs;
        this.pages = pages;
        this.failures = failures;
    }

    @GetMapping
    ResponseEntity<String> look(HttpServletRequest request, @PathVariable String exercise) {
        return caller(request, exercise).map(this::standing).orElseGet(HotDebriefController::stranger);
    }

    @PostMapping
    ResponseEntity<String> answer(HttpServletRequest request, @PathVariable String exercise)
            throws IOException, JoinWords.NotInProtocol {
        HotAnswer answer = JoinWords.read(PlayReplies.body(request, LARGEST_REQUEST), HotDebriefWords.Answer.class)
                .read();
        Optional<Caller.Joined> caller = caller(request, exercise);
        if (caller.isEmpty()) {
            return stranger();
        }
        return switch (debriefs.answer(caller.get(), caller.get().exercise(), answer)) {
            case HotDebriefResult.Done done -> standing(caller.get());
            case HotDebriefResult.Refused refused -> PlayReplies.failed(refused.reason(), Duration.ZERO);
        };
    }

    private Optional<Caller.Joined> caller(HttpServletRequest request, String exercise) {
        return PlayReplies.exercise(exercise).flatMap(id -> pages.caller(request, id));
    }

    private ResponseEntity<String> standing(Caller.Joined caller) {
        return PlayReplies.answer(
                HotDebriefWords.Standing.of(debriefs.hotDebrief(caller, caller.exercise())), HttpHeaders.EMPTY);
    }

    private static ResponseEntity<String> stranger() {
        return PlayReplies.failed(HttpStatus.UNAUTHORIZED, Reason.of("no-token"));
    }

    @ExceptionHandler
    ResponseEntity<String> notInProtocol(JoinWords.NotInProtocol refused) {
        return PlayReplies.failed(HttpStatus.BAD_REQUEST, Reason.of("not-in-protocol"));
    }

    @ExceptionHandler
    ResponseEntity<String> notAllowed(NotAllowed refused) {
        return PlayReplies.failed(Reason.of("not-admitted"), Duration.ZERO);
    }

    /** The database is away, or worse. The page keeps the answer and sends it again. */
    @ExceptionHandler
    ResponseEntity<String> away(RuntimeException failure) {
        failures.tellWithoutContent(failure);
        return PlayReplies.failed(Reason.of("record-away"), RETRY_AFTER);
    }
}
