package fr.tiers.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The REST interface as one caller has it. Immutable; safe for many threads. */
public final class Api {

    public static final String ROOT = "/tiers/api/v1/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final List<String> headers;

    private Api(List<String> headers) {
        this.headers = List.copyOf(headers);
    }

    public static Api anonymous() {
        return new Api(List.of());
    }

    public static Api basic(String login, String password) {
        var pair = (login + ':' + password).getBytes(StandardCharsets.UTF_8);
        return anonymous().with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    public static Api token(String token) {
        return anonymous().with("Authorization", "Bearer " + token);
    }

    /** The same with one more header in each request. */
    public Api with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new Api(more);
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer post(String path, String json) {
        return json(path, "POST", json);
    }

    public Answer put(String path, String json) {
        return json(path, "PUT", json);
    }

    public Answer patch(String path, String json) {
        return with("Content-Type", "application/merge-patch+json").send("PATCH", path, text(json));
    }

    private Answer json(String path, String method, String json) {
        return with("Content-Type", "application/json").send(method, path, text(json));
    }

    private static BodyPublisher text(String text) {
        return text == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text);
    }

    /** @param path relative to the root of the interface, or absolute on the server when it begins with a slash */
    public Answer send(String method, String path, BodyPublisher body) {
        return new Answer(send(method, path, body, BodyHandlers.ofString()));
    }

    /** The body of what is no text. */
    public byte[] bytes(String path) {
        return send("GET", path, null, BodyHandlers.ofByteArray()).body();
    }

    private <T> HttpResponse<T> send(String method, String path, BodyPublisher body, BodyHandler<T> handler) {
        var uri = URI.create(World.get().url() + (path.startsWith("/") ? path : ROOT + path));
        var request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : body);
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException e) {
            throw new IllegalStateException(method + ' ' + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + ' ' + path, e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> http) {

        public int status() {
            return http.statusCode();
        }

        public String body() {
            return http.body();
        }

        public Optional<String> header(String name) {
            return http.headers().firstValue(name);
        }

        public String etag() {
            return header("ETag").orElseThrow(() -> new AssertionError("no ETag in " + this));
        }

        public String mediaType() {
            return header("Content-Type").orElse("").replaceFirst(";.*", "").strip();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body());
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + this, e);
            }
        }

        /** The last part of a problem's type. */
        public String problem() {
            return json().path("type").asText().replaceFirst("^urn:tiers:problem:", "");
        }

        /** For the messages of assertions. */
        @Override
        public String toString() {
            var text = body() == null ? "" : body();
            return http.request().method() + ' ' + http.request().uri().getPath() + " -> " + status() + ' '
                    + text.substring(0, Math.min(500, text.length()));
        }
    }
}
