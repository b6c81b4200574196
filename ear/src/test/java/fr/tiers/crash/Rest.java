package fr.tiers.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import static org.assertj.core.api.Assertions.assertThat;

/** A program that calls the REST interface, as an ERP would. */
final class Rest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String root;
    private String authorization;

    private Rest(String server, String authorization) {
        this.root = server + "/tiers/api/v1";
        this.authorization = authorization;
    }

    /** An answer with its body already read. */
    record Answer(int status, JsonNode body) {

        Answer expect(int wanted) {
            assertThat(status).as("%s", body).isEqualTo(wanted);
            return this;
        }

        long id() {
            return body.path("id").asLong();
        }

        String text(String field) {
            return body.path(field).asText();
        }
    }

    static Rest withPassword(String server, String login, String password) {
        var credentials = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Rest(server, "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** One of the server's own checks; nobody has to log on for them. */
    static Answer health(int managementPort, String kind) throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + managementPort + "/health/" + kind);
        return new Rest("", "").send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)));
    }

    /** Asks for an access token and uses it from now on. */
    Rest takeToken() throws IOException, InterruptedException {
        var token = post("/tokens", "{\"name\":\"crash tests\",\"scopes\":[\"read\",\"write\"]}")
                .expect(201);
        authorization = "Bearer " + token.text("token");
        return this;
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer postOnce(String path, String key, String body) throws IOException, InterruptedException {
        return send(request(path).header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Something that begins with what was read last. */
    Answer postAt(String path, String version) throws IOException, InterruptedException {
        return send(request(path).header("If-Match", '"' + version + '"').POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** A file as a form sends it. */
    Answer upload(String path, String fileName, String content) throws IOException, InterruptedException {
        var form =
                "--crash\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--crash--\r\n"
                        .formatted(fileName, content);
        return send(request(path)
                .setHeader("Content-Type", "multipart/form-data; boundary=crash")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    Answer put(String path, String body) throws IOException, InterruptedException {
        return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        var type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(
                response.statusCode(), type.contains("json") ? JSON.readTree(response.body()) : JSON.missingNode());
    }
}
