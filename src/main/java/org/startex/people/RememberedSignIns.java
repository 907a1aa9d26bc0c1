package org.startex.people;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sign-ins that outlive a restart. A browser holds a series and a token; the token changes at each use, so a copied cookie shows
 * itself as soon as both copies have been used, and then all of the person's sign-ins end.
 */
@Component
public class RememberedSignIns {
    /** How long a browser stays signed in after its last use. */
    public static final Duration KEPT_FOR = Duration.ofDays(30);

    /** How long the previous token is still good: a browser sends several requests at once and some carry the old one. */
    static final Duration OVERLAP = Duration.ofSeconds(60);

    private static final int BROWSER_LENGTH = 60;

    /** What came of a browser's cookie. */
    public sealed interface Use {
        /** Signed in. The browser must keep the next cookie, unless another of its requests has just been given it. */
        record Good(SignedInPerson person, Optional<String> nextCookie) implements Use {}

        /** Unknown, unused for too long, or signed out. */
        record Over() implements Use {}

        /** Two browsers used one cookie. All of the person's sign-ins have been ended. */
        record Stolen() implements Use {}
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Cookie(byte[] series, byte[] token) {
        static Optional<Cookie> read(String value) {
            int dot = value.indexOf('.');
            return dot < 0
                    ? Optional.empty()
                    : Secrets.bytes(value.substring(0, dot), Secrets.BYTES)
                            .flatMap(series -> Secrets.bytes(value.substring(dot + 1), Secrets.BYTES)
                                    .map(token -> new Cookie(series, token)));
        }

        static Cookie fresh() {
            return new Cookie(Secrets.freshBytes(), Secrets.freshBytes());
        }

        Cookie turned() {
            return new Cookie(series, Secrets.freshBytes());
        }

        String text() {
            return Secrets.text(series) + "." + Secrets.text(token);
        }

        byte[] seriesHash() {
            return Secrets.hash(series);
        }

        byte[] tokenHash() {
            return Secrets.hash(token);
        }
    }

    private final RememberedSignInRepository remembered;
    private final AccountRepository accounts;
    private final SignInsEnding ending;
    private final TransactionOperations transaction;
    private final InstantSource time;

    RememberedSignIns(
            RememberedSignInRepository remembered,
            AccountRepository accounts,
            SignInsEnding ending,
            TransactionOperations transaction,
            InstantSource time) {
        this.remembered = remembered;
        this.accounts = accounts;
        this.ending = ending;
        this.transaction = transaction;
        this.time = time;
    }

    /**
     * Keeps a browser signed in.
     *
     * @param browser what it calls itself, in a few words
     * @return the cookie it must hold
     */
    public String remember(SignedInPerson person, String browser) {
        Cookie cookie = Cookie.fresh();
        String label = browser.length() <= BROWSER_LENGTH ? browser : browser.substring(0, BROWSER_LENGTH);
        Instant now = now();
        remembered.deleteUnusedSince(now.minus(KEPT_FOR));
        remembered.insert(cookie.seriesHash(), person.person(), cookie.tokenHash(), person.epoch(), label, now);
        return cookie.text();
    }

    /** Signs a browser in by its cookie. Any text may be given. */
    public Use use(String cookieText) {
        return Cookie.read(cookieText).map(this::use).orElseGet(Use.Over::new);
    }

    private Use use(Cookie cookie) {
        return transaction.execute(status -> {
            Instant now = now();
            remembered.deleteUnusedSince(now.minus(KEPT_FOR));
            Cookie next = cookie.turned();
            boolean turned = remembered.turn(cookie.seriesHash(), cookie.tokenHash(), next.tokenHash(), now);
            return remembered
                    .find(cookie.seriesHash())
                    .map(series -> judge(series, cookie, turned ? Optional.of(next.text()) : Optional.empty(), now))
                    .orElseGet(Use.Over::new);
        });
    }

    private Use judge(RememberedSignInRepository.Series series, Cookie cookie, Optional<String> next, Instant now) {
        if (next.isEmpty()) {
            boolean overlaps = series.previous() != null
                    && MessageDigest.isEqual(series.previous(), cookie.tokenHash())
                    && Duration.between(series.turnedAt(), now).compareTo(OVERLAP) <= 0;
            if (!overlaps) {
                ending.endAll(series.person());
                return new Use.Stolen();
            }
        }
        return accounts.byId(series.person())
                .filter(person -> person.enabled() && person.epoch() == series.epoch())
                .<Use>map(person -> new Use.Good(person.withoutPassword(), next))
                .orElseGet(Use.Over::new);
    }

    /** Forgets the browser that holds this cookie. */
    public void forget(String cookieText) {
        Cookie.read(cookieText).ifPresent(cookie -> remembered.delete(cookie.seriesHash()));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
