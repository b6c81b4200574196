package fr.tiers.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import fr.tiers.simulator.control.ControlEndpoint;
import fr.tiers.simulator.control.Counters;
import fr.tiers.simulator.control.Fault;
import fr.tiers.simulator.control.FaultKind;
import fr.tiers.simulator.control.Faults;
import fr.tiers.simulator.control.Gatekeeper;
import fr.tiers.simulator.control.Provider;
import fr.tiers.simulator.control.Refusal;
import fr.tiers.simulator.http.Answer;
import fr.tiers.simulator.http.HttpCall;
import fr.tiers.simulator.http.Json;
import fr.tiers.simulator.http.ProviderEndpoint;
import fr.tiers.simulator.infogreffe.InfogreffeEndpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every request passes here: counted, held up by faults and limits, then answered by its provider. */
final class Gateway implements HttpHandler {

    private static final Logger LOG = Logger.getLogger(Gateway.class.getName());

    private final Map<Provider, ProviderEndpoint> endpoints;
    private final ControlEndpoint control;
    private final Faults faults;
    private final Counters counters;
    private final Gatekeeper gatekeeper;
    private final Queue<HttpExchange> silent = new ConcurrentLinkedQueue<>();

    Gateway(
            Map<Provider, ProviderEndpoint> endpoints,
            ControlEndpoint control,
            Faults faults,
            Counters counters,
            Gatekeeper gatekeeper) {
        this.endpoints = endpoints;
        this.control = control;
        this.faults = faults;
        this.counters = counters;
        this.gatekeeper = gatekeeper;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        HttpCall call = HttpCall.read(exchange);
        Optional<Provider> provider = Provider.ofPath(call.path());
        if (provider.isPresent()) {
            serve(exchange, provider.get(), call.below(provider.get().prefix()));
        } else {
            send(exchange, control.answer(call));
        }
    }

    /** Closes the connections that a silence left open. */
    void endSilences() {
        HttpExchange exchange = silent.poll();
        while (exchange != null) {
            exchange.close();
            exchange = silent.poll();
        }
    }

    private void serve(HttpExchange exchange, Provider provider, HttpCall call) throws IOException {
        Set<String> sirens = AskedSirens.in(call);
        counters.asked(provider, sirens);
        ProviderEndpoint endpoint = endpoints.get(provider);
        Fault fault = fault(provider, call);
        pause(fault.latencyMs());
        if (fault.kind() == FaultKind.SILENCE) {
            counters.answered(provider, 0);
            silent.add(exchange);
            return;
        }
        boolean anonymous = InfogreffeEndpoint.apiKey(call).isEmpty();
        Gatekeeper.Verdict verdict = gatekeeper.admit(provider, call.client(), anonymous);
        if (verdict.banned() || fault.kind() == FaultKind.CLOSE) {
            counters.answered(provider, 0);
            exchange.close();
            return;
        }
        Answer answer = verdict.refusal().map(endpoint::refuse).orElseGet(() -> answer(endpoint, fault, call));
        answer = withQuota(answer, provider, call, anonymous);
        counters.answered(provider, answer.status());
        if (fault.kind() == FaultKind.NONE && answer.status() == 200) {
            counters.served(provider, call.path(), sirens);
        }
        if (fault.kind() == FaultKind.CUT) {
            cut(exchange, answer);
        } else {
            send(exchange, answer);
        }
    }

    private Fault fault(Provider provider, HttpCall call) {
        try {
            return faults.next(provider, call.header(Faults.HEADER));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            LOG.log(Level.WARNING, "unreadable {0} header", Faults.HEADER);
            return Fault.NONE;
        }
    }

    private static Answer answer(ProviderEndpoint endpoint, Fault fault, HttpCall call) {
        return switch (fault.kind()) {
            case HTTP_429 -> {
                Answer refused = endpoint.refuse(new Refusal(
                        Refusal.Reason.RATE,
                        0,
                        Math.max(1, fault.retryAfter()),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(fault.retryAfter())));
                yield fault.retryAfter() > 0 ? refused : refused.without("Retry-After");
            }
            case HTTP_500 -> endpoint.broken(500);
            case HTTP_502 -> Answer.html(
                    502,
                    "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad"
                            + " Gateway</h1></center></body></html>");
            case HTTP_503 -> {
                Answer broken = endpoint.broken(503);
                yield fault.retryAfter() > 0 ? broken.with("Retry-After", fault.retryAfter()) : broken;
            }
            case TRUNCATED_JSON -> {
                Answer whole = regular(endpoint, call);
                yield whole.withBody(Arrays.copyOf(whole.body(), whole.body().length / 2));
            }
            case WRONG_JSON -> Answer.json(
                    200, Json.object().put("statut", "ok").put("donnees", 42));
            case HTML_200 -> Answer.html(
                    200,
                    "<!DOCTYPE html><html lang=\"fr\"><head><title>Maintenance</title></head>"
                            + "<body><h1>Service en maintenance</h1></body></html>");
            default -> regular(endpoint, call);
        };
    }

    private static Answer regular(ProviderEndpoint endpoint, HttpCall call) {
        try {
            return endpoint.answer(call);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "simulator failed on " + call.path(), e);
            return endpoint.broken(500);
        }
    }

    /** The platform behind Infogreffe tells the state of the quota with every answer. */
    private Answer withQuota(Answer answer, Provider provider, HttpCall call, boolean anonymous) {
        if (provider != Provider.INFOGREFFE) {
            return answer;
        }
        return gatekeeper
                .dailyUse(provider, call.client(), anonymous)
                .map(use -> answer.with("X-RateLimit-Limit", use.limit())
                        .with("X-RateLimit-Remaining", use.remaining())
                        .with("X-RateLimit-Reset", use.resetAt().getEpochSecond()))
                .orElse(answer);
    }

    private static void pause(long millis) {
        if (millis <= 0) {
            return;
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        headers(exchange, answer);
        boolean bodyless = "HEAD".equals(exchange.getRequestMethod()) || answer.body().length == 0;
        exchange.sendResponseHeaders(answer.status(), bodyless ? -1 : answer.body().length);
        if (!bodyless) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer.body());
            }
        }
        exchange.close();
    }

    private static void cut(HttpExchange exchange, Answer answer) throws IOException {
        headers(exchange, answer);
        exchange.sendResponseHeaders(answer.status(), Math.max(2, answer.body().length));
        OutputStream out = exchange.getResponseBody();
        out.write(answer.body(), 0, answer.body().length / 2);
        out.flush();
        exchange.close();
    }

    private static void headers(HttpExchange exchange, Answer answer) {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    }
}
