package fr.tiers.it;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser does with pages, without one: cookies, forms, redirects that one can look at. */
public final class Browser {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]*? value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param path of the application, beginning with a slash */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        var body = form.entrySet().stream()
                .map(field -> Api.encode(field.getKey()) + '=' + Api.encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path, String... headers) {
        var uri = path.startsWith("http") ? path : World.get().url() + "/tiers" + path;
        var request = HttpRequest.newBuilder(URI.create(uri)).timeout(PATIENCE);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks for a page, gets the form instead, fills it in. */
    public HttpResponse<String> signIn(String login, String password) {
        get("/index.xhtml");
        return post("/j_security_check", Map.of("j_username", login, "j_password", password));
    }

    /** Whether pages are shown rather than the login form. */
    public boolean isSignedIn() {
        var answer = get("/index.xhtml");
        return answer.statusCode() == 200 && !showsLogin(answer);
    }

    public static boolean showsLogin(HttpResponse<String> answer) {
        return answer.body().contains("j_security_check");
    }

    /** @return the hidden fields of a page, ViewState among them */
    public static Map<String, String> hidden(HttpResponse<String> page) {
        return HIDDEN.matcher(page.body())
                .results()
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2), (one, other) -> one));
    }

    /** @return the session's cookie; empty when there is none */
    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> "JSESSIONID".equals(cookie.getName()))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}
