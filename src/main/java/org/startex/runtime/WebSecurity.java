package org.startex.runtime;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.startex.kernel.PublicAddress;
import org.startex.people.JoinThrottle;
import org.startex.people.RememberedSignIns;
import org.startex.people.SignIn;
import org.startex.people.SignedInPerson;
import org.startex.ui.admin.SignInNavigation;

/** Who may reach what over HTTP. Denied by default; what a caller may do beyond reaching a page, the services decide. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class WebSecurity {
    /** Everybody's: the player's page, which proves itself by its token, its socket, and files of the front end. */
    private static final String[] OPEN = {
        "/play", "/play/**", "/ws/**", "/app/**", "/actuator/health", "/actuator/health/**"
    };

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    WebSecurityRememberMe rememberMe(RememberedSignIns remembered, SignIn signIn) {
        return new WebSecurityRememberMe(remembered, signIn);
    }

    /** The only check of passwords. As a bean it keeps Spring Security from adding one of its own, which would know no throttle. */
    @Bean
    WebSecurityPasswordCheck passwordCheck(
            SignIn signIn, PasswordEncoder encoder, JoinThrottle throttle, InstantSource time) {
        return new WebSecurityPasswordCheck(signIn, encoder, throttle, time);
    }

    /** The players' side. A signed-in person is recognised, nobody is asked to sign in; {@link WebSecurityOrigins} stands for CSRF tokens. */
    @Bean
    @Order(1)
    SecurityFilterChain players(
            HttpSecurity http, WebSecurityRememberMe rememberMe, SignIn signIn, SecurityContextRepository contexts) {
        http.securityMatcher(OPEN)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
        recognise(http, rememberMe, signIn, contexts);
        return http.build();
    }

    /** The staff's side: Flow. */
    @Bean
    @Order(2)
    SecurityFilterChain staff(
            HttpSecurity http, WebSecurityRememberMe rememberMe, SignIn signIn, SecurityContextRepository contexts) {
        http.authorizeHttpRequests(requests ->
                requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll());
        recognise(http, rememberMe, signIn, contexts);
        http.with(
                vaadin(),
                flow -> flow.loginView(SignInNavigation.PATH, SignInNavigation.PATH)
                        // a mistyped address reaches the page that says so
                        .anyRequest(requests -> requests.authenticated()));
        http.formLogin(form -> form.failureHandler(WebSecurity::failed));
        return http.build();
    }

    private static void recognise(
            HttpSecurity http, WebSecurityRememberMe rememberMe, SignIn signIn, SecurityContextRepository contexts) {
        http.headers(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(contexts))
                .rememberMe(remember -> remember.rememberMeServices(rememberMe))
                .addFilterBefore(
                        new WebSecurityStillSignedIn(signIn, contexts, holder(http)),
                        RememberMeAuthenticationFilter.class);
    }

    /** This program's own: a process may run several. */
    private static SecurityContextHolderStrategy holder(HttpSecurity http) {
        return http.getSharedObject(ApplicationContext.class)
                .getBeanProvider(SecurityContextHolderStrategy.class)
                .getIfAvailable(SecurityContextHolder::getContextHolderStrategy);
    }

    private static void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String username = request.getParameter("username");
        request.getSession()
                .setAttribute(
                        SignInNavigation.LAST_USERNAME,
                        username == null ? "" : username.substring(0, Math.min(username.length(), 64)));
        String query = failure instanceof WebSecurityPasswordCheck.TooManyTries tries
                ? SignInNavigation.WAIT + "=" + (tries.waiting().toSeconds() + 1)
                : SignInNavigation.FAILED;
        response.sendRedirect(request.getContextPath() + SignInNavigation.PATH + "?" + query);
    }

    /** A sign-in as sessions keep it: the person as they are now, no hash. */
    static Authentication passwordSignIn(SignedInPerson person, @Nullable Object details) {
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        token.setDetails(details);
        return token;
    }

    /** The path as the container understood it: decoded and without dots, so that no spelling slips past a rule. */
    static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    @Bean
    FilterRegistrationBean<Filter> headers(PublicAddress address) {
        return first(new WebSecurityHeaders(address), 0);
    }

    @Bean
    FilterRegistrationBean<Filter> origins(PublicAddress address) {
        return first(new WebSecurityOrigins(address), 1);
    }

    private static FilterRegistrationBean<Filter> first(Filter filter, int place) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10 + place);
        return registration;
    }
}
