package org.startex.runtime;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.startex.kernel.PublicAddress;

/**
 * Refuses what a page of another site makes a browser send. Sockets and the player's acts must come from a page of ours; the container
 * checks neither. A machine sends no Origin, and shows a bearer token instead of a cookie.
 */
final class WebSecurityOrigins extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final PublicAddress address;

    WebSecurityOrigins(PublicAddress address) {
        this.address = address;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (mayPass(request)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean mayPass(HttpServletRequest request) {
        String path = WebSecurity.path(request);
        String origin = request.getHeader("Origin");
        boolean ours = origin != null && isOurs(origin, request.getHeader("Host"));
        boolean machine = origin == null && bearsToken(request);
        if (path.startsWith("/ws/") || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            return ours || machine;
        }
        if (READING.contains(request.getMethod())) {
            return true;
        }
        if (path.startsWith("/play/api/")) {
            return (ours || machine) && "1".equals(request.getHeader("X-Startex"));
        }
        return origin == null || ours;
    }

    private static boolean bearsToken(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
    }

    /** Whether an Origin is the public address, or the very host that the request was sent to (a hall has several names for one machine). */
    boolean isOurs(String origin, @Nullable String host) {
        try {
            URI given = new URI(origin);
            String authority = given.getAuthority();
            if (authority == null || given.getScheme() == null) {
                return false;
            }
            return sameOrigin(given, address.base()) || authority.equalsIgnoreCase(host);
        } catch (URISyntaxException notAnOrigin) {
            return false;
        }
    }

    private static boolean sameOrigin(URI a, URI b) {
        return a.getScheme().equalsIgnoreCase(b.getScheme())
                && a.getHost() != null
                && a.getHost().equalsIgnoreCase(b.getHost())
                && port(a) == port(b);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().toLowerCase(Locale.ROOT).endsWith("s") ? 443 : 80;
    }
}
