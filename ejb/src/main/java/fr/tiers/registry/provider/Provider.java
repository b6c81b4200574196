package fr.tiers.registry.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * One registry, spoken to politely: inside its quota, at most {@value #ATTEMPTS} times per question, with growing pauses or the one it
 * asks for, and not at all while it is down. Safe for many threads; the request line is never logged, it may carry a key.
 */
public final class Provider {

    static final int ATTEMPTS = 3;

    private static final String USER_AGENT = "Tiers/1.0 (CRM; java.net.http)";
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    /** Longer than this nobody's word keeps us away: a wrong header must not end all enrichment. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final ProviderSettings settings;
    private final HttpClient http;
    private final Clock clock;
    private final RateLimiter limiter;
    private final CircuitBreaker breaker;

    Provider(ProviderSettings settings, HttpClient http, Clock clock, Waiting waiting) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
        this.limiter = new RateLimiter(settings.quota(), waiting);
        this.breaker = new CircuitBreaker(waiting);
    }

    /**
     * Asks and waits.
     *
     * @param path below the base address, with a slash in front, already encoded
     * @param query names and values, not yet encoded
     * @return the answer of status 200, a JSON object
     * @throws ProviderUnavailable after the retries, or at once when waiting its turn would outlast the patience
     * @throws NoLongerWanted when the caller no longer wants the answer
     */
    public JsonNode get(String path, Map<String, String> query, Patience patience)
            throws ProviderUnavailable, ProviderRefused, MalformedAnswer {
        var uri = uri(path, query);
        for (var attempt = 1; ; attempt++) {
            var trial = awaitBreaker(patience);
            var pause = FIRST_PAUSE.multipliedBy(1L << (attempt - 1)).plusMillis(jitter());
            ProviderUnavailable problem;
            try {
                awaitTurn(patience);
                var response = send(uri, patience);
                var status = response.statusCode();
                if (!PASSING.contains(status)) {
                    return parse(response);
                }
                var asked = RetryAfter.of(response.headers(), clock);
                problem = passing(status, asked.orElse(Duration.ZERO));
                pause = asked.orElse(pause);
            } catch (CappedBody.TooLarge e) {
                throw malformed(e.getMessage(), e);
            } catch (IOException e) {
                breaker.failed();
                problem = new ProviderUnavailable(settings.name(), reason(e), Duration.ZERO, e);
            } finally {
                if (trial) {
                    breaker.giveUp();
                }
            }
            if (attempt == ATTEMPTS || pause.compareTo(patience.left()) >= 0) {
                throw problem;
            }
            patience.sleep(pause);
        }
    }

    /** @return whether ours is the call on which the others' depends */
    private boolean awaitBreaker(Patience patience) throws ProviderUnavailable {
        patience.check();
        var verdict = breaker.ask();
        while (verdict == CircuitBreaker.Verdict.WAIT && patience.left().compareTo(GLANCE) > 0) {
            patience.sleep(GLANCE);
            verdict = breaker.ask();
        }
        if (verdict == CircuitBreaker.Verdict.GO || verdict == CircuitBreaker.Verdict.TRY) {
            return verdict == CircuitBreaker.Verdict.TRY;
        }
        throw new ProviderUnavailable(settings.name(), "left alone after repeated failures", breaker.pause(), null);
    }

    private void awaitTurn(Patience patience) throws ProviderUnavailable {
        var turn = limiter.reserve(patience.left());
        if (!turn.taken()) {
            throw new ProviderUnavailable(settings.name(), "quota used up", turn.delay(), null);
        }
        patience.sleep(turn.delay());
    }

    private ProviderUnavailable passing(int status, Duration asked) {
        if (status == 429) {
            // It works, it only wants less of us: closes the gate for every thread.
            breaker.succeeded();
            limiter.close(asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked);
        } else {
            breaker.failed();
        }
        return new ProviderUnavailable(settings.name(), "HTTP " + status, asked, null);
    }

    private HttpResponse<byte[]> send(URI uri, Patience patience) throws IOException, NoLongerWanted {
        var limit = min(settings.timeout(), patience.left());
        var request = HttpRequest.newBuilder(uri)
                .timeout(limit.isZero() ? Duration.ofMillis(1) : limit)
                .header("User-Agent", USER_AGENT)
                .header("Accept", "application/json")
                .GET()
                .build();
        var answer = http.sendAsync(request, info -> new CappedBody(LARGEST));
        try {
            return await(answer, limit, patience);
        } finally {
            // Without effect on an answer that is there; ends the exchange in every other case.
            answer.cancel(true);
        }
    }

    /** The client's own time-out ends with the headers; this one covers the body as well. */
    private static HttpResponse<byte[]> await(
            CompletableFuture<HttpResponse<byte[]>> answer, Duration limit, Patience patience)
            throws IOException, NoLongerWanted {
        var left = limit.toNanos();
        while (true) {
            patience.check();
            var glance = Math.min(left, GLANCE.toNanos());
            try {
                return answer.get(glance, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                left -= glance;
                if (left <= 0) {
                    throw new IOException("no answer in " + limit, e);
                }
            } catch (ExecutionException | CompletionException e) {
                throw e.getCause() instanceof IOException network ? network : new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NoLongerWanted("interrupted", e);
            }
        }
    }

    private JsonNode parse(HttpResponse<byte[]> response) throws ProviderRefused, MalformedAnswer {
        var status = response.statusCode();
        if (status >= 500) {
            throw malformed("HTTP " + status, null);
        }
        if (status != 200) {
            breaker.succeeded();
            throw new ProviderRefused(settings.name(), status);
        }
        var type = response.headers().firstValue("Content-Type").orElse("none");
        if (!type.contains("json")) {
            throw malformed("content type " + type, null);
        }
        try {
            var json = JSON.readTree(response.body());
            if (json == null || !json.isObject()) {
                throw malformed("not a JSON object", null);
            }
            breaker.succeeded();
            return json;
        } catch (JsonProcessingException e) {
            throw malformed("broken JSON", e);
        } catch (IOException e) {
            throw malformed("unreadable answer", e);
        }
    }

    /** One question may have no good answer; several in a row mean that the provider is down, whatever its status says. */
    private MalformedAnswer malformed(String message, Throwable cause) {
        breaker.failed();
        return new MalformedAnswer(settings.name(), message, cause);
    }

    private URI uri(String path, Map<String, String> query) {
        var line = query.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + '=' + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(settings.url() + path + (line.isEmpty() ? "" : "?" + line));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Spreads the retries of threads that failed together. */
    private static long jitter() {
        return ThreadLocalRandom.current().nextLong(100);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
