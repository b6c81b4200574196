package fr.tiers.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.simulator.control.Provider;
import fr.tiers.simulator.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A plain client of a simulator, for tests. */
final class Caller {

    private final HttpClient client = HttpClient.newHttpClient();
    private final RegistrySimulator simulator;

    Caller(RegistrySimulator simulator) {
        this.simulator = simulator;
    }

    record Got(int status, JsonNode json, HttpResponse<String> response) {
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        String error() {
            return json.path("erreur").asText();
        }
    }

    /** @param parameters name, value, name, value... */
    Got get(Provider provider, String path, String... parameters) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(simulator.url(provider) + path, parameters)));
    }

    Got post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Got send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(request.timeout(Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.ofString());
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        JsonNode body = null;
        if (json) {
            try {
                body = Json.read(response.body().getBytes(StandardCharsets.UTF_8));
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                body = null; // broken on purpose
            }
        }
        return new Got(response.statusCode(), body, response);
    }

    static URI uri(String base, String... parameters) {
        StringBuilder uri = new StringBuilder(base);
        for (int i = 0; i < parameters.length; i += 2) {
            uri.append(i == 0 ? '?' : '&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return URI.create(uri.toString());
    }
}
