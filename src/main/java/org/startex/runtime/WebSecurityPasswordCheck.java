package org.startex.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.startex.people.JoinThrottle;
import org.startex.people.JoinThrottle.Door;
import org.startex.people.SignIn;
import org.startex.people.SignedInPerson;

/** Checks username and password, not more often than a person would type them. */
final class WebSecurityPasswordCheck extends DaoAuthenticationProvider {
    /** Too many wrong tries: wait. */
    static final class TooManyTries extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        private final Duration wait;

        TooManyTries(Duration wait) {
            super("too many tries");
            this.wait = wait;
        }

        /** How long. */
        Duration waiting() {
            return wait;
        }
    }

    private final SignIn signIn;
    private final JoinThrottle throttle;
    private final InstantSource time;

    WebSecurityPasswordCheck(SignIn signIn, PasswordEncoder encoder, JoinThrottle throttle, InstantSource time) {
        super(signIn);
        setPasswordEncoder(encoder);
        setUserDetailsPasswordService(signIn);
        this.signIn = signIn;
        this.throttle = throttle;
        this.time = time;
    }

    @Override
    public Authentication authenticate(Authentication given) throws AuthenticationException {
        String address =
                given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        String account = given.getName().strip().toLowerCase(Locale.ROOT);
        Instant now = time.instant();
        tryNow(Door.SIGN_IN, address, now);
        tryNow(Door.ACCOUNT, account, now);
        Authentication result = super.authenticate(given);
        throttle.right(Door.SIGN_IN, address);
        throttle.right(Door.ACCOUNT, account);
        return result;
    }

    private void tryNow(Door door, String who, Instant now) {
        Duration wait = throttle.tryNow(door, who, now);
        if (wait.isPositive()) {
            throw new TooManyTries(wait);
        }
    }

    /** The session does not keep the hash. */
    @Override
    protected Authentication createSuccessAuthentication(Object principal, Authentication given, UserDetails user) {
        Authentication result = super.createSuccessAuthentication(principal, given, user);
        if (!(user instanceof SignedInPerson person)) {
            return result;
        }
        signIn.signedIn(person.person());
        return WebSecurity.passwordSignIn(person.withoutPassword(), given.getDetails());
    }
}
