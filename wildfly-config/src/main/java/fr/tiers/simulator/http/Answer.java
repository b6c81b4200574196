package fr.tiers.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A complete answer: status, headers and body. */
public record Answer(int status, String contentType, Map<String, String> headers, byte[] body) {

    public static Answer json(int status, JsonNode body) {
        return new Answer(status, "application/json; charset=utf-8", Map.of(), Json.bytes(body));
    }

    public static Answer html(int status, String body) {
        return new Answer(status, "text/html; charset=utf-8", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer text(int status, String contentType, String body) {
        return new Answer(status, contentType, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, String.valueOf(value));
        return new Answer(status, contentType, more, body);
    }

    public Answer without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(name);
        return new Answer(status, contentType, fewer, body);
    }

    public Answer withBody(byte[] other) {
        return new Answer(status, contentType, headers, other);
    }
}
