package org.startex.runtime;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.startex.kernel.PublicAddress;

/** Tells browsers what pages may do, on every response. */
final class WebSecurityHeaders extends OncePerRequestFilter {
    /** The player's page runs what was built with it and nothing else. */
    private static final String PLAYER_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self'; connect-src 'self'%s; "
                    + "manifest-src 'self'; worker-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /** As tight as Flow can bear: it starts by an inline script and evaluates what the server sends. */
    private static final String STAFF_POLICY =
            "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'%s; worker-src 'self'; object-src 'none'; "
                    + "frame-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.\\-]+(:\\d{1,5})?|\\[[0-9a-fA-F:.]+](:\\d{1,5})?");

    private final PublicAddress address;

    WebSecurityHeaders(PublicAddress address) {
        this.address = address;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = WebSecurity.path(request);
        String policy = isPlayer(path) ? PLAYER_POLICY : STAFF_POLICY;
        response.setHeader(
                "Content-Security-Policy", policy.formatted(socket(request.getHeader("Host"), request.isSecure())));
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), display-capture=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        if (address.secure() && request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (path.startsWith("/play/api/")) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }

    static boolean isPlayer(String path) {
        return path.equals("/play") || path.startsWith("/play/");
    }

    /** Older browsers do not count a socket to the same host as 'self'. */
    private static String socket(@Nullable String host, boolean secure) {
        return host != null && HOST.matcher(host).matches() ? " " + (secure ? "wss" : "ws") + "://" + host : "";
    }
}
