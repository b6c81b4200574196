package fr.tiers.registry.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProviderTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    private final FakeTime time = new FakeTime();
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private Provider provider;

    private record Answer(int status, String type, String body, Map<String, String> headers, boolean silent) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        provider = provider(url(), "1000/s", Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void aGoodAnswerComesBackAsJsonAndTheRequestSaysWhoAsks() throws ProviderException {
        json(200, "{\"total_results\": 1}");

        var answer = get();

        assertThat(answer.path("total_results").asInt()).isEqualTo(1);
        assertThat(requests).hasSize(1);
        assertThat(requests.get(0)).contains("q=caf%C3%A9+%26+fils").contains("Tiers/");
    }

    @Test
    void tooManyRequestsIsTriedAgainAfterThePauseAskedFor() throws ProviderException {
        answers.add(new Answer(429, "text/plain", "slow down", Map.of("Retry-After", "4"), false));
        json(200, "{}");

        get();

        assertThat(requests).hasSize(2);
        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aPauseLongerThanOurPatienceIsToldInsteadOfWaited() {
        answers.add(new Answer(
                429, "application/json", "{}", Map.of("Retry-After", "Sun, 22 Nov 2026 11:00:00 GMT"), false));

        assertThatThrownBy(this::get).isInstanceOfSatisfying(ProviderUnavailable.class, e -> assertThat(e.retryAfter())
                .isEqualTo(Duration.ofHours(1)));
        assertThatThrownBy(this::get).isInstanceOf(ProviderUnavailable.class).hasMessageContaining("quota");
        assertThat(requests).hasSize(1);
    }

    @Test
    void thePortalsResetTimeCountsWhereThereIsNoRetryAfter() {
        var reset = CLOCK.instant().plusSeconds(7200).getEpochSecond();
        answers.add(
                new Answer(429, "application/json", "{}", Map.of("X-RateLimit-Reset", String.valueOf(reset)), false));

        assertThatThrownBy(this::get).isInstanceOfSatisfying(ProviderUnavailable.class, e -> assertThat(e.retryAfter())
                .isEqualTo(Duration.ofHours(2)));
    }

    @Test
    void passingFaultsAreRetriedThriceAtMost() {
        for (var status : List.of(502, 503, 504, 503)) {
            json(status, "{}");
        }

        assertThatThrownBy(this::get).isInstanceOf(ProviderUnavailable.class).hasMessageContaining("504");
        assertThat(requests).hasSize(Provider.ATTEMPTS);
    }

    @Test
    void anErrorOfTheProviderIsNotRetriedAndClosesTheCircuitAfterFive() {
        for (var i = 0; i < 5; i++) {
            json(500, "{\"erreur\": \"oops\"}");
            assertThatThrownBy(this::get).isInstanceOf(MalformedAnswer.class);
        }

        assertThatThrownBy(this::get).isInstanceOf(ProviderUnavailable.class).hasMessageContaining("left alone");
        assertThat(requests).hasSize(5);
    }

    @Test
    void ourOwnMistakeIsNotRetried() {
        json(400, "{\"erreur\": \"3 caractères minimum\"}");

        assertThatThrownBy(this::get).isInstanceOfSatisfying(ProviderRefused.class, e -> assertThat(e.status())
                .isEqualTo(400));
        assertThat(requests).hasSize(1);
    }

    @Test
    void htmlUnderStatus200IsNoAnswer() {
        answers.add(new Answer(200, "text/html", "<html>maintenance</html>", Map.of(), false));

        assertThatThrownBy(this::get).isInstanceOf(MalformedAnswer.class);
    }

    @Test
    void halfAJsonIsNoAnswer() {
        json(200, "{\"results\": [{\"siren\": \"55203");

        assertThatThrownBy(this::get).isInstanceOf(MalformedAnswer.class);
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        json(200, "{\"a\": \"" + "x".repeat(5 * 1024 * 1024) + "\"}");

        assertThatThrownBy(this::get).isInstanceOf(MalformedAnswer.class).hasMessageContaining("larger than");
        assertThat(requests).hasSize(1);
    }

    @Test
    void silenceEndsWithTheTimeout() {
        provider = provider(url(), "1000/s", Duration.ofMillis(100));
        for (var i = 0; i < Provider.ATTEMPTS; i++) {
            answers.add(new Answer(200, "application/json", "{}", Map.of(), true));
        }

        assertThatThrownBy(this::get).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void aClosedPortIsUnavailable() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        provider = provider("http://127.0.0.1:" + port, "7/s", Duration.ofSeconds(20));

        assertThatThrownBy(this::get).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void whoNoLongerWantsTheAnswerIsLetGoInTheMiddleOfAPause() {
        answers.add(new Answer(503, "text/plain", "", Map.of("Retry-After", "40"), false));
        var begin = time.nanos();
        var patience = Patience.of(time, Duration.ofMinutes(2), () -> time.nanos() - begin > 1_000_000_000L);

        assertThatThrownBy(() -> provider.get("/search", Map.of(), patience)).isInstanceOf(NoLongerWanted.class);
        assertThat(time.slept()).isLessThan(Duration.ofSeconds(2));
    }

    private com.fasterxml.jackson.databind.JsonNode get() throws ProviderException {
        return provider.get(
                "/search", Map.of("q", "café & fils"), Patience.of(time, Duration.ofSeconds(30), () -> false));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Generous unless a test is about the time-out: a busy machine must not fail the others. */
    private Provider provider(String url, String quota, Duration timeout) {
        var settings = new ProviderSettings("search", URI.create(url), Quota.parse(quota), timeout);
        return new Provider(settings, HttpClient.newHttpClient(), CLOCK, time);
    }

    private void json(int status, String body) {
        answers.add(new Answer(status, "application/json; charset=utf-8", body, Map.of(), false));
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().getRawQuery()
                + ' '
                + exchange.getRequestHeaders().getFirst("User-Agent"));
        var answer = answers.remove();
        if (answer.silent()) {
            // Answers nothing for as long as the test runs; the server has one thread, so further silences queue up
            // behind.
            await();
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
