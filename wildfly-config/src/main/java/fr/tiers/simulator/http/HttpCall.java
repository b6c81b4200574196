package fr.tiers.simulator.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request, read completely: what the endpoints need and nothing of the server behind it.
 *
 * @param path path without the provider's prefix
 * @param client address of the caller, the key of the per-client limits
 */
public record HttpCall(
        String method, String path, Map<String, List<String>> query, Headers headers, byte[] body, String client) {

    public static HttpCall read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        return new HttpCall(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                parse(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestHeaders(),
                body,
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    /** The same call seen from behind a prefix. */
    public HttpCall below(String prefix) {
        return new HttpCall(method, path.substring(prefix.length()), query, headers, body, client);
    }

    /** The same call whose form-encoded body counts as parameters too, as the Sirene POST services read it. */
    public HttpCall withFormParameters() {
        Map<String, List<String>> merged = new LinkedHashMap<>(query);
        merged.putAll(parse(new String(body, StandardCharsets.UTF_8)));
        return new HttpCall(method, path, merged, headers, body, client);
    }

    public Optional<String> first(String parameter) {
        List<String> values = query.get(parameter);
        return values == null ? Optional.empty() : Optional.of(values.get(0));
    }

    /** The parameter unless it is missing or blank. */
    public Optional<String> filled(String parameter) {
        return first(parameter).map(String::trim).filter(value -> !value.isEmpty());
    }

    public List<String> all(String parameter) {
        return query.getOrDefault(parameter, List.of());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name)).filter(value -> !value.isBlank());
    }

    static Map<String, List<String>> parse(String encoded) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return parameters;
        }
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return parameters;
    }

    private static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value; // a stray % is text to the real services as well
        }
    }
}
