package org.startex.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Calls below {@code /play/api}, as a page of ours makes them unless told otherwise. */
final class Http {
    record Response(int status, String text, List<String> cookies, Map<String, List<String>> headers) {
        JsonNode json() {
            return FeedJson.MAPPER.readTree(text);
        }

        /** The values of a header, one after the other. */
        String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }

        String get(String field) {
            return json().get(field).stringValue();
        }
    }

    private final HttpClient client;
    private final URI base;
    private final Map<String, String> headers = new LinkedHashMap<>();

    Http(HttpClient client, URI base) {
        this.client = client;
        this.base = base;
        headers.put("X-Startex", "1");
        headers.put("Origin", base.toString());
        headers.put("Content-Type", "application/json");
    }

    Http with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Http without(String header) {
        headers.remove(header);
        return this;
    }

    /** As a machine, which sends no Origin. */
    Http bearer(String token) {
        return without("Origin").with("Authorization", "Bearer " + token);
    }

    Response post(String path, Object body) {
        return post(path, FeedJson.MAPPER.writeValueAsString(body));
    }

    Response post(String path, String body) {
        return send(HttpRequest.newBuilder(base.resolve("/play/api/" + path)).POST(BodyPublishers.ofString(body)));
    }

    Response get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    private Response send(HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Response(
                    response.statusCode(),
                    response.body(),
                    response.headers().allValues("Set-Cookie"),
                    response.headers().map());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
