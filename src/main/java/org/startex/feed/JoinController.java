package org.startex.feed;

import static org.startex.feed.PlayReplies.answer;
import static org.startex.feed.PlayReplies.body;
import static org.startex.feed.PlayReplies.exercise;
import static org.startex.feed.PlayReplies.failed;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
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
import org.startex.conduct.Joining;
import org.startex.conduct.JoiningService;
import org.startex.kernel.ExerciseId;
import org.startex.ledger.Reason;
import org.startex.people.CurrentCaller;

/** Joining over HTTP, below {@code /play/api}, as {@code docs/protocol.md} writes it. */
@RestController
@RequestMapping(path = "/play/api", produces = MediaType.APPLICATION_JSON_VALUE)
class JoinController {
    private static final int LARGEST_REQUEST = 16 * 1024;
    /** Who asks again sooner may find their own name taken, by the join that was begun. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(6);

    private final JoiningService joining;
    private final PlayPages pages;
    private final PlayAttachments attachments;
    private final FeedHub hub;
    private final CurrentCaller current;
    private final FailedRequests failures;

    JoinController(
            JoiningService joining,
            PlayPages pages,
            PlayAttachments attachments,
            FeedHub hub,
            CurrentCaller current,
            FailedRequests failures) {
        this.joining = joining;
        this.pages = pages;
        this.attachments = attachments;
        this.hub = hub;
        this.current = current;
        this.failures = failures;
    }

    @PostMapping("/code")
    ResponseEntity<String> code(HttpServletRequest request) throws IOException, JoinWords.NotInProtocol {
        JoinWords.LookAtCode asked = JoinWords.read(body(request, LARGEST_REQUEST), JoinWords.LookAtCode.class);
        return switch (joining.offer(current.get(), JoinWords.given(asked.code()), request.getRemoteAddr())) {
            case Joining.Offer.Open open -> answer(opened(open), HttpHeaders.EMPTY);
            case Joining.Offer.Closed closed -> failed(closed.reason(), closed.retryAfter());
        };
    }

    private static JoinWords.Opened opened(Joining.Offer.Open open) {
        return new JoinWords.Opened(
                open.exercise(),
                open.title(),
                open.marking(),
                open.codeWord(),
                open.place().map(PageWords::named).orElse(null),
                open.posts().stream()
                        .map(post -> new ServerMessage.Named(post.code(), post.title()))
                        .toList(),
                open.you().orElse(null));
    }

    @PostMapping("/join")
    ResponseEntity<String> join(HttpServletRequest request) throws IOException, JoinWords.NotInProtocol {
        JoinWords.Join asked = JoinWords.read(body(request, LARGEST_REQUEST), JoinWords.Join.class);
        return joined(
                request,
                joining.join(
                        current.get(),
                        new Joining.Request(
                                JoinWords.given(asked.code()),
                                JoinWords.given(asked.name()),
                                JoinWords.given(asked.organisation()),
                                JoinWords.given(asked.role()),
                                request.getRemoteAddr())));
    }

    @PostMapping("/rejoin")
    ResponseEntity<String> rejoin(HttpServletRequest request) throws IOException, JoinWords.NotInProtocol {
        JoinWords.Rejoin asked = JoinWords.read(body(request, LARGEST_REQUEST), JoinWords.Rejoin.class);
        Joining.Result result = joining.rejoin(
                current.get(),
                JoinWords.given(asked.code()),
                JoinWords.given(asked.rejoinCode()),
                request.getRemoteAddr());
        if (result instanceof Joining.Result.Joined joined) {
            hub.tokensEnded(joined.exercise(), joined.participant());
        }
        return joined(request, result);
    }

    /** By a request of the page and not by its address: what looks at links in mails before people do joins nobody. */
    @PostMapping("/link")
    ResponseEntity<String> link(HttpServletRequest request) throws IOException, JoinWords.NotInProtocol {
        JoinWords.UseLink asked = JoinWords.read(body(request, LARGEST_REQUEST), JoinWords.UseLink.class);
        Joining.ByLink by = joining.joinByLink(current.get(), JoinWords.given(asked.link()), request.getRemoteAddr());
        if (by.result() instanceof Joining.Result.Joined joined) {
            hub.tokensEnded(joined.exercise(), joined.participant());
        }
        String code = by.code().isEmpty() ? null : by.code();
        return joined(
                request,
                by.result(),
                (in, token) ->
                        new JoinWords.JoinedByLink(in.exercise(), in.participant(), code, in.rejoinCode(), token));
    }

    private ResponseEntity<String> joined(HttpServletRequest request, Joining.Result result) {
        return joined(
                request,
                result,
                (in, token) -> new JoinWords.Joined(in.exercise(), in.participant(), in.rejoinCode(), token));
    }

    private interface Wording {
        Object of(Joining.Result.Joined joined, @Nullable String token);
    }

    private ResponseEntity<String> joined(HttpServletRequest request, Joining.Result result, Wording words) {
        return switch (result) {
            case Joining.Result.Joined joined -> {
                boolean machine = PlayPages.wantsBearer(request);
                HttpHeaders headers = new HttpHeaders();
                if (!machine) {
                    headers.add(HttpHeaders.SET_COOKIE, pages.cookie(request, joined.exercise(), joined.token()));
                }
                yield answer(words.of(joined, machine ? joined.token() : null), headers);
            }
            case Joining.Result.NotJoined not -> failed(not.reason(), not.retryAfter());
        };
    }

    @GetMapping("/me")
    ResponseEntity<String> me(HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        return answer(pages.mine(request, current.get(), headers), headers);
    }

    @PostMapping("/leave")
    ResponseEntity<String> leave(HttpServletRequest request) throws IOException, JoinWords.NotInProtocol {
        JoinWords.Leave asked = JoinWords.read(body(request, LARGEST_REQUEST), JoinWords.Leave.class);
        ExerciseId exercise = exercise(JoinWords.given(asked.exercise())).orElseThrow(JoinWords.NotInProtocol::new);
        HttpHeaders headers = new HttpHeaders();
        pages.leave(request, exercise, headers).ifPresent(caller -> hub.tokensEnded(exercise, caller.participant()));
        return ResponseEntity.ok().headers(headers).body("{}");
    }

    @GetMapping(path = "/attachment/{exercise}/{seq}/{name}", produces = MediaType.ALL_VALUE)
    ResponseEntity<?> attachment(
            HttpServletRequest request,
            @PathVariable String exercise,
            @PathVariable long seq,
            @PathVariable String name) {
        return exercise(exercise)
                .flatMap(id -> pages.caller(request, id))
                .<ResponseEntity<?>>map(caller -> attachments
                        .file(caller, seq, name)
                        .<ResponseEntity<?>>map(PlayAttachments::answer)
                        .orElseGet(() -> failed(HttpStatus.NOT_FOUND, Reason.of("unknown-attachment"))))
                .orElseGet(() -> failed(HttpStatus.UNAUTHORIZED, Reason.of("no-token")));
    }

    @ExceptionHandler
    ResponseEntity<String> notInProtocol(JoinWords.NotInProtocol refused) {
        return failed(HttpStatus.BAD_REQUEST, Reason.of("not-in-protocol"));
    }

    /** The database is away, or worse: nothing was joined that was not answered, and asking again is harmless. */
    @ExceptionHandler
    ResponseEntity<String> away(RuntimeException failure) {
        failures.tell(failure);
        return failed(Reason.of("record-away"), RETRY_AFTER);
    }
}
