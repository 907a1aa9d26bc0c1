package org.startex.runtime;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A browser without a screen: keeps cookies and follows nothing. */
final class Visitor implements AutoCloseable {
    private final URI base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Visitor(int port) {
        base = URI.create("http://localhost:" + port);
    }

    String origin() {
        return base.toString();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/html"));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder post(String path, String body, String type) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
    }

    HttpResponse<String> signIn(String username, String password) throws IOException, InterruptedException {
        return signIn(username, password, Map.of("remember", "on"), origin());
    }

    HttpResponse<String> signIn(String username, String password, Map<String, String> more, String origin)
            throws IOException, InterruptedException {
        String form = "username=" + encode(username) + "&password=" + encode(password)
                + more.entrySet().stream()
                        .map(e -> "&" + e.getKey() + "=" + encode(e.getValue()))
                        .collect(Collectors.joining());
        return send(post("/sign-in", form, "application/x-www-form-urlencoded").header("Origin", origin));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Whether a page that asks for a sign-in is reached; what it shows needs the front end's bundle, which other tests have. */
    boolean isSignedIn() throws IOException, InterruptedException {
        HttpResponse<String> response = get("/account");
        return response.statusCode() != 302
                || !response.headers().firstValue("Location").orElse("").contains("/sign-in");
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    void keepOnly(String name) {
        List<HttpCookie> others = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> !cookie.getName().equals(name))
                .toList();
        others.forEach(cookie -> cookies.getCookieStore().remove(base, cookie));
    }

    void put(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(base, cookie);
    }

    @Override
    public void close() {
        client.close();
    }
}
