package org.startex.feed;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.startex.conduct.ConductService;
import org.startex.conduct.Plan;
import org.startex.conduct.Play;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.people.Caller;
import org.startex.people.ParticipantName;
import org.startex.people.ParticipantRegister;

/** The tokens that one browser holds: one cookie for each exercise it is in. */
@Component
class PlayPages {
    /** Exercises are planned months ahead. */
    private static final Duration KEPT = Duration.ofDays(180);

    private record Membership(ExerciseId exercise, Plan plan, String name) {}

    private final ParticipantRegister register;
    private final ConductService conduct;

    PlayPages(ParticipantRegister register, ConductService conduct) {
        this.register = register;
        this.conduct = conduct;
    }

    /** Whether a machine asks, which keeps its token itself. */
    static boolean wantsBearer(HttpServletRequest request) {
        return PlayToken.bearer(header(request)).isPresent();
    }

    private static String header(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization == null ? "" : authorization;
    }

    /** Whose page asks, by the token it holds for an exercise. */
    Optional<Caller.Joined> caller(HttpServletRequest request, ExerciseId exercise) {
        return token(request, exercise)
                .flatMap(register::byToken)
                .filter(caller -> caller.exercise().equals(exercise));
    }

    private static Optional<String> token(HttpServletRequest request, ExerciseId exercise) {
        return PlayToken.bearer(header(request))
                .or(() -> cookies(request).stream()
                        .filter(cookie -> cookie.getName().equals(PlayToken.cookie(exercise)))
                        .map(Cookie::getValue)
                        .findFirst());
    }

    private static List<Cookie> cookies(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? List.of() : List.of(cookies);
    }

    /** The cookie that keeps a token. */
    String cookie(HttpServletRequest request, ExerciseId exercise, String token) {
        return cookie(request, PlayToken.cookie(exercise), token, KEPT);
    }

    private static String cookie(HttpServletRequest request, String name, String value, Duration kept) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/")
                .maxAge(kept)
                .build()
                .toString();
    }

    /**
     * The exercises that this browser is in, the latest planned first. Somebody signed in gets a token for each they play in; a token that has ended
     * is taken from the browser.
     */
    JoinWords.Mine mine(HttpServletRequest request, Caller caller, HttpHeaders headers) {
        List<Membership> mine = new ArrayList<>();
        Set<ExerciseId> held = new HashSet<>();
        for (Cookie cookie : cookies(request)) {
            if (!cookie.getName().startsWith(PlayToken.COOKIE)) {
                continue;
            }
            Optional<Caller.Joined> joined = register.byToken(cookie.getValue())
                    .filter(by -> cookie.getName().equals(PlayToken.cookie(by.exercise())));
            if (joined.isPresent()) {
                held.add(joined.get().exercise());
                membership(joined.get()).ifPresent(mine::add);
            } else {
                headers.add(HttpHeaders.SET_COOKIE, cookie(request, cookie.getName(), "", Duration.ZERO));
            }
        }
        if (caller instanceof Caller.SignedIn person) {
            signedIn(request, person, held, headers).forEach(mine::add);
        }
        return new JoinWords.Mine(mine.stream()
                .sorted(Comparator.comparing((Membership m) -> m.plan().plannedFor())
                        .reversed())
                .map(m -> new JoinWords.Membership(m.exercise(), m.plan().title(), m.name()))
                .toList());
    }

    private List<Membership> signedIn(
            HttpServletRequest request, Caller.SignedIn person, Set<ExerciseId> held, HttpHeaders headers) {
        List<Membership> more = new ArrayList<>();
        for (ExerciseId exercise : register.exercisesOf(person.person())) {
            if (held.contains(exercise)) {
                continue;
            }
            conduct.standing(person, exercise)
                    .filter(standing -> standing.role() == ExerciseRole.PLAYER)
                    .map(standing -> new Caller.Joined(exercise, standing.participant()))
                    .ifPresent(joined -> {
                        String token = register.issueToken(exercise, joined.participant());
                        headers.add(HttpHeaders.SET_COOKIE, cookie(request, exercise, token));
                        membership(joined).ifPresent(more::add);
                    });
        }
        return more;
    }

    private Optional<Membership> membership(Caller.Joined caller) {
        return conduct.exercise(Caller.PROGRAM, caller.exercise())
                .content()
                .map(Play::plan)
                .map(plan -> new Membership(
                        caller.exercise(),
                        plan,
                        register.name(caller.exercise(), caller.participant())
                                .map(ParticipantName::name)
                                .orElse("")));
    }

    /** Ends the token that this browser holds for an exercise; the participant may come back by their personal code. */
    Optional<Caller.Joined> leave(HttpServletRequest request, ExerciseId exercise, HttpHeaders headers) {
        headers.add(HttpHeaders.SET_COOKIE, cookie(request, PlayToken.cookie(exercise), "", Duration.ZERO));
        Optional<Caller.Joined> caller = caller(request, exercise);
        if (caller.isPresent()) {
            token(request, exercise).ifPresent(register::endToken);
        }
        return caller;
    }
}
