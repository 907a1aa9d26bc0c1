package org.startex.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.startex.kernel.PublicAddress;

class WebSecurityHeadersTest {
    @Test
    void browsersAreHeldToTlsOnlyWhereThereIsTls() throws Exception {
        assertThat(answer("https://startex.example", true, "startex.example").getHeader("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000");
        assertThat(answer("http://192.0.2.7:8080", false, "192.0.2.7:8080").getHeader("Strict-Transport-Security"))
                .isNull();
        assertThat(answer("http://localhost:8080", true, "localhost").getHeader("Strict-Transport-Security"))
                .as("an accident of the connection is no promise")
                .isNull();
    }

    @Test
    void socketsMayGoToTheHostOfThePageAndNowhereElse() throws Exception {
        assertThat(policy("startex.example", true)).contains("connect-src 'self' wss://startex.example;");
        assertThat(policy("[2001:db8::1]:8080", false)).contains("connect-src 'self' ws://[2001:db8::1]:8080;");
    }

    @Test
    void aForgedHostWritesNoPolicy() throws Exception {
        for (String host : new String[] {"x; script-src *", "x *", "x\r\nSet-Cookie: a=b", "*", ""}) {
            assertThat(policy(host, false)).contains("connect-src 'self';");
        }
    }

    private static String policy(String host, boolean secure) throws ServletException, IOException {
        return String.valueOf(answer("http://localhost:8080", secure, host).getHeader("Content-Security-Policy"));
    }

    private static MockHttpServletResponse answer(String base, boolean secure, String host)
            throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/play");
        request.setServletPath("/play");
        request.setSecure(secure);
        request.addHeader("Host", host);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new WebSecurityHeaders(new PublicAddress(URI.create(base), base.startsWith("https"), false))
                .doFilter(request, response, new MockFilterChain());
        return response;
    }
}
