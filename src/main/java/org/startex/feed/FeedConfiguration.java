package org.startex.feed;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.socket.server.standard.ServerEndpointRegistration;
import org.startex.conduct.ReceiptService;
import org.startex.kernel.PublicAddress;
import org.startex.people.ParticipantRegister;

/** The socket, unless {@code startex.feed.enabled} is false, as in tests without a real web server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "startex.feed.enabled", havingValue = "true", matchIfMissing = true)
class FeedConfiguration {
    /** Vaadin's exporter registers it with the container. */
    @Bean
    ServerEndpointRegistration feedEndpoint(
            FeedHub hub,
            PlayerActs acts,
            ReceiptService receipts,
            ParticipantRegister register,
            PublicAddress address) {
        return new Registration(new FeedEndpoint(hub, acts, receipts, register, address));
    }

    private static final class Registration extends ServerEndpointRegistration {
        Registration(FeedEndpoint endpoint) {
            super("/ws/feed", endpoint);
        }

        /** Another version is answered as it was asked, so that the page learns by a close code what is wrong. */
        @Override
        public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
            if (requested.contains(FeedEndpoint.SUBPROTOCOL)) {
                return FeedEndpoint.SUBPROTOCOL;
            }
            return requested.isEmpty() ? "" : requested.getFirst();
        }

        /** No compression: it makes telling a thousand pages three times dearer. */
        @Override
        public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
            return List.of();
        }

        @Override
        public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
            FeedEndpoint.exercise(request.getParameterMap())
                    .flatMap(exercise -> PlayToken.of(exercise, request.getHeaders()))
                    .ifPresent(token -> config.getUserProperties().put(FeedEndpoint.TOKEN, token));
        }
    }

    /**
     * The token alone says whose page it is. The container would end the connection of somebody signed in together with their session, which idles out
     * long before an exercise does; so it sees neither.
     */
    @Bean
    FilterRegistrationBean<Filter> feedWithoutSession() {
        FilterRegistrationBean<Filter> registration =
                new FilterRegistrationBean<>((request, response, chain) -> chain.doFilter(
                        request instanceof HttpServletRequest http ? new WithoutSession(http) : request, response));
        registration.addUrlPatterns("/ws/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    private static final class WithoutSession extends HttpServletRequestWrapper {
        WithoutSession(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable Principal getUserPrincipal() {
            return null;
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            return null;
        }
    }
}
