package org.startex.runtime;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.startex.people.SignIn;
import org.startex.people.SignedInPerson;

/**
 * Asks at each request whether the sign-in still holds: an account may have been disabled, signed out everywhere, or given other roles.
 * The session keeps who somebody is; what they may do is read anew.
 */
final class WebSecurityStillSignedIn extends OncePerRequestFilter {
    private final SignIn signIn;
    private final SecurityContextRepository contexts;
    private final SecurityContextHolderStrategy holder;

    WebSecurityStillSignedIn(SignIn signIn, SecurityContextRepository contexts, SecurityContextHolderStrategy holder) {
        this.signIn = signIn;
        this.contexts = contexts;
        this.holder = holder;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = WebSecurity.path(request);
        return path.startsWith("/VAADIN/build/") || path.startsWith("/VAADIN/static/") || path.startsWith("/app/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = holder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInPerson then) {
            Optional<SignedInPerson> now = signIn.stillSignedIn(then);
            if (now.isEmpty()) {
                end(request);
            } else if (!now.get().equals(then)) {
                renew(now.get(), authentication, request, response);
            }
        }
        chain.doFilter(request, response);
    }

    private void end(HttpServletRequest request) {
        holder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private void renew(
            SignedInPerson now, Authentication then, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = holder.createEmptyContext();
        context.setAuthentication(WebSecurity.passwordSignIn(now, then.getDetails()));
        holder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
