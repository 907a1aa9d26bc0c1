package org.startex.runtime;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationException;
import org.startex.people.RememberedSignIns;
import org.startex.people.RememberedSignIns.Use;
import org.startex.people.SignIn;
import org.startex.people.SignedInPerson;
import org.startex.ui.admin.SignInNavigation;

/** The cookie that keeps a browser signed in through restarts. What it is worth, {@link RememberedSignIns} decides. */
final class WebSecurityRememberMe extends AbstractRememberMeServices {
    /** The cookie's name. */
    static final String COOKIE = "startex-signed-in";

    private static final Logger LOG = LoggerFactory.getLogger(RememberMeServices.class);

    private final RememberedSignIns remembered;

    WebSecurityRememberMe(RememberedSignIns remembered, SignIn signIn) {
        super(UUID.randomUUID().toString(), signIn);
        this.remembered = remembered;
        setCookieName(COOKIE);
        setParameter(SignInNavigation.REMEMBER);
        setTokenValiditySeconds((int) RememberedSignIns.KEPT_FOR.toSeconds());
        setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    }

    @Override
    protected UserDetails processAutoLoginCookie(
            String[] cookie, HttpServletRequest request, HttpServletResponse response) {
        return switch (remembered.use(cookie.length == 1 ? cookie[0] : "")) {
            case Use.Good(SignedInPerson person, var next) -> {
                next.ifPresent(text -> set(text, request, response));
                yield person;
            }
            case Use.Over() -> throw new RememberMeAuthenticationException("over");
            case Use.Stolen() -> {
                LOG.warn("A copied sign-in cookie was used. All sign-ins of its account have been ended.");
                request.getSession().setAttribute(SignInNavigation.COPIED, true);
                throw new RememberMeAuthenticationException("copied");
            }
        };
    }

    @Override
    protected void onLoginSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        if (authentication.getPrincipal() instanceof SignedInPerson person) {
            forget(request);
            set(
                    remembered.remember(person, WebSecurityBrowser.name(request.getHeader("User-Agent"))),
                    request,
                    response);
        }
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        forget(request);
        super.logout(request, response, authentication);
    }

    private void forget(HttpServletRequest request) {
        String raw = extractRememberMeCookie(request);
        if (raw != null && !raw.isEmpty()) {
            String[] parts = decodeCookie(raw);
            if (parts.length == 1) {
                remembered.forget(parts[0]);
            }
        }
    }

    private void set(String text, HttpServletRequest request, HttpServletResponse response) {
        setCookie(new String[] {text}, getTokenValiditySeconds(), request, response);
    }
}
