package fr.tiers.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;

/** One person at a running server: a session for pages, an access token for REST. */
final class WebClient {

    private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");

    private final String address;
    private final HttpClient http;
    private String token;

    /** @param address with the path of the application, no slash at its end */
    WebClient(String address) {
        this.address = address;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    WebClient signIn(String user, String password) {
        send(request("/index.xhtml").GET());
        send(request("/j_security_check")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("j_username=" + encoded(user) + "&j_password=" + encoded(password))));
        var made = send(request("/api/v1/tokens")
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + base64(user + ':' + password))
                .POST(BodyPublishers.ofString("{\"name\":\"benchmark\"}")));
        var found = TOKEN.matcher(text(made));
        if (!found.find()) {
            throw new IllegalStateException(address + " answers " + made.statusCode() + " to " + user);
        }
        token = found.group(1);
        return this;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** @return the body as the browser gets it, compressed */
    HttpResponse<byte[]> page(String path) {
        return checked(
                path, send(request(path).header("Accept-Encoding", "gzip").GET()));
    }

    String readPage(String path) {
        return text(checked(path, send(request(path).GET())));
    }

    HttpResponse<byte[]> rest(String path) {
        return checked(path, send(api(path).GET()));
    }

    HttpResponse<byte[]> create(String path, String body) {
        return checked(
                path, send(api(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body))));
    }

    private HttpRequest.Builder api(String path) {
        return request("/api/v1/" + path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(5));
    }

    private static HttpResponse<byte[]> checked(String path, HttpResponse<byte[]> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + " answers " + answer.statusCode() + ": " + text(answer));
        }
        return answer;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
